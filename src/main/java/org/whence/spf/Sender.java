package org.whence.spf;

import org.whence.dns.ALabel;

/// The `<sender>` of `check_host()` (RFC 7208, 4.1).
///
/// @param local the local-part; `postmaster` where there is none (4.3)
/// @param domain the domain in A-labels, without the root dot; may be no name at all
record Sender(SpfIdentity identity, String local, String domain) {
  private static final String POSTMASTER = "postmaster";

  /// The MAIL FROM identity, which is that of HELO for the null sender (2.4).
  static Sender ofMailFrom(SpfRequest request) {
    var path = request.mailFrom().strip();
    var bare =
        path.startsWith("<") && path.endsWith(">") ? path.substring(1, path.length() - 1) : path;
    if (bare.isEmpty()) {
      return ofHelo(request);
    }
    // A quoted local-part may hold an "@" (RFC 5321, 4.1.2), a domain may not.
    var at = bare.lastIndexOf('@');
    var local = at <= 0 ? POSTMASTER : bare.substring(0, at);
    return new Sender(SpfIdentity.MAIL_FROM, local, domain(bare.substring(at + 1)));
  }

  /// The sender of a request, or `postmaster` at the domain where there is none.
  static Sender of(SpfRequest request, String domain) {
    var sender = ofMailFrom(request);
    return sender.identity() == SpfIdentity.MAIL_FROM
        ? sender
        : new Sender(SpfIdentity.MAIL_FROM, POSTMASTER, domain(domain));
  }

  static Sender ofHelo(SpfRequest request) {
    return new Sender(SpfIdentity.HELO, POSTMASTER, domain(request.helo().strip()));
  }

  String text() {
    return local + "@" + domain;
  }

  private static String domain(String text) {
    return ALabel.domain(text.endsWith(".") ? text.substring(0, text.length() - 1) : text);
  }
}
