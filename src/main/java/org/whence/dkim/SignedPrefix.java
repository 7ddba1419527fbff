package org.whence.dkim;

import java.security.MessageDigest;
import java.util.OptionalInt;

/// Looks for the beginning of a body that has the hash that was signed: what is behind it was put
/// there afterwards. The body is hashed once, and the hash looked at after each line.
final class SignedPrefix {
  private static final byte[] LINE_END = {'\r', '\n'};

  private final byte[] body;
  private final BodyTrial trial;
  private final MessageDigest digest;
  private int heldLineEnds;

  private SignedPrefix(byte[] body, BodyTrial trial) {
    this.body = body;
    this.trial = trial;
    this.digest = trial.algorithm().digest();
  }

  /// Where the signed beginning ends, behind a line; empty where no beginning fits.
  static OptionalInt find(byte[] body, BodyTrial trial) {
    return new SignedPrefix(body, trial).find();
  }

  private OptionalInt find() {
    for (var at = 0; at < body.length; ) {
      var end = at;
      while (end < body.length && body[end] != '\n') {
        end++;
      }
      var next = Math.min(end + 1, body.length);
      if (line(at, end > at && body[end - 1] == '\r' ? end - 1 : end) && fits()) {
        return OptionalInt.of(next);
      }
      at = next;
    }
    return OptionalInt.empty();
  }

  /// Adds a line.
  ///
  /// @return whether there is anything in it; empty lines at the end do not count
  private boolean line(int from, int to) {
    var out = new OctetBuffer(to - from);
    var blank = false;
    for (var i = from; i < to; i++) {
      var isBlank = body[i] == ' ' || body[i] == '\t';
      if (isBlank && trial.how() == Canonicalization.RELAXED) {
        blank = true;
      } else {
        if (blank) {
          out.add(' ');
          blank = false;
        }
        out.add(body[i]);
      }
    }
    if (out.size() == 0) {
      heldLineEnds++;
      return false;
    }
    for (; heldLineEnds > 0; heldLineEnds--) {
      digest.update(LINE_END);
    }
    out.moveTo((octets, start, end) -> digest.update(octets, start, end - start));
    heldLineEnds = 1;
    return true;
  }

  private boolean fits() {
    trial.count(1);
    try {
      var look = (MessageDigest) digest.clone();
      look.update(LINE_END);
      return Base64Text.of(look.digest()).equals(trial.claimed());
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the hashes of every Java can be copied", e);
    }
  }
}
