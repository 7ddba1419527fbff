package org.whence.report;

import org.whence.dns.Presentation;
import org.whence.ip.AddressLiteral;
import org.whence.ip.Addresses;

/// Records in text with addresses as RFC 5952 has them: dnsjava writes every zero group.
final class Rdata {
  private Rdata() {}

  static String canonical(Presentation.Row row) {
    return "AAAA".equals(row.type())
        ? AddressLiteral.find(row.data())
            .filter(literal -> !literal.mapped())
            .map(literal -> Addresses.text(literal.address()))
            .orElse(row.data())
        : row.data();
  }

  /// The record as a line of a master file.
  static String line(Presentation.Row row) {
    return new Presentation.Row(row.name(), row.ttl(), row.type(), canonical(row)).line();
  }
}
