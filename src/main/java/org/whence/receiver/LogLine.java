package org.whence.receiver;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.whence.chain.Verdict;
import org.whence.ip.Addresses;

/// The line that a server logs when it refuses a client, with structured data (RFC 5424, 6).
public final class LogLine {
  /// The enterprise number for documentation (RFC 5612); a site that logs has one of its own.
  public static final long DOCUMENTATION_ENTERPRISE = 32_473;

  private static final int MAIL_WARNING = 2 * 8 + 4;
  private static final int MAIL_INFORMATIONAL = 2 * 8 + 6;
  private static final int LONGEST_HOST = 255;

  private LogLine() {}

  /// The line for IPREV of a client, without a line end.
  ///
  /// @param host the server that logs, hostile
  /// @param enterprise a private enterprise number of IANA, from 0 on (RFC 5424, 7.2.2)
  /// @param when when it was logged
  public static String iprev(String host, long enterprise, Instant when, Session session) {
    var verdict = session.iprev().map(iprev -> iprev.verdict()).orElse(Verdict.NONE);
    var reason = session.iprev().map(iprev -> iprev.reason().word()).orElse("");
    return "<"
        + (verdict == Verdict.PASS ? MAIL_INFORMATIONAL : MAIL_WARNING)
        + ">1 "
        + when.truncatedTo(ChronoUnit.MILLIS)
        + " "
        + host(host)
        + " whence - iprev [netsec@"
        + Math.max(0, enterprise)
        + " mechanism=\"iprev\" ip=\""
        + escaped(Addresses.text(session.client()))
        + "\" domain=\""
        + escaped(domain(session))
        + "\"] iprev="
        + verdict.word()
        + (reason.isEmpty() ? "" : " " + reason);
  }

  /// The sender's domain, or else the client's first name.
  private static String domain(Session session) {
    return session
        .senderDomain()
        .or(() ->
            session.iprev().stream()
                .flatMap(iprev -> iprev.names().stream())
                .map(name -> name.name())
                .findFirst())
        .orElse("");
  }

  /// RFC 5424, 6.2.4: printable ASCII without blanks.
  private static String host(String host) {
    var clean = SmtpText.printable(host).replace(' ', '_');
    return clean.isEmpty() ? "-" : clean.substring(0, Math.min(LONGEST_HOST, clean.length()));
  }

  /// RFC 5424, 6.3.3: backslash, quotation mark and closing bracket are escaped.
  static String escaped(String raw) {
    return SmtpText.printable(raw).replace("\\", "\\\\").replace("\"", "\\\"").replace("]", "\\]");
  }
}
