package org.whence.investigation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import org.whence.mail.container.ContainerReader;

/// An input that may be a list of addresses too long to be held, such as the log of a firewall. It
/// is read from its file line by line, twice: once to count how often each address stands there,
/// and once for the addresses.
///
/// What can be read only once, such as standard input, is copied to a temporary file first.
public final class ListFile implements AutoCloseable {
  /// How much is looked at to tell a list from a mail.
  private static final int SAMPLE = 1 << 16;

  private final Source source;
  private final Path file;
  private final boolean temporary;
  private final byte[] sample;

  private ListFile(Source source, Path file, boolean temporary) throws IOException {
    this.source = source;
    this.file = file;
    this.temporary = temporary;
    try (var in = Files.newInputStream(file)) {
      this.sample = in.readNBytes(SAMPLE);
    }
  }

  /// Opens a file.
  ///
  /// @throws IOException in one line, if it cannot be read
  public static ListFile of(Path file) throws IOException {
    return InputFile.telling(
        file,
        () -> {
          if (Files.isRegularFile(file)) {
            return new ListFile(Source.file(file), file, false);
          }
          try (var in = Files.newInputStream(file)) {
            return copy(Source.file(file), in);
          }
        });
  }

  /// Copies a stream to its end.
  public static ListFile copy(Source source, InputStream in) throws IOException {
    var file = Files.createTempFile("whence-", ".list");
    try (var out = Files.newOutputStream(file)) {
      in.transferTo(out);
      return new ListFile(source, file, true);
    } catch (IOException e) {
      Files.delete(file);
      throw e;
    }
  }

  /// Where it came from.
  public Source source() {
    return source;
  }

  /// Whether it holds addresses, as far as its beginning tells, and no mail.
  ///
  /// @param least how many addresses make a list
  public boolean isList(int least) {
    if (ContainerReader.kind(sample).isPresent()) {
      return false;
    }
    return switch (InputReader.read(source, sample).recognised()) {
      case Recognised.Addresses(var entries) -> entries.size() >= least || sample.length == SAMPLE;
      case Recognised.Mail _, Recognised.Domain _ -> false;
      case Recognised.Nothing(var why, _) ->
          sample.length == SAMPLE
              && why != Recognised.Why.BINARY
              && why != Recognised.Why.OFFICE_FILE;
    };
  }

  /// Opens all of it, where it is no list.
  public Opened open(Opener opener) throws IOException {
    return opener.open(source, InputFile.contents(file));
  }

  /// Reads all of it, and counts.
  ///
  /// @param problems hears of what was not understood, in the order of the list
  public AddressSurvey survey(Consumer<Problem> problems) throws IOException {
    return AddressSurvey.of(file, charset(), problems);
  }

  /// Whether it holds that many different addresses; reads all of it.
  public boolean holds(int least) throws IOException {
    return survey(_ -> {}).addresses() >= least;
  }

  private Charset charset() {
    var whole = sample.length < SAMPLE ? sample : Arrays.copyOf(sample, lastLineEnd());
    var charset = Decoded.of(whole).charset();
    // ASCII at the beginning may be UTF-8 further on.
    return charset.equals(StandardCharsets.ISO_8859_1) && sample.length == 0
        ? StandardCharsets.UTF_8
        : charset;
  }

  /// Where the last whole line of the sample ends, so that no character is cut.
  private int lastLineEnd() {
    for (var at = sample.length; at > 0; at--) {
      if (sample[at - 1] == '\n') {
        return at;
      }
    }
    return sample.length;
  }

  @Override
  public void close() throws IOException {
    if (temporary) {
      Files.deleteIfExists(file);
    }
  }
}
