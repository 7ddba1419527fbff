package org.whence.investigation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.whence.mail.container.Container;
import org.whence.mail.container.ContainerReader;
import org.whence.mail.container.Limits;
import org.whence.mail.container.Member;
import org.whence.mail.container.Omission;
import org.whence.mail.container.Passwords;

/// Opens what was given, whatever it comes in: a folder, an archive, a mailbox, a mail with others
/// attached. What is in a container is opened in its turn, one at a time, so that a folder of any
/// size needs the memory of its largest file.
///
/// A mail that has others attached is a container too: somebody reported them, and they come before
/// the mail around them. They are told by their type and name, and are what they turn out to be.
public final class Opener {
  /// How many files of a folder are looked at.
  static final int MAX_FILES = 100_000;

  /// How deep folders may lie in each other.
  static final int MAX_FOLDERS = 16;

  private final Passwords passwords;
  private final boolean offersAttached;

  private Opener(Passwords passwords, boolean offersAttached) {
    this.passwords = passwords;
    this.offersAttached = offersAttached;
  }

  /// @param passwords who knows those of archives
  public Opener(Passwords passwords) {
    this(passwords, true);
  }

  /// One that leaves mails whole, whatever is attached to them.
  static Opener ofContainers(Passwords passwords) {
    return new Opener(passwords, false);
  }

  /// Opens a file or a folder. Links in a folder are not followed, and hidden files are left out.
  ///
  /// @throws IOException in one line, where it cannot be read
  public Opened open(Path path) throws IOException {
    return Files.isDirectory(path)
        ? folder(path)
        : open(Given.of(Source.file(path), InputFile.contents(path)));
  }

  /// Opens files that were given together: one as it is, several as if they lay in a folder alone.
  ///
  /// @throws IOException in one line, where it cannot be read; of several, that is told of each
  ///   when it is opened
  public Opened open(List<Path> files) throws IOException {
    if (files.size() == 1) {
      return open(files.getFirst());
    }
    var first = files.getFirst().toAbsolutePath();
    var together = Optional.ofNullable(first.getParent()).orElse(first);
    var holder = new Holder(Container.Kind.FOLDER, Source.file(together), Optional.empty());
    return several(holder, together, files);
  }

  /// Opens octets.
  public Opened open(Source source, Contents contents) {
    return open(Given.of(source, contents));
  }

  private Opened open(Given given) {
    var octets = given.contents().octets();
    if (CaseMark.isMeant(given)) {
      return new Opened.CaseFile(given.source(), octets);
    }
    var kind = ContainerReader.kind(octets).filter(Opener::holdsSeveral);
    if (kind.isEmpty()) {
      return attached(given, InputReader.read(given));
    }
    var holder = holder(kind.get(), given);
    if (isDeepest(given)) {
      return new Opened.Several(
          holder, List.of(), List.of(new Omission(Omission.Kind.NESTED_TOO_DEEP, "", "")));
    }
    var container = ContainerReader.read(octets, given.source().name(), passwords).orElseThrow();
    var omissions = new ArrayList<>(container.omissions());
    if (given.contents().size() > octets.length) {
      omissions.add(new Omission(Omission.Kind.CONTAINER_TOO_LARGE, "", ""));
    }
    var enclosed = container.members().stream().map(member -> member(kind.get(), given, member));
    return new Opened.Several(holder, enclosed.toList(), omissions);
  }

  /// The others are one message each, and are read as such.
  private static boolean holdsSeveral(Container.Kind kind) {
    return switch (kind) {
      case ZIP, MBOX, TNEF, FOLDER -> true;
      case EMLX, MSG, MESSAGE -> false;
    };
  }

  private static boolean isDeepest(Given given) {
    return given.foundIn().stream().filter(holder -> holder.kind() != Container.Kind.FOLDER).count()
        >= Limits.MAX_NESTING;
  }

  private static Holder holder(Container.Kind kind, Given given) {
    return new Holder(kind, given.source(), Optional.of(given.contents().sha256()));
  }

  private Enclosed member(Container.Kind kind, Given given, Member member) {
    var source =
        kind == Container.Kind.MBOX ? Source.message(member.name()) : Source.member(member.name());
    return new Enclosed(
        source,
        () -> {
          var inner = given.member(kind, source, member.octets());
          return kind == Container.Kind.MBOX
              ? attached(inner, InputReader.message(inner, member.unquoted()))
              : open(inner);
        });
  }

  private Opened attached(Given given, Input input) {
    var attached = offersAttached && !isDeepest(given) ? Attached.of(input) : List.<Attached>of();
    if (attached.isEmpty()) {
      return new Opened.Case(input);
    }
    var enclosed = new ArrayList<Enclosed>();
    for (var message : attached) {
      enclosed.add(
          new Enclosed(
              message.source(),
              () ->
                  open(
                      given.member(
                          Container.Kind.MESSAGE, message.source(), message.entity().content()))));
    }
    enclosed.add(new Enclosed(given.source(), () -> new Opened.Case(input)));
    return new Opened.Several(holder(Container.Kind.MESSAGE, given), enclosed, List.of());
  }

  private Opened folder(Path folder) throws IOException {
    var holder = new Holder(Container.Kind.FOLDER, Source.file(folder), Optional.empty());
    var root = folder.toAbsolutePath();
    try (var found = Files.walk(folder, MAX_FOLDERS)) {
      var files =
          found
              .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
              .filter(file -> isVisible(folder.relativize(file)))
              .limit(MAX_FILES + 1L)
              .sorted()
              .toList();
      return several(holder, root, files);
    } catch (UncheckedIOException e) {
      throw new IOException(
          folder + ": cannot be read whole (" + e.getMessage() + "); check its permissions", e);
    }
  }

  private Opened several(Holder holder, Path root, List<Path> files) {
    var omissions =
        files.size() > MAX_FILES
            ? List.of(new Omission(Omission.Kind.TOO_MANY_MEMBERS, "", ""))
            : List.<Omission>of();
    return new Opened.Several(
        holder,
        files.stream().limit(MAX_FILES).map(file -> file(holder, root, file)).toList(),
        omissions);
  }

  private static boolean isVisible(Path file) {
    return Stream.iterate(file, path -> path != null, Path::getParent)
        .noneMatch(path -> String.valueOf(path.getFileName()).startsWith("."));
  }

  private Enclosed file(Holder folder, Path root, Path file) {
    var source = Source.member(root.relativize(file.toAbsolutePath()).toString());
    return new Enclosed(
        source,
        () ->
            Files.isDirectory(file)
                ? folder(file)
                : open(new Given(source, InputFile.contents(file), List.of(folder))));
  }
}
