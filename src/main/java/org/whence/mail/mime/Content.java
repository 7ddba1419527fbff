package org.whence.mail.mime;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.james.mime4j.codec.Base64InputStream;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.QuotedPrintableInputStream;

/// What a body holds once its transfer encoding is taken off (RFC 2045, 6).
final class Content {
  /// What Mime4j remarks about quoted-printable that is in order: bare LF, blanks at line ends.
  private static final String[] HARMLESS = {
    "Found LF without CR", "ignored blanks", "Found non-standard soft line break"
  };

  private final byte[] octets;
  private final boolean broken;

  private Content(byte[] octets, boolean broken) {
    this.octets = octets;
    this.broken = broken;
  }

  /// The octets, not written into by whoever takes them.
  byte[] octets() {
    return octets;
  }

  /// Whether something stood there that the encoding does not have, and was left out or kept as it
  /// is.
  boolean broken() {
    return broken;
  }

  static boolean isKnown(String encoding) {
    return switch (encoding) {
      case "7bit", "8bit", "binary", "base64", "quoted-printable" -> true;
      default -> false;
    };
  }

  static boolean isEncoded(String encoding) {
    return encoding.equals("base64") || encoding.equals("quoted-printable");
  }

  /// Decodes `[from, to)`.
  ///
  /// @param encoding in lower case; one that is not known leaves the octets as they are
  static Content of(String encoding, byte[] raw, int from, int to) {
    return beginning(encoding, raw, new Entity.Range(from, to), Integer.MAX_VALUE);
  }

  /// Decodes as much of a range as makes so many octets, or all where it makes fewer.
  static Content beginning(String encoding, byte[] raw, Entity.Range range, int most) {
    var from = range.start();
    var monitor = new Remarks();
    var in = new ByteArrayInputStream(raw, from, range.length());
    return switch (encoding) {
      case "base64" ->
          read(new Base64InputStream(in, monitor), Math.min(most, range.length()), monitor);
      case "quoted-printable" ->
          read(
              new QuotedPrintableInputStream(in, monitor),
              Math.min(most, room(raw, from, range.end())),
              monitor);
      default ->
          new Content(Arrays.copyOfRange(raw, from, from + Math.min(most, range.length())), false);
    };
  }

  /// How long quoted-printable gets at most: a bare LF becomes a CRLF. Mime4j is given all of that
  /// room at once, because it moves what does not fit, again for every read.
  private static int room(byte[] raw, int from, int to) {
    var room = to - from;
    for (int at = from; at < to; at++) {
      if (raw[at] == '\n') {
        room++;
      }
    }
    return room;
  }

  private static Content read(InputStream in, int room, Remarks monitor) {
    var octets = new byte[room];
    var length = 0;
    try (in) {
      for (var read = 0; read >= 0 && length < room; length += Math.max(0, read)) {
        read = in.read(octets, length, room - length);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("octets in memory", e);
    }
    return new Content(length == room ? octets : Arrays.copyOf(octets, length), monitor.any);
  }

  /// Whether Mime4j remarked anything that is not [#HARMLESS].
  static final class Remarks extends DecodeMonitor {
    private boolean any;

    boolean any() {
      return any;
    }

    @Override
    public boolean warn(String error, String dropped) {
      any |= !isHarmless(error);
      return false;
    }

    private static boolean isHarmless(String error) {
      for (var harmless : HARMLESS) {
        if (error.startsWith(harmless)) {
          return true;
        }
      }
      return false;
    }

    @Override
    public boolean isListening() {
      return true;
    }
  }
}
