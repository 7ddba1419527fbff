package org.whence.dns;

import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A server at an address: `udp://ADDRESS[:PORT]`, `tcp://ADDRESS[:PORT]`,
/// `tls://ADDRESS[:PORT][#NAME]`, IPv6 in brackets. There is nobody yet to look up a name;
/// `localhost` is 127.0.0.1. The name behind `#` is as whom the server must show itself (RFC 8310,
/// 5).
record AddressUri(Scheme scheme, Endpoint endpoint, Optional<String> name) implements ServerUri {
  private static final Pattern URI =
      Pattern.compile(
          "(?<scheme>[a-z]+)://(?:\\[(?<six>[^\\]]*)\\]|(?<host>[^:\\[\\]/#?@]*))"
              + "(?::(?<port>\\d{1,5}))?/?(?:#(?<name>.*))?",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /// How a server is asked.
  enum Scheme {
    UDP(53, "udp://192.0.2.53:53"),
    TCP(53, "tcp://[2001:db8::53]:53"),
    TLS(853, "tls://192.0.2.53:853#dns.example");

    private final int port;
    private final String example;

    Scheme(int port, String example) {
      this.port = port;
      this.example = example;
    }

    /// As it stands before the colon.
    String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// A server at its scheme's port.
  static AddressUri of(Scheme scheme, InetAddress host, Optional<String> name) {
    return new AddressUri(scheme, new Endpoint(host, scheme.port), name);
  }

  static boolean isOne(String text) {
    return scheme(text).isPresent();
  }

  private static Optional<Scheme> scheme(String text) {
    for (var scheme : Scheme.values()) {
      if (text.regionMatches(true, 0, scheme.text() + ":", 0, scheme.text().length() + 1)) {
        return Optional.of(scheme);
      }
    }
    return Optional.empty();
  }

  static AddressUri parse(String text) throws ResolverProblem {
    var scheme = scheme(text);
    var parts = URI.matcher(text);
    if (scheme.isEmpty() || !parts.matches()) {
      throw new ResolverProblem(text, "not a resolver's URI; use " + EXAMPLES);
    }
    var literal = parts.group("six") == null ? parts.group("host") : parts.group("six");
    var host = Endpoint.address(literal.equalsIgnoreCase("localhost") ? "127.0.0.1" : literal);
    if (host.isEmpty() || literal.contains(":") == (parts.group("six") == null)) {
      throw new ResolverProblem(text, "not an address; use " + scheme.get().example);
    }
    var port = ServerUri.port(text, parts.group("port"), scheme.get().port);
    var name = name(text, scheme.get(), parts.group("name"));
    return new AddressUri(scheme.get(), new Endpoint(host.get(), port), name);
  }

  private static Optional<String> name(String uri, Scheme scheme, @Nullable String written)
      throws ResolverProblem {
    if (written == null) {
      return Optional.empty();
    }
    if (scheme != Scheme.TLS) {
      throw new ResolverProblem(
          uri, "a name behind # belongs to tls:// alone; use " + scheme.example);
    }
    var name = ServerUri.hostName(written);
    if (name.isEmpty()) {
      throw new ResolverProblem(
          uri, "what stands behind # is no server's name; use " + scheme.example);
    }
    return name;
  }

  @Override
  public String canonical() {
    return endpoint.uri(scheme.text()) + name.map(name -> "#" + name).orElse("");
  }

  @Override
  public Server server(Trust trust) {
    return switch (scheme) {
      case UDP -> Server.udp(endpoint);
      case TCP -> Server.tcp(endpoint);
      case TLS -> Server.tls(canonical(), new TlsDialer(endpoint, name, trust));
    };
  }
}
