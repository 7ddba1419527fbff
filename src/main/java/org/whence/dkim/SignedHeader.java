package org.whence.dkim;

import java.util.List;
import org.whence.mail.HeaderField;

/// What the header signature is made over (RFC 6376, 3.7): fields, then the signature's own.
///
/// @param fields in the order in which they are hashed
/// @param signature has a `b=`
public record SignedHeader(List<HeaderField> fields, Signature signature) {
  private static final int KEPT = 16 * 1024;

  public SignedHeader {
    fields = List.copyOf(fields);
  }

  /// Gives the canonical octets to a sink, field by field: they may be as large as the message.
  void octets(Canonicalization how, OctetSink sink) {
    var out = new OctetBuffer(4_096);
    for (var field : fields) {
      HeaderCanonicalizer.add(field, how, out);
      out.addLineEnd();
      if (out.size() > KEPT) {
        out.moveTo(sink);
      }
    }
    HeaderCanonicalizer.addUnsigned(signature, how, out);
    out.moveTo(sink);
  }
}
