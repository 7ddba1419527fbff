package org.whence.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whence.TestAuthority;
import org.whence.TestZone;
import org.whence.chain.Branch;
import org.whence.chain.ChainTopic;
import org.whence.chain.Finding;
import org.whence.chain.Reason;
import org.whence.chain.Step;
import org.whence.chain.Value;
import org.whence.fetch.HttpsFetch.Reach;

/// Fetching from servers on loopback, which only a test may.
@Timeout(60)
final class HttpsFetchTest {
  private static final String URI = "https://mta-sts.a.example/.well-known/mta-sts.txt";
  private static final String ZONE = "mta-sts.a.example A 127.0.0.1";
  private static final String POLICY = "version: STSv1\r\nmode: enforce\r\n";

  private static Step fetch(String uri, String zone, HttpsFetch fetch) throws InterruptedException {
    var root = Branch.root(TestZone.of(zone), ChainTopic.QUESTION);
    var prospect = fetch.look(uri, root);
    if (prospect.isPresent()) {
      prospect.get().fetch(() -> TestZone.NOW);
    }
    return root.close().steps().getFirst();
  }

  private static Reason reason(Step step) {
    return step.outcome().orElseThrow().reason();
  }

  /// Fetches from a server that shows a certificate for this name and gives this answer.
  private static Step served(String name, String answer) throws Exception {
    try (var server = new FetchServer(name, answer)) {
      return fetch(URI, ZONE, server.fetch());
    }
  }

  @Test
  void documentIsToldLineByLineWithItsHash() throws Exception {
    var step = served("mta-sts.a.example", "HTTP/1.1 200 OK\r\n\r\n" + POLICY);

    assertThat(reason(step)).isEqualTo(FetchReason.FETCHED);
    assertThat(step.findings())
        .extracting(Finding::values)
        .extracting(values -> values.getFirst())
        .containsExactly(
            Value.domain("mta-sts.a.example"),
            Value.of("version: STSv1"),
            Value.of("mode: enforce"));
    assertThat(step.outcome().orElseThrow().values().getFirst())
        .isEqualTo(Value.of(POLICY.length()));
  }

  @Test
  void chunksArePutTogether() throws Exception {
    var chunks = "3\r\nabc\r\n2;x\r\nde\r\n0\r\n\r\n";
    var header = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    var step = served("mta-sts.a.example", header + chunks);

    assertThat(step.findings().getLast().values()).containsExactly(Value.of("abcde"));
  }

  @ParameterizedTest
  @CsvSource({
    "HTTP/1.1 301 Moved, OTHER_STATUS",
    "HTTP/1.1 404 Not Found, OTHER_STATUS",
    "220 mail.example ESMTP, FAILED",
    "HTTP/1.1 x OK, FAILED"
  })
  void anythingButTheDocumentIsTold(String line, FetchReason reason) throws Exception {
    assertThat(
            reason(served("mta-sts.a.example", line + "\r\nLocation: https://b.example\r\n\r\n")))
        .isEqualTo(reason);
  }

  @Test
  void documentThatWasCutOffIsNotTaken() throws Exception {
    var answer = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n" + POLICY;

    assertThat(reason(served("mta-sts.a.example", answer))).isEqualTo(FetchReason.FAILED);
  }

  @ParameterizedTest
  @CsvSource({
    "https://mta-sts.a.example//, //",
    "https://mta-sts.a.example//x?//, //x?//",
    "https://mta-sts.a.example?q, /?q",
    "https://mta-sts.a.example/\u00FC, /%C3%BC",
    "https://MTA-STS.A.example:443/x#y, /x",
  })
  void pathIsAskedForAsItIsWritten(String uri, String path) {
    assertThat(Target.of(uri)).get().extracting(Target::path).isEqualTo(path);
    assertThat(HttpsFetch.host(uri))
        .hasValueSatisfying(host -> assertThat(host).isEqualToIgnoringCase("mta-sts.a.example"));
  }

  @Test
  void hostMayBeWrittenInUnicode() {
    assertThat(HttpsFetch.host("https://b\u00FCcher.example/x")).contains("xn--bcher-kva.example");
    assertThat(HttpsFetch.host("https://localhost/x")).isEmpty();
    assertThat(HttpsFetch.host("https://2130706433/x")).isEmpty();
  }

  @Test
  void certificateOfAnotherNameIsRefused() throws Exception {
    assertThat(reason(served("other.example", "HTTP/1.1 200 OK\r\n\r\n" + POLICY)))
        .isEqualTo(FetchReason.FAILED);
  }

  @Test
  void documentWithoutAnEndIsCutOff() throws Exception {
    var large = "HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(HttpsFetch.MAX_SIZE + 1);

    assertThat(reason(served("mta-sts.a.example", large))).isEqualTo(FetchReason.TOO_LARGE);
  }

  /// The head of a TLS record of 16,384 octets, which then come one by one without an end.
  private static final byte[] BEGUN = {0x16, 0x03, 0x03, 0x40, 0x00};

  private static Reach reach(ServerSocket server, Duration patience) throws Exception {
    return FetchServer.reach(new TestAuthority("test"), server.getLocalPort(), patience);
  }

  private static void drip(ServerSocket server, CountDownLatch enough) {
    try (var socket = server.accept()) {
      socket.getOutputStream().write(BEGUN);
      while (!enough.await(20, TimeUnit.MILLISECONDS)) {
        socket.getOutputStream().write(0);
        socket.getOutputStream().flush();
      }
    } catch (IOException | InterruptedException gone) {
      // The client has had enough.
    }
  }

  @Test
  void handshakeThatDripsMeetsTheDeadline() throws Exception {
    var enough = new CountDownLatch(1);
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var dripping = Thread.ofVirtual().start(() -> drip(server, enough));
      var reach = reach(server, Duration.ofSeconds(1));
      var step = fetch(URI, ZONE, new HttpsFetch(reach));

      assertThat(reason(step)).isEqualTo(FetchReason.FAILED);
      assertThat(step.outcome().orElseThrow().values())
          .containsExactly(Value.of("took longer than 1 s"));
      enough.countDown();
      dripping.join();
    }
  }

  @Test
  void whatCameIsToldAgainWithoutAskingAnybody() throws Exception {
    var root = Branch.root(TestZone.of(ZONE), ChainTopic.QUESTION);
    Fetched document;
    var answer = "HTTP/1.1 200 OK\r\nDate: Mon, 23 Nov 2026 10:00:07 GMT\r\n\r\n" + POLICY;
    try (var server = new FetchServer("mta-sts.a.example", answer)) {
      document = server.fetch().look(URI, root).orElseThrow().fetch(() -> TestZone.NOW);
    }
    var step = root.close().steps().getFirst();
    var reply = document.reply().orElseThrow();
    var known = fetch(URI, ZONE, HttpsFetch.known(reply));

    assertThat(known.findings()).isEqualTo(step.findings());
    assertThat(known.outcome()).isEqualTo(step.outcome());
    assertThat(step.findings().getFirst().values())
        .containsExactly(
            Value.domain("mta-sts.a.example"),
            Value.of(InetAddress.getLoopbackAddress()),
            Value.of("2026-11-23T15:40:12Z"));
    assertThat(reply.came())
        .isInstanceOfSatisfying(
            Fetched.Came.Content.class,
            came -> assertThat(came.date()).contains(Instant.parse("2026-11-23T10:00:07Z")));
  }

  @Test
  void prospectIsShownBeforeAnythingIsSent() throws Exception {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      server.setSoTimeout(1);
      var root = Branch.root(TestZone.of(ZONE), ChainTopic.QUESTION);
      var reach = reach(server, Duration.ofSeconds(50));
      var prospect = new HttpsFetch(reach).look(URI + "?x=1", root).orElseThrow();

      assertThat(prospect.host()).isEqualTo("mta-sts.a.example");
      assertThat(prospect.path()).isEqualTo("/.well-known/mta-sts.txt?x=1");
      assertThat(prospect.address()).isEqualTo(InetAddress.getLoopbackAddress());
      prospect.leave();
      assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
      var step = root.close().steps().getFirst();
      assertThat(reason(step)).isEqualTo(FetchReason.LEFT);
      assertThat(step.allExchanges()).hasSize(2);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://mta-sts.a.example/",
        "https://127.0.0.1/",
        "https://[::1]/",
        "https://user@mta-sts.a.example/",
        "https://mta-sts.a.example:8443/",
        "https:///x",
        "file:///etc/passwd",
        "https://a.example/\r\nX: y",
        "not a uri"
      })
  void onlyHttpsOfAHostWithANameIsFetched(String uri) throws InterruptedException {
    assertThat(reason(fetch(uri, "", new HttpsFetch(Reach.everybody()))))
        .isEqualTo(FetchReason.NOT_ALLOWED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A 127.0.0.1",
        "A 10.0.0.1",
        "A 169.254.169.254",
        "AAAA ::1",
        "AAAA fd00::1",
        "AAAA ::ffff:127.0.0.1"
      })
  void nameThatLeadsIntoOnesOwnNetworkIsRefused(String record) throws InterruptedException {
    assertThat(reason(fetch(URI, "mta-sts.a.example " + record, new HttpsFetch(Reach.everybody()))))
        .isEqualTo(FetchReason.SET_ASIDE);
  }

  @Test
  void oneSuchAddressAmongOthersIsEnough() throws InterruptedException {
    var zone = "mta-sts.a.example A 8.8.8.8\nmta-sts.a.example A 192.168.0.1";

    assertThat(reason(fetch(URI, zone, new HttpsFetch(Reach.everybody()))))
        .isEqualTo(FetchReason.SET_ASIDE);
  }

  @ParameterizedTest
  @CsvSource({"NXDOMAIN, NO_ADDRESS", "A SERVFAIL, LOOKUP_FAILED"})
  void hostWithoutAnAddressIsTold(String record, FetchReason reason) throws InterruptedException {
    assertThat(reason(fetch(URI, "mta-sts.a.example " + record, new HttpsFetch(Reach.everybody()))))
        .isEqualTo(reason);
  }
}
