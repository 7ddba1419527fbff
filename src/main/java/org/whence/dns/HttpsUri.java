package org.whence.dns;

import java.net.InetAddress;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A server of DNS over HTTPS: `https://HOST[:PORT][/PATH][#ADDRESS]`, the host being a name or an
/// address. With an address behind `#` nobody has to look up the name; without one, the system
/// does, in whatever way it usually does that.
///
/// @param host a name with A-labels, or an address as it stands in a URI
/// @param path with its query, if any
/// @param at where the server is, if that was written
record HttpsUri(String host, int port, String path, Optional<InetAddress> at) implements ServerUri {
  private static final String SCHEME = "https:";
  static final int PORT = 443;
  static final String USUAL_PATH = "/dns-query";
  private static final String EXAMPLE = "https://dns.example/dns-query#192.0.2.53";

  /// A path with what RFC 3986, 3.3 and 3.4, allow there.
  private static final Pattern URI_PATTERN =
      Pattern.compile(
          "https://(?:\\[(?<six>[^\\]]*)\\]|(?<host>[^:\\[\\]/#?@]+))(?::(?<port>\\d{1,5}))?"
              + "(?<path>/[A-Za-z0-9._~!$&'()*+;=:@%/?-]*)?(?:#\\[?(?<at>[^\\]]*)\\]?)?",
          Pattern.CASE_INSENSITIVE);

  static boolean isOne(String text) {
    return text.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
  }

  static HttpsUri parse(String text) throws ResolverProblem {
    // RFC 8484, 4.1: URIs are published as templates, whose variable is for GET.
    var parts = URI_PATTERN.matcher(text.replace("{?dns}", ""));
    if (!parts.matches()) {
      throw new ResolverProblem(text, "not a resolver's URI; use " + EXAMPLE);
    }
    var six = parts.group("six");
    var host = six == null ? host(parts.group("host")) : address(six).map(HttpsUri::bracketed);
    if (host.isEmpty()) {
      throw new ResolverProblem(text, "neither a name nor an address; use " + EXAMPLE);
    }
    var path = parts.group("path") == null ? USUAL_PATH : parts.group("path");
    if (!isReadable(path)) {
      throw new ResolverProblem(text, "not a path; use " + EXAMPLE);
    }
    var port = ServerUri.port(text, parts.group("port"), PORT);
    return new HttpsUri(host.get(), port, path, at(text, parts.group("at")));
  }

  private static Optional<String> host(String text) {
    var address = Endpoint.address(text).map(InetAddress::getHostAddress);
    return address.isPresent() ? address : ServerUri.hostName(text);
  }

  /// IPv6; what is more in brackets is none.
  private static Optional<InetAddress> address(String text) {
    return text.contains(":") && !text.contains("%") ? Endpoint.address(text) : Optional.empty();
  }

  private static String bracketed(InetAddress address) {
    var text = new Endpoint(address, PORT).hostText();
    return text.indexOf(':') < 0 ? text : "[" + text + "]";
  }

  private static boolean isReadable(String path) {
    try {
      return URI.create("https://host" + path).getRawPath() != null;
    } catch (IllegalArgumentException notAUri) {
      return false;
    }
  }

  private static Optional<InetAddress> at(String uri, @Nullable String written)
      throws ResolverProblem {
    if (written == null) {
      return Optional.empty();
    }
    var address = Endpoint.address(written);
    if (address.isEmpty()) {
      throw new ResolverProblem(uri, "what stands behind # is no address; use " + EXAMPLE);
    }
    return address;
  }

  @Override
  public String canonical() {
    return "https://"
        + host
        + (port == PORT ? "" : ":" + port)
        + path
        + at.map(address -> "#" + new Endpoint(address, port).hostText()).orElse("");
  }

  @Override
  public String described() {
    return canonical() + (isLookedUp() ? " (looked up by this system)" : "");
  }

  /// Whether the system is asked where the server is.
  boolean isLookedUp() {
    return at.isEmpty() && !isLiteral();
  }

  private boolean isLiteral() {
    return host.startsWith("[") || Endpoint.address(host).isPresent();
  }

  /// As whom the server must show itself.
  String name() {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  /// Where requests go: to the address, where it is known.
  URI target() {
    var authority = at.map(HttpsUri::bracketed).orElse(host);
    return URI.create("https://" + authority + ":" + port + path);
  }

  @Override
  public Server server(Trust trust) {
    return Server.https(new HttpsTransport(this, trust));
  }
}
