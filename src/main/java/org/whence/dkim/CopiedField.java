package org.whence.dkim;

import java.util.ArrayList;
import java.util.List;

/// A header field as it was when the message was signed, by the signer's own copy in `z=` (RFC
/// 6376, 3.5). For diagnosis alone: nothing is judged by it.
///
/// @param name as copied
/// @param value decoded, with the blank behind the colon if one was copied; a character an octet
public record CopiedField(String name, String value) {
  /// How many copies are read.
  static final int MOST = 1_000;

  /// Reads the value of `z=`; copies that cannot be read are left out.
  static List<CopiedField> read(String tag) {
    var text = WhiteSpace.withoutSpace(tag);
    var found = new ArrayList<CopiedField>();
    var at = 0;
    while (at < text.length() && found.size() < MOST) {
      var bar = text.indexOf('|', at);
      var end = bar < 0 ? text.length() : bar;
      var colon = text.indexOf(':', at, end);
      if (colon > at) {
        found.add(
            new CopiedField(
                text.substring(at, colon), QuotedPrintable.decode(text.substring(colon + 1, end))));
      }
      at = end + 1;
    }
    return List.copyOf(found);
  }
}
