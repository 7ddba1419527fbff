package org.whence.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.whence.dns.ScriptedServer.answer;
import static org.whence.dns.ScriptedServer.rcode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whence.TestAuthority;
import org.whence.dns.Attempt.Problem;
import org.whence.dns.ScriptedServer.Play;
import org.xbill.DNS.EDNSOption;
import org.xbill.DNS.Rcode;

/// DNS over TLS (RFC 7858) and whom it believes.
@Timeout(300)
final class TlsTest {
  private static final Question A = Questions.of("a.example", "A");
  private static final Play GOOD = answer("a.example. 60 IN A 192.0.2.1");
  private static final Duration LONG = Duration.ofMinutes(5);

  @TempDir static Path folder;

  private static TestAuthority authority;
  private static Path file;

  @BeforeAll
  static void found() throws Exception {
    authority = new TestAuthority("Test authority");
    file = Files.writeString(folder.resolve("ca.pem"), "a comment\n" + authority.pem());
  }

  private static Resolution open(String uri, Optional<Path> trusted) throws IOException {
    var settings =
        ResolverSettings.defaults().withResolver(uri).withTimeout(LONG).withAuthority(trusted);
    return Resolvers.open(settings, InstantSource.system());
  }

  private static Exchange ask(String uri, Optional<Path> trusted) throws Exception {
    try (var resolution = open(uri, trusted)) {
      return resolution.resolver().resolve(A);
    }
  }

  private static void assertRefused(Exchange exchange, String why) {
    assertThat(exchange.answer())
        .isInstanceOfSatisfying(
            Answer.Failed.class,
            failed -> {
              assertThat(failed.failure()).isEqualTo(Failure.NETWORK);
              assertThat(failed.detail()).matches(why);
            });
    // Asking again would only meet the same certificate.
    assertThat(exchange.attempts()).isEmpty();
    assertThat(exchange.response()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"#dns.test", "#dns.TEST.", ""})
  void certificateOfTheNameOrOfTheAddressIsBelieved(String name) throws Exception {
    var identity = authority.issue("dns.test", "127.0.0.1");
    try (var server = ScriptedServer.tls(identity.context(), GOOD)) {
      var exchange = ask(server.uri("tls") + name, Optional.of(file));

      assertThat(exchange.answer()).isInstanceOf(Answer.Records.class);
      assertThat(exchange.server()).startsWith(server.uri("tls"));
      assertThat(exchange.transport()).isEqualTo("tls");
      assertThat(exchange.response()).isPresent();
      assertThat(exchange.attempts()).isEmpty();
    }
  }

  @Test
  void certificateOfAnotherNameIsRefused() throws Exception {
    try (var server = ScriptedServer.tls(authority.issue("dns.test", "192.0.2.1").context())) {
      assertRefused(
          ask(server.uri("tls") + "#other.test", Optional.of(file)),
          "its certificate is not for other\\.test but for dns\\.test, 192\\.0\\.2\\.1;"
              + " correct the name");
    }
  }

  @Test
  void certificateWithoutTheAddressNeedsTheName() throws Exception {
    try (var server = ScriptedServer.tls(authority.issue("dns.test").context())) {
      assertRefused(
          ask(server.uri("tls"), Optional.of(file)),
          "its certificate is not for 127\\.0\\.0\\.1 but for dns\\.test;"
              + " write the server's name behind its URI: #NAME");
    }
  }

  @Test
  void certificateOfAnUnknownAuthorityIsRefused() throws Exception {
    try (var server = ScriptedServer.tls(authority.issue("dns.test").context())) {
      assertRefused(
          ask(server.uri("tls") + "#dns.test", Optional.empty()),
          "its certificate comes from an authority that is not trusted \\(CN=Test authority\\);"
              + " name that authority's file with --ca");
    }
  }

  @Test
  void expiredCertificateIsRefusedAndSoIsOneOfTomorrow() throws Exception {
    var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    var hour = Duration.ofHours(1);
    var expired = authority.issue(now.minus(hour.multipliedBy(2)), now.minus(hour), "dns.test");
    var early = authority.issue(now.plus(hour), now.plus(hour.multipliedBy(2)), "dns.test");
    try (var server = ScriptedServer.tls(expired.context());
        var other = ScriptedServer.tls(early.context())) {
      assertRefused(
          ask(server.uri("tls") + "#dns.test", Optional.of(file)),
          "its certificate expired on " + now.minus(hour));
      assertRefused(
          ask(other.uri("tls") + "#dns.test", Optional.of(file)),
          "its certificate is not valid before " + now.plus(hour));
    }
  }

  @Test
  void selfSignedCertificateIsBelievedOnlyWhereItIsTheFiles() throws Exception {
    var own = new TestAuthority("dns.test").issueSelf("dns.test");
    var pinned = Files.writeString(folder.resolve("self.pem"), own.pem());
    try (var server = ScriptedServer.tls(own.context(), GOOD)) {
      var uri = server.uri("tls") + "#dns.test";
      assertRefused(ask(uri, Optional.of(file)), "its certificate comes from an authority that.*");
      assertThat(ask(uri, Optional.of(pinned)).answer()).isInstanceOf(Answer.Records.class);
    }
  }

  @Test
  void queriesArePaddedToBlocksAndWithoutEdnsAsTheyAre() throws Exception {
    var identity = authority.issue("127.0.0.1");
    try (var server = ScriptedServer.tls(identity.context(), rcode(Rcode.FORMERR), GOOD, GOOD)) {
      try (var resolution = open(server.uri("tls"), Optional.of(file))) {
        var exchange = resolution.fresh().resolve(A);
        assertThat(exchange.answer()).isInstanceOf(Answer.Records.class);
        assertThat(exchange.attempts())
            .extracting(Attempt::problem)
            .containsExactly(Problem.NO_EDNS);
        resolution.fresh().resolve(Questions.of("a-rather-longer-name.a.example", "A"));
      }
      // RFC 8467, 4.1.
      assertThat(server.asked())
          .extracting(ScriptedServer.Query::size)
          .containsExactly(128, 27, 128);
      assertThat(server.asked().getFirst().message().getOPT().getOptions())
          .extracting(EDNSOption::getCode)
          .containsExactly(EDNSOption.Code.PADDING);
      // One connection for all of it.
      assertThat(server.asked().stream().map(ScriptedServer.Query::from).distinct()).hasSize(1);
    }
  }

  @Test
  void fileThatHoldsNoAuthorityIsToldInOneLine() throws Exception {
    var missing = folder.resolve("missing.pem");
    var wrong = Files.writeString(folder.resolve("wrong.pem"), "no certificate\n");
    var cut = Files.writeString(folder.resolve("cut.pem"), authority.pem().substring(0, 200));
    var broken =
        Files.writeString(
            folder.resolve("broken.pem"), authority.pem() + authority.pem().replace("MI", "AA"));

    for (var each :
        List.of(
            List.of(missing, "no such file; check its name and folder"),
            List.of(folder, "is a directory, not a file of certificates"),
            List.of(
                wrong, "no certificate in it; a PEM file has lines -----BEGIN CERTIFICATE-----"),
            List.of(cut, "certificate 1 is cut off"),
            List.of(broken, "certificate 2 cannot be read"))) {
      var path = (Path) each.getFirst();
      assertThatThrownBy(() -> open("udp://127.0.0.1", Optional.of(path)))
          .isInstanceOf(IOException.class)
          .isNotInstanceOf(ResolverProblem.class)
          .hasMessage(path + ": " + each.getLast());
    }
  }
}
