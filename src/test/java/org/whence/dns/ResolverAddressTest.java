package org.whence.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.Name;
import org.xbill.DNS.config.InitializationException;
import org.xbill.DNS.config.ResolverConfigProvider;

final class ResolverAddressTest {
  @ParameterizedTest
  @CsvSource({
    "udp://192.0.2.53:5300, udp://192.0.2.53:5300",
    "udp://192.0.2.53, udp://192.0.2.53:53",
    "UDP://192.0.2.53/, udp://192.0.2.53:53",
    "tcp://[2001:DB8:0::53], tcp://[2001:db8::53]:53",
    "tcp://[::1]:5300, tcp://[::1]:5300",
    "udp://localhost:5300, udp://127.0.0.1:5300",
    "tls://192.0.2.53, tls://192.0.2.53:853",
    "TLS://[2001:db8::53]:8853#DNS.example., tls://[2001:db8::53]:8853#DNS.example",
    "tls://192.0.2.53#dns.bücher.example, tls://192.0.2.53:853#dns.xn--bcher-kva.example",
    "'udp://192.0.2.53, tcp://[::1]', 'udp://192.0.2.53:53, tcp://[::1]:53'"
  })
  void uriNamesAServer(String text, String canonical) throws ResolverProblem {
    var address = ResolverAddress.parse(text, Profiles.none());

    assertThat(address.description()).isEqualTo(canonical);
    assertThat(address.named()).isTrue();
    assertThat(address.servers(Trust.ofPlatform()))
        .allMatch(server -> server.whole().isPresent() == isUdp(server));
  }

  private static boolean isUdp(Server server) {
    return server.first() instanceof UdpTransport;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "udp://x",
        "udp://ns.example:53",
        "udp://192.0.513",
        "udp://192.0.2.053",
        "udp://192.0.2.256",
        "udp://[192.0.2.53]",
        "udp://[::g]",
        "udp://[]",
        "udp://",
        "udp://192.0.2.53,udp://x",
        "tls://dns.google",
        "tls://#dns.google"
      })
  void nameOrHalfAnAddressIsRefused(String text) {
    var uri = text.substring(text.lastIndexOf(',') + 1);

    assertThatThrownBy(() -> ResolverAddress.parse(text, Profiles.none()))
        .isInstanceOf(ResolverProblem.class)
        .hasMessageStartingWith(
            uri + ": not an address; use " + uri.substring(0, 6) + "192.0.2.53:");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "udp:192.0.2.1",
        "udp://::1",
        "tcp://192.0.2.1:53:53",
        "udp://a b/c",
        "tls://192.0.2.1/dns-query",
        "tls://user@192.0.2.1"
      })
  void otherSpellingsAreRefusedWithAnExample(String text) {
    assertThatThrownBy(() -> ResolverAddress.parse(text, Profiles.none()))
        .isInstanceOf(ResolverProblem.class)
        .hasMessage(text + ": not a resolver's URI; use " + ServerUri.EXAMPLES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tls://192.0.2.53#",
        "tls://192.0.2.53#192.0.2.53",
        "tls://192.0.2.53#a..b",
        "tls://192.0.2.53#-a.example",
        "tls://192.0.2.53#a#b"
      })
  void whatIsNoServersNameIsRefused(String text) {
    assertThatThrownBy(() -> ResolverAddress.parse(text, Profiles.none()))
        .isInstanceOf(ResolverProblem.class)
        .hasMessage(
            text
                + ": what stands behind # is no server's name;"
                + " use tls://192.0.2.53:853#dns.example");
  }

  @Test
  void nameOfAServerInTheClearIsRefused() {
    assertThatThrownBy(() -> ResolverAddress.parse("udp://192.0.2.53#dns.example", Profiles.none()))
        .hasMessage(
            "udp://192.0.2.53#dns.example: a name behind # belongs to tls:// alone;"
                + " use udp://192.0.2.53:53");
  }

  @ParameterizedTest
  @ValueSource(strings = {"udp://192.0.2.53:0", "udp://192.0.2.53:65536"})
  void portThatIsNoneIsRefused(String text) {
    assertThatThrownBy(() -> ResolverAddress.parse(text, Profiles.none()))
        .hasMessage(text + ": not a port; use 1 to 65535");
  }

  @ParameterizedTest
  @ValueSource(strings = {"opendns", "9.9.9.9", "quic://9.9.9.9", "google-tls", "http://x"})
  void unknownResolverIsToldWithThoseThatThereAre(String text) {
    assertThatThrownBy(() -> ResolverAddress.parse(text, Profiles.none()))
        .isInstanceOf(ResolverProblem.class)
        .hasMessage(
            text
                + ": unknown resolver; use system, google, google_tls, google_https, cloudflare,"
                + " cloudflare_tls, cloudflare_https, quad9, quad9_tls, quad9_https, "
                + ServerUri.EXAMPLES);
  }

  @Test
  void messageIsOneLineWhateverWasWritten() {
    assertThatThrownBy(() -> ResolverAddress.parse("a\n\u001b[31mb", Profiles.none()))
        .hasMessageStartingWith("a<U+000A><U+001B>[31mb: unknown resolver");
    assertThatThrownBy(() -> ResolverAddress.parse(" ", Profiles.none()))
        .hasMessageStartingWith("resolver: unknown resolver");
  }

  @Test
  void profilesHaveTheAddressesThatTheirOperatorsPublish() throws ResolverProblem {
    assertThat(Profile.all())
        .extracting(Profile::name)
        .containsExactly(
            "system",
            "google",
            "google_tls",
            "google_https",
            "cloudflare",
            "cloudflare_tls",
            "cloudflare_https",
            "quad9",
            "quad9_tls",
            "quad9_https");
    assertThat(Profiles.none().find("cloudflare_tls").orElseThrow().servers())
        .contains("tls://1.1.1.1:853#cloudflare-dns.com")
        .allMatch(uri -> uri.startsWith("tls://") && uri.endsWith(":853#cloudflare-dns.com"));
    assertThat(ResolverAddress.parse("google_tls", Profiles.none()).description())
        .startsWith("google_tls (tls://8.8.8.8:853#dns.google, tls://8.8.4.4:853#dns.google, ");
    assertThat(Profiles.none().find("quad9").orElseThrow().servers())
        .containsExactly(
            "udp://9.9.9.9:53",
            "udp://149.112.112.112:53",
            "udp://[2620:fe::fe]:53",
            "udp://[2620:fe::9]:53");
    var google = ResolverAddress.parse("google", Profiles.none());
    assertThat(google.description())
        .isEqualTo("google (8.8.8.8, 8.8.4.4, 2001:4860:4860::8888, 2001:4860:4860::8844)");
    assertThat(google.named()).isFalse();
    assertThat(ResolverAddress.parse("cloudflare", Profiles.none()).description())
        .isEqualTo("cloudflare (1.1.1.1, 1.0.0.1, 2606:4700:4700::1111, 2606:4700:4700::1001)");
  }

  @ParameterizedTest
  @CsvSource({
    "https://dns.example/dns-query, https://dns.example/dns-query,"
        + " https://dns.example:443/dns-query",
    "HTTPS://DNS.example., https://DNS.example/dns-query, https://DNS.example:443/dns-query",
    "https://dns.example/q{?dns}, https://dns.example/q, https://dns.example:443/q",
    "https://dns.example:8443/a/b?c=d#192.0.2.53, https://dns.example:8443/a/b?c=d#192.0.2.53,"
        + " https://192.0.2.53:8443/a/b?c=d",
    "https://dns.example/#[2001:DB8::53], https://dns.example/#2001:db8::53,"
        + " https://[2001:db8::53]:443/",
    "https://192.0.2.53:8443, https://192.0.2.53:8443/dns-query, https://192.0.2.53:8443/dns-query",
    "https://[2001:db8:0::53]/, https://[2001:db8::53]/, https://[2001:db8::53]:443/"
  })
  void httpsNamesAServerByItsNameOrAddress(String text, String canonical, String target)
      throws ResolverProblem {
    var address = ResolverAddress.parse(text, Profiles.none());
    var uri = (HttpsUri) address.uris().getFirst();

    assertThat(uri.canonical()).isEqualTo(canonical);
    assertThat(uri.target()).hasToString(target);
    assertThat(address.description())
        .isEqualTo(canonical + (uri.isLookedUp() ? " (looked up by this system)" : ""));
    assertThat(uri.isLookedUp())
        .isEqualTo(target.toLowerCase(java.util.Locale.ROOT).contains("dns.example"));
    assertThat(((HttpsUri) ServerUri.parse(canonical)).target()).hasToString(target);
  }

  @ParameterizedTest
  @CsvSource({
    "https:dns.example, not a resolver's URI",
    "https://, not a resolver's URI",
    "https://user@dns.example/, not a resolver's URI",
    "https://dns.example/a b, not a resolver's URI",
    "https://dns..example/, neither a name nor an address",
    "https://[192.0.2.53]/, neither a name nor an address",
    "https://192.0.2.256/, neither a name nor an address",
    "https://dns.example/%zz, not a path",
    "https://dns.example/#dns.example, what stands behind # is no address"
  })
  void otherSpellingsOfHttpsAreRefusedWithAnExample(String text, String why) {
    assertThatThrownBy(() -> ResolverAddress.parse(text, Profiles.none()))
        .isInstanceOf(ResolverProblem.class)
        .hasMessage(text + ": " + why + "; use https://dns.example/dns-query#192.0.2.53");
  }

  @Test
  void publicServersOfHttpsAreReachedWithoutALookUp() throws ResolverProblem {
    for (var name : List.of("google_https", "cloudflare_https", "quad9_https")) {
      assertThat(ResolverAddress.of(Profiles.none().find(name).orElseThrow(), false).uris())
          .hasSize(4)
          .allMatch(uri -> uri instanceof HttpsUri https && !https.isLookedUp());
    }
    assertThat(Profiles.none().find("google_https").orElseThrow().servers())
        .startsWith("https://dns.google/dns-query#8.8.8.8");
  }

  /// What the operating system says.
  private record Told(boolean isEnabled, boolean works, List<InetSocketAddress> servers)
      implements ResolverConfigProvider {
    @Override
    public void initialize() throws InitializationException {
      if (!works) {
        throw new AssertionError("not enabled");
      }
    }

    @Override
    public List<Name> searchPaths() {
      return List.of();
    }
  }

  @Test
  void systemsServersAreThoseOfTheFirstWhoKnowsAny() throws IOException {
    var server = new InetSocketAddress(InetAddress.ofLiteral("192.0.2.1"), 53);
    var other = new InetSocketAddress(InetAddress.ofLiteral("192.0.2.2"), 53);
    var unresolved = InetSocketAddress.createUnresolved("ns.example", 53);

    assertThat(
            SystemServers.of(
                List.of(
                    new Told(false, false, List.of(other)),
                    new Told(true, true, List.of()),
                    new Told(true, true, List.of(unresolved, server, server)),
                    new Told(true, true, List.of(other)))))
        .containsExactly(new Endpoint(server.getAddress(), 53));
    assertThat(SystemServers.of(List.of(new Told(true, true, List.of())))).isEmpty();
  }

  @Property
  void addressesAreWrittenAsTheyAreRead(@ForAll @Size(16) byte[] octets) throws IOException {
    var host = InetAddress.getByAddress(octets);
    var text = new Endpoint(host, 53).hostText();

    assertThat(Endpoint.address(text)).contains(host);
    assertThat(text).doesNotContain(":::").isEqualTo(text.toLowerCase(java.util.Locale.ROOT));
  }

  @ParameterizedTest
  @CsvSource({
    "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
    "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
    "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
    "0:0:0:0:0:0:0:0, ::",
    "fe80:0:0:0:0:0:0:0, fe80::",
    "0:0:0:0:0:0:0:1, ::1"
  })
  void addressesAreCanonical(String text, String canonical) {
    assertThat(new Endpoint(Endpoint.address(text).orElseThrow(), 53).hostText())
        .isEqualTo(canonical);
  }

  @Property
  void parsingIsTotal(@ForAll String wild) {
    for (var text :
        List.of(
            wild,
            "udp://" + wild,
            "tcp://[" + wild + "]:" + wild,
            "tls://192.0.2.53" + wild,
            "tls://192.0.2.53#" + wild,
            "https://" + wild,
            "https://dns.example/" + wild)) {
      try {
        assertThat(ResolverAddress.parse(text, Profiles.none()).uris()).isNotEmpty();
      } catch (ResolverProblem problem) {
        assertThat(problem).message().doesNotContainPattern("\\R");
      }
    }
  }

  @Test
  void systemWithoutServersIsToldWithTheWayOut() {
    assertThatThrownBy(
            () -> ResolverAddress.of(new Profile("system", List.of(), Optional.empty()), false))
        .isInstanceOf(ResolverProblem.class)
        .hasMessage(
            "system: no name server configured;"
                + " name one, such as --resolver udp://192.0.2.53:53");
  }
}
