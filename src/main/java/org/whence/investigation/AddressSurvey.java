package org.whence.investigation;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.whence.mail.Sha256;

/// What is in a list, counted by reading it once, and the way to its addresses, which reads it
/// again.
public final class AddressSurvey {
  private final Path file;
  private final Charset charset;
  private final AddressCounts counts = new AddressCounts();
  private long size;
  private String sha256 = "";
  private long addresses;
  private List<Repair> repairs = List.of();

  private AddressSurvey(Path file, Charset charset) {
    this.file = file;
    this.charset = charset;
  }

  static AddressSurvey of(Path file, Charset charset, Consumer<Problem> problems)
      throws IOException {
    var survey = new AddressSurvey(file, charset);
    survey.count(problems);
    return survey;
  }

  private void count(Consumer<Problem> problems) throws IOException {
    var digest = Sha256.digest();
    try (var in = new DigestInputStream(Files.newInputStream(file), digest);
        var reading = new AddressPass(new ListLines(in, charset), problems)) {
      for (var entry = reading.next(); entry != null; entry = reading.next()) {
        if (counts.add(entry.literal().address())) {
          addresses++;
        }
      }
      repairs = reading.repairs();
    }
    size = Files.size(file);
    sha256 = HexFormat.of().formatHex(digest.digest());
  }

  /// How many octets the list has.
  public long size() {
    return size;
  }

  /// The SHA-256 of the list, 64 hexadecimal digits in lower case.
  public String sha256() {
    return sha256;
  }

  /// How many addresses [#entries] gives.
  public long addresses() {
    return addresses;
  }

  /// Whether there are so many addresses that those beyond the first are given as often as they
  /// stand there.
  public boolean repeats() {
    return counts.isFull();
  }

  /// How many addresses are held to be given once.
  public static String held() {
    return String.format(Locale.ROOT, "%,d", AddressCounts.MOST);
  }

  /// What was put right.
  public List<Repair> repairs() {
    return repairs;
  }

  /// Writes the octets of the list, as many as were read.
  public void copy(OutputStream out) throws IOException {
    try (var in = new Beginning(new BufferedInputStream(Files.newInputStream(file)), size)) {
      if (in.transferTo(out) < size) {
        throw new IOException("the list was cut while it was read");
      }
    }
  }

  /// What a case keeps of the list, but for its octets.
  public KeptInput kept(Source source) {
    return new KeptInput(source, List.of(), new byte[0], size, sha256, KeptInput.As.RECOGNISED, 0);
  }

  /// What the rows of a report repeat.
  public ListOrigin origin(Source source) {
    return new ListOrigin(source, size, sha256, repairs);
  }

  /// Reads the list once more, as far as it went before. Can be called once.
  public Entries entries() throws IOException {
    var in = new BufferedInputStream(Files.newInputStream(file));
    var pass = new AddressPass(new ListLines(new Beginning(in, size), charset), _ -> {});
    return new Entries(pass, counts);
  }

  /// The addresses of a list, each once, with how often it stands there, in the order and at the
  /// place of their first.
  public static final class Entries implements Closeable {
    private final AddressPass pass;
    private final AddressCounts counts;

    private Entries(AddressPass pass, AddressCounts counts) {
      this.pass = pass;
      this.counts = counts;
    }

    /// The next one, or null at the end.
    public @Nullable AddressEntry next() throws IOException {
      for (var entry = pass.next(); entry != null; entry = pass.next()) {
        var count = counts.take(entry.literal().address());
        if (count > 0) {
          return entry.times(count);
        }
      }
      return null;
    }

    @Override
    public void close() throws IOException {
      pass.close();
    }
  }
}
