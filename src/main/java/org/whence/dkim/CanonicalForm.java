package org.whence.dkim;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.util.List;
import java.util.Optional;
import org.whence.mail.HeaderField;
import org.whence.mail.Message;

/// The octets that a signature's two hashes are made over, and what they were made from, for people
/// to look at and to hash themselves.
///
/// `sha256sum` of the canonical body is `bh=`; the canonical header is what `b=` signs.
public final class CanonicalForm {
  private static final int PIECE = 64 * 1024;

  private final Message message;
  private final Signature signature;
  private final Canonicalizations how;
  private final List<HeaderField> fields;

  private CanonicalForm(
      Message message, Signature signature, Canonicalizations how, List<HeaderField> fields) {
    this.message = message;
    this.signature = signature;
    this.how = how;
    this.fields = fields;
  }

  /// The forms for a signature of a message.
  ///
  /// @return empty where its canonicalization or its `b=` cannot be read, and for a seal, which
  ///   signs no message
  public static Optional<CanonicalForm> of(Message message, Signature signature) {
    return signature.kind() == SignatureKind.ARC_SEAL || signature.tags().find("b").isEmpty()
        ? Optional.empty()
        : signature
            .canonicalization()
            .map(how ->
                new CanonicalForm(
                    message, signature, how, new HeaderIndex(message).select(signature).fields()));
  }

  /// The signed fields as they stand in the message, in the order of `h=`, then the signature's
  /// own.
  public byte[] headerBefore() {
    var out = new ByteArrayOutputStream();
    fields.forEach(field -> out.writeBytes(field.raw()));
    out.writeBytes(signature.field().raw());
    return out.toByteArray();
  }

  /// What is signed: canonical, the signature's own field without its signature.
  public byte[] header() {
    var out = new ByteArrayOutputStream();
    new SignedHeader(fields, signature)
        .octets(how.header(), (octets, from, to) -> out.write(octets, from, to - from));
    return out.toByteArray();
  }

  /// Writes the body as it stands in the message.
  public void writeBodyBefore(OutputStream out) throws IOException {
    Channels.newChannel(out).write(message.body());
  }

  /// Writes what is hashed: canonical, and no longer than `l=` says.
  public void writeBody(OutputStream out) throws IOException {
    var body = message.body();
    var left = new long[] {signature.length().orElse(Long.MAX_VALUE)};
    try {
      var canonicalizer =
          new BodyCanonicalizer(
              how.body(),
              (octets, from, to) -> {
                var length = (int) Math.min(left[0], to - from);
                write(out, octets, from, length);
                left[0] -= length;
              });
      var piece = new byte[Math.min(PIECE, body.remaining())];
      while (body.hasRemaining()) {
        var length = Math.min(piece.length, body.remaining());
        body.get(piece, 0, length);
        canonicalizer.update(piece, 0, length);
      }
      canonicalizer.finish();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void write(OutputStream out, byte[] octets, int from, int length) {
    try {
      out.write(octets, from, length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
