package org.whence.mail.mime;

/// A body as it is decoded: `[from, to)` of octets.
final class Encoded {
  private final String encoding;
  private final byte[] octets;
  private final int from;
  private final int to;

  /// @param encoding the transfer encoding, in lower case
  Encoded(String encoding, byte[] octets, int from, int to) {
    this.encoding = encoding;
    this.octets = octets;
    this.from = from;
    this.to = to;
  }

  Content content() {
    return Content.of(encoding, octets, from, to);
  }

  /// So many octets of the content, or all where there are fewer.
  byte[] beginning(int most) {
    return Content.beginning(encoding, octets, new Entity.Range(from, to), most).octets();
  }

  /// Size and digest of the content.
  Measured measured() {
    return Measured.of(encoding, octets, from, to);
  }
}
