package org.whence.dns;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A server as a user writes it.
sealed interface ServerUri permits AddressUri, HttpsUri {
  /// What is told to whoever wrote none of them.
  String EXAMPLES =
      "udp://192.0.2.53:53, tcp://[2001:db8::53]:53, tls://192.0.2.53:853#dns.example"
          + " or https://dns.example/dns-query";

  int LARGEST_PORT = 65_535;

  /// A name that a certificate can hold (RFC 5280, 4.2.1.6). A number at its end would be meant for
  /// an address (RFC 1123, 2.1).
  Pattern NAME =
      Pattern.compile(
          "(?=.{1,253}$)(?!(?:.*\\.)?[0-9]+$)[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?"
              + "(?:\\.[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?)*",
          Pattern.CASE_INSENSITIVE);

  /// Whether a text begins as the URI of a server does, whatever follows.
  static boolean isOne(String text) {
    return HttpsUri.isOne(text) || AddressUri.isOne(text);
  }

  /// Reads the URI of a server.
  ///
  /// @throws ResolverProblem in one line with the way out, if the text is no such URI
  static ServerUri parse(String text) throws ResolverProblem {
    return HttpsUri.isOne(text) ? HttpsUri.parse(text) : AddressUri.parse(text);
  }

  /// The URI in its canonical form, with its port.
  String canonical();

  /// The URI, and what a person should know of the way there.
  default String described() {
    return canonical();
  }

  /// The server, not asked yet.
  Server server(Trust trust);

  /// The port that a URI says.
  ///
  /// @param digits up to five; null for the usual port
  static int port(String uri, @Nullable String digits, int usual) throws ResolverProblem {
    var port = digits == null ? usual : Integer.parseInt(digits);
    if (port < 1 || port > LARGEST_PORT) {
      throw new ResolverProblem(uri, "not a port; use 1 to " + LARGEST_PORT);
    }
    return port;
  }

  /// The name of a server, with A-labels and without the root dot; empty where it is none.
  static Optional<String> hostName(String text) {
    var name = ALabel.domain(text.endsWith(".") ? text.substring(0, text.length() - 1) : text);
    return NAME.matcher(name).matches() ? Optional.of(name) : Optional.empty();
  }
}
