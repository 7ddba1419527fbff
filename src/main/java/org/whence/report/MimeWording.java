package org.whence.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.whence.chain.Reason;
import org.whence.investigation.Packed;
import org.whence.mail.Defect;
import org.whence.mail.container.Container;
import org.whence.mail.container.Member;
import org.whence.mail.mime.ContentType;
import org.whence.mail.mime.Entity;
import org.whence.mail.mime.Link;
import org.whence.mail.mime.Links;
import org.whence.mail.mime.Protection;

/// Puts into words what a mail consists of, and where it leads. As safe as [Wording], on which it
/// rests.
public final class MimeWording {
  /// How many links are shown; all are in the form for programs.
  private static final int MAX_LINKS = 200;

  /// How many files of an archive are named.
  private static final int MAX_MEMBERS = 20;

  /// How many lines tell at the top what is odd about parts.
  private static final int MAX_NOTICED = 10;

  /// How many parts are shown.
  private static final int MAX_PARTS = 500;

  /// How much of a target is shown, in characters.
  private static final int MAX_TARGET = 500;

  /// That something was not read is told though a sender makes a thousand parts odd.
  private static final Comparator<Noticed> LIMITS_FIRST =
      Comparator.comparing(noticed -> !noticed.isLimit());

  private final Wording wording;
  private final InputWording inputs;

  public MimeWording(Wording wording) {
    this.wording = wording;
    this.inputs = new InputWording(wording);
  }

  /// A part.
  ///
  /// @param path its place, such as `1.2`
  /// @param what its type, and the name that it has
  /// @param size its size
  /// @param sha256 the digest of its content; empty for what has parts
  /// @param notes what is odd about it or hidden in it, a line each
  public record Part(String path, String what, String size, String sha256, List<String> notes) {
    public Part {
      notes = List.copyOf(notes);
    }
  }

  /// Something odd about a part.
  private record Noticed(Entity part, Reason reason) {
    boolean isLimit() {
      return reason instanceof Defect.Kind kind && kind.isLimit();
    }
  }

  /// A link.
  ///
  /// @param part where it is
  /// @param kind how it is followed
  /// @param target where it leads
  /// @param shown what a reader sees instead; empty where that is the target itself, or nothing
  /// @param note that it names another host than it leads to, and its host in both forms where it
  ///   has two; empty for neither
  public record Row(String part, String kind, String target, String shown, String note) {}

  /// A mail: its parts in the order of the source, and its links part by part, each up to a number
  /// that is told to be exceeded.
  public record Mail(
      List<Part> parts, Optional<String> moreParts, List<Row> links, Optional<String> moreLinks) {
    public Mail {
      parts = List.copyOf(parts);
      links = List.copyOf(links);
    }

    /// Nothing to tell.
    static final Mail NONE = new Mail(List.of(), Optional.empty(), List.of(), Optional.empty());
  }

  /// A mail.
  public Mail mail(Entity root) {
    var all = root.all().toList();
    var links = Links.all(root);
    return new Mail(
        all.stream().limit(MAX_PARTS).map(this::part).toList(),
        more("part.more", all.size() - MAX_PARTS),
        links.stream().limit(MAX_LINKS).map(this::link).toList(),
        more("link.more", links.size() - MAX_LINKS));
  }

  private Optional<String> more(String key, int count) {
    return count > 0 ? Optional.of(wording.words(key, Integer.toString(count))) : Optional.empty();
  }

  /// A part.
  public Part part(Entity entity) {
    return new Part(
        entity.path(),
        what(entity),
        inputs.octets(entity.size()),
        entity.sha256().orElse(""),
        notes(entity));
  }

  private String what(Entity entity) {
    return Stream.of(
            Optional.of(Visible.text(entity.type().name())),
            entity.type().parameters().first("charset").map(Visible::text),
            entity.disposition().map(ContentType::type).map(Visible::text),
            entity.fileName().map(name -> wording.words("part.name", cut(Visible.text(name)))))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(", "));
  }

  /// What is odd about a part or hidden in it, a line each.
  public List<String> notes(Entity entity) {
    var notes = new ArrayList<String>();
    Protection.of(entity).ifPresent(protection -> notes.add(wording.reason(protection, List.of())));
    notes.addAll(inputs.defects(entity.defects()));
    Packed.in(entity).ifPresent(container -> packed(container, notes));
    return notes;
  }

  /// What is odd about the parts of a mail, a line each: for the top, where the list of parts is
  /// far.
  ///
  /// @param told what is told of the mail elsewhere
  public List<String> noticed(Entity root, List<Defect> told) {
    var lines =
        root.all()
            .flatMap(part -> noticed(part, part == root ? Set.copyOf(told) : Set.of()))
            .sorted(LIMITS_FIRST)
            .map(this::line)
            .toList();
    return Stream.concat(
            lines.stream().limit(MAX_NOTICED),
            more("part.noticed-more", lines.size() - MAX_NOTICED).stream())
        .toList();
  }

  private static Stream<Noticed> noticed(Entity part, Set<Defect> told) {
    return Stream.<Reason>concat(
            Protection.of(part).stream(),
            part.defects().stream().filter(defect -> !told.contains(defect)).map(Defect::kind))
        .map(reason -> new Noticed(part, reason));
  }

  private String line(Noticed noticed) {
    return wording.words(
        "part.noticed", noticed.part().path(), wording.reason(noticed.reason(), List.of()));
  }

  private void packed(Container container, List<String> notes) {
    notes.add(
        wording.words(
            "part.packed",
            wording.text(container.kind().key()),
            Integer.toString(container.members().size())));
    container.members().stream().limit(MAX_MEMBERS).forEach(member -> notes.add(member(member)));
    container.omissions().forEach(omission -> notes.add(wording.text(omission.kind().key())));
  }

  private String member(Member member) {
    return wording.words(
        "part.member", cut(Visible.text(member.name())), inputs.octets(member.octets().length));
  }

  /// A link.
  public Row link(Links.OfPart found) {
    var link = found.link();
    return new Row(
        found.part().path(),
        kind(link),
        cut(wording.running(link.target())),
        cut(wording.running(link.shown().replaceAll("\\s+", " "))),
        Stream.concat(elsewhere(link).stream(), international(link).stream())
            .collect(Collectors.joining("; ")));
  }

  private Optional<String> elsewhere(Link link) {
    return link.elsewhere()
        .map(host ->
            wording.words(
                "link.elsewhere", wording.name(host), wording.name(link.host().orElse(""))));
  }

  private Optional<String> international(Link link) {
    return link.readHost()
        .map(read ->
            wording.words(
                "link.international", wording.name(link.host().orElse("")), wording.name(read)));
  }

  private String kind(Link link) {
    return wording.text("link." + link.kind().name().toLowerCase(Locale.ROOT));
  }

  private static String cut(String text) {
    return Visible.cut(text, MAX_TARGET);
  }
}
