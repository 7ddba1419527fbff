package org.whence.mail.mime;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;

/// UTF-7 (RFC 2152), which Java does not have: ASCII, in which `+` and base64 up to the next other
/// character stand for UTF-16. It is decoded alone, nobody writes it any more.
final class Utf7 extends Charset {
  static final String NAME = "utf-7";
  static final Charset CHARSET = new Utf7();

  private static final String DIGITS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  private Utf7() {
    super(NAME, new String[0]);
  }

  @Override
  public boolean contains(Charset other) {
    return other.equals(this);
  }

  @Override
  public CharsetDecoder newDecoder() {
    return new Decoder();
  }

  @Override
  public CharsetEncoder newEncoder() {
    throw new UnsupportedOperationException("UTF-7 is not written");
  }

  @Override
  public boolean canEncode() {
    return false;
  }

  private static final class Decoder extends CharsetDecoder {
    private boolean shifted;
    private boolean empty;
    private int bits;
    private int count;

    Decoder() {
      super(CHARSET, 1, 1);
    }

    @Override
    protected void implReset() {
      shifted = false;
      count = 0;
    }

    @Override
    protected CoderResult decodeLoop(ByteBuffer in, CharBuffer out) {
      while (in.hasRemaining()) {
        if (!out.hasRemaining()) {
          return CoderResult.OVERFLOW;
        }
        var octet = in.get(in.position());
        if (octet < 0) {
          return CoderResult.malformedForLength(1);
        }
        in.get();
        if (shifted) {
          shifted((char) octet, out);
        } else if (octet == '+') {
          shifted = true;
          empty = true;
          count = 0;
        } else {
          out.put((char) octet);
        }
      }
      return CoderResult.UNDERFLOW;
    }

    private void shifted(char c, CharBuffer out) {
      var digit = DIGITS.indexOf(c);
      if (digit >= 0) {
        empty = false;
        bits = (bits << 6 | digit) & 0x3FFFFF;
        count += 6;
        if (count >= 16) {
          count -= 16;
          out.put((char) (bits >> count));
        }
        return;
      }
      shifted = false;
      if (c != '-') {
        out.put(c);
      } else if (empty) {
        out.put('+');
      }
    }
  }
}
