package org.whence.casefile;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.util.HexFormat;
import org.whence.mail.Sha256;

/// What a part of a case holds, read as often as it is written.
///
/// @param size how many octets
/// @param sha256 their digest, 64 hexadecimal digits in lower case
record Content(long size, String sha256, WholeFile.Writes octets) {
  static Content of(byte[] octets) {
    return new Content(octets.length, Sha256.of(octets), out -> out.write(octets));
  }

  /// Of octets that nobody holds.
  static Content of(long size, WholeFile.Writes octets) throws IOException {
    var digest = Sha256.digest();
    octets.to(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
    return new Content(size, HexFormat.of().formatHex(digest.digest()), octets);
  }
}
