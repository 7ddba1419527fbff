package org.whence.investigation;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.whence.mail.container.ContainerReader;
import org.whence.mail.container.Limits;

/// The octets of something that was given: as many as are looked at, and the size and digest of
/// all.
public final class Contents {
  /// How much is read to measure it. What is larger is no mail, and its end may be far.
  static final long MAX_MEASURED = 4L * 1024 * 1024 * 1024;

  private static final int BUFFER = 1 << 20;

  private final byte[] octets;
  private final long size;
  private final String sha256;

  private Contents(byte[] octets, long size, String sha256) {
    this.octets = octets;
    this.size = size;
    this.sha256 = sha256;
  }

  /// Octets in memory, not written into any more by whoever hands them over.
  public static Contents of(byte[] octets) {
    return new Contents(octets, octets.length, Sha256.of(octets));
  }

  /// What was kept of something larger, whose size and digest were taken when it was read.
  ///
  /// @param octets not written into any more by whoever hands them over
  static Contents ofLarger(byte[] octets, long size, String sha256) {
    return new Contents(octets, size, sha256);
  }

  /// Reads a stream to its end. Kept are [InputReader#MAX_SIZE] octets and one, of a container
  /// [Limits#MAX_SIZE]; the rest is measured alone.
  public static Contents read(InputStream in) throws IOException {
    var first = in.readNBytes(InputReader.MAX_SIZE + 1);
    if (first.length <= InputReader.MAX_SIZE) {
      return of(first);
    }
    var kept = first;
    if (ContainerReader.kind(first).isPresent()) {
      var more = in.readNBytes(Limits.MAX_SIZE - first.length);
      kept = Arrays.copyOf(first, first.length + more.length);
      System.arraycopy(more, 0, kept, first.length, more.length);
    }
    return measured(kept, in);
  }

  private static Contents measured(byte[] kept, InputStream in) throws IOException {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(kept);
      var size = (long) kept.length;
      var buffer = new byte[BUFFER];
      for (var read = in.read(buffer); read >= 0 && size < MAX_MEASURED; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
        size += read;
      }
      return new Contents(kept, size, HexFormat.of().formatHex(digest.digest()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /// The octets that were kept, not written into by whoever takes them.
  byte[] octets() {
    return octets;
  }

  /// How many there are in all.
  public long size() {
    return size;
  }

  /// The SHA-256 of all, 64 hexadecimal digits in lower case.
  public String sha256() {
    return sha256;
  }
}
