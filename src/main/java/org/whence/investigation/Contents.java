package org.whence.investigation;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HexFormat;
import org.whence.mail.Sha256;

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

  /// Reads a stream to its end. Kept are [InputReader#MAX_SIZE] octets and one; the rest is
  /// measured alone.
  public static Contents read(InputStream in) throws IOException {
    return read(in.readNBytes(InputReader.MAX_SIZE + 1), in);
  }

  /// Reads a stream whose size is known, in no more memory than that.
  ///
  /// @param size what it is as far as is known; fewer octets may come, or more
  static Contents read(InputStream in, long size) throws IOException {
    var octets = new byte[(int) Math.min(size, InputReader.MAX_SIZE + 1L)];
    var length = 0;
    for (var read = 0; read >= 0 && length < octets.length; length += Math.max(0, read)) {
      read = in.read(octets, length, Math.min(BUFFER, octets.length - length));
    }
    if (length < octets.length) {
      return of(Arrays.copyOf(octets, length));
    }
    // One octet tells whether there are more; asking for many of them would take a buffer for none.
    var next = length <= InputReader.MAX_SIZE ? in.read() : -1;
    return read(next < 0 ? octets : longer(octets, (byte) next, in), in);
  }

  private static Contents read(byte[] kept, InputStream in) throws IOException {
    return kept.length <= InputReader.MAX_SIZE ? of(kept) : measured(kept, in);
  }

  /// More came than was known of.
  private static byte[] longer(byte[] first, byte next, InputStream in) throws IOException {
    var more = in.readNBytes(InputReader.MAX_SIZE - first.length);
    var all = Arrays.copyOf(first, first.length + 1 + more.length);
    all[first.length] = next;
    System.arraycopy(more, 0, all, first.length + 1, more.length);
    return all;
  }

  private static Contents measured(byte[] kept, InputStream in) throws IOException {
    var digest = Sha256.digest();
    digest.update(kept);
    var size = (long) kept.length;
    var buffer = new byte[BUFFER];
    for (var read = in.read(buffer); read >= 0 && size < MAX_MEASURED; read = in.read(buffer)) {
      digest.update(buffer, 0, read);
      size += read;
    }
    return new Contents(kept, size, HexFormat.of().formatHex(digest.digest()));
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
