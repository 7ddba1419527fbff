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
}
