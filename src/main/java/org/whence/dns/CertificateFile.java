package org.whence.dns;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/// Reads certificates out of a file: PEM (RFC 7468, 5), with anything between them.
final class CertificateFile {
  private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
  private static final String END = "-----END CERTIFICATE-----";

  /// A bundle of all public authorities has a quarter of this.
  private static final int MOST_OCTETS = 1 << 20;

  private CertificateFile() {}

  /// All certificates of a file, at least one.
  ///
  /// @throws IOException in one line that names the file
  static List<X509Certificate> read(Path file) throws IOException {
    try {
      if (Files.isDirectory(file)) {
        throw new IOException("is a directory, not a file of certificates");
      }
      try (var in = Files.newInputStream(file)) {
        return certificates(new String(in.readNBytes(MOST_OCTETS), StandardCharsets.ISO_8859_1));
      }
    } catch (IOException e) {
      throw new IOException(OneLine.of(file.toString()) + ": " + OneLine.cause(e), e);
    }
  }

  private static List<X509Certificate> certificates(String text) throws IOException {
    var found = new ArrayList<X509Certificate>();
    var at = 0;
    for (var begin = text.indexOf(BEGIN); begin >= 0; begin = text.indexOf(BEGIN, at)) {
      var end = text.indexOf(END, begin);
      if (end < 0) {
        throw new IOException("certificate " + (found.size() + 1) + " is cut off");
      }
      at = end + END.length();
      found.add(certificate(text.substring(begin, at), found.size() + 1));
    }
    if (found.isEmpty()) {
      throw new IOException("no certificate in it; a PEM file has lines " + BEGIN);
    }
    return found;
  }

  private static X509Certificate certificate(String pem, int number) throws IOException {
    try {
      var in = new ByteArrayInputStream(pem.getBytes(StandardCharsets.ISO_8859_1));
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
    } catch (CertificateException e) {
      throw new IOException("certificate " + number + " cannot be read", e);
    }
  }
}
