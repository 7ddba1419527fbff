package org.whence.dns;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whence.TestAuthority;
import org.whence.dns.Attempt.Problem;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Section;

/// DNS over HTTPS (RFC 8484) against a server of HTTP/1.1; UnboundTest has one of HTTP/2.
@Timeout(300)
final class HttpsTest {
  private static final Question A = Questions.of("a.example", "A");
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final String DNS_MESSAGE = "application/dns-message";

  @TempDir static Path folder;

  private static TestAuthority authority;
  private static Path file;

  private Leftovers leftovers;

  @BeforeAll
  static void found() throws Exception {
    authority = new TestAuthority("Test authority");
    file = Files.writeString(folder.resolve("ca.pem"), authority.pem());
  }

  @BeforeEach
  void count() throws Exception {
    leftovers = new Leftovers();
  }

  @AfterEach
  void nothingIsLeft() throws Exception {
    leftovers.close();
  }

  /// How a server answers.
  private interface Conduct {
    void answer(WebServer server, HttpExchange exchange) throws IOException;
  }

  /// A server that answers each request in one way.
  private static final class WebServer implements AutoCloseable {
    final List<Message> asked = new CopyOnWriteArrayList<>();
    final List<String> requests = new CopyOnWriteArrayList<>();
    private final HttpsServer http;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    WebServer(Conduct conduct, String... names) throws Exception {
      http = HttpsServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
      http.setHttpsConfigurator(new HttpsConfigurator(authority.issue(names).context()));
      http.setExecutor(threads);
      http.createContext(
          "/",
          exchange -> {
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            asked.add(new Message(exchange.getRequestBody().readAllBytes()));
            conduct.answer(this, exchange);
          });
      http.start();
    }

    String uri(String host, String more) {
      return "https://" + host + ":" + http.getAddress().getPort() + more;
    }

    Message reply() throws IOException {
      var query = asked.getLast();
      var reply = new Message(query.getHeader().getID());
      reply.getHeader().setFlag(Flags.QR);
      reply.addRecord(query.getQuestion(), Section.QUESTION);
      reply.addRecord(MasterFileReader.one("a.example. 60 IN A 192.0.2.1"), Section.ANSWER);
      return reply;
    }

    @Override
    public void close() {
      http.stop(0);
      threads.shutdownNow();
    }
  }

  private static void answer(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static WebServer good(String... names) throws Exception {
    return new WebServer(
        (server, exchange) -> answer(exchange, 200, DNS_MESSAGE, server.reply().toWire()), names);
  }

  private static WebServer answering(int status, String type, String body) throws Exception {
    return new WebServer(
        (_, exchange) -> answer(exchange, status, type, body.getBytes(StandardCharsets.ISO_8859_1)),
        "127.0.0.1");
  }

  private static Resolution open(String uri, Duration timeout) throws IOException {
    var settings =
        ResolverSettings.defaults()
            .withResolver(uri)
            .withTimeout(timeout)
            .withAuthority(Optional.of(file));
    return Resolvers.open(settings, InstantSource.system());
  }

  private static Exchange ask(String uri) throws Exception {
    try (var resolution = open(uri, LONG)) {
      return resolution.resolver().resolve(A);
    }
  }

  private static String detail(Exchange exchange) {
    return ((Answer.Failed) exchange.answer()).detail();
  }

  @Test
  void evidenceIsKeptAndQueriesArePadded() throws Exception {
    try (var server = good("127.0.0.1")) {
      var exchange = ask(server.uri("127.0.0.1", "/dns-query"));

      assertThat(exchange.answer()).isInstanceOf(Answer.Records.class);
      assertThat(exchange.server()).isEqualTo(server.uri("127.0.0.1", "/dns-query"));
      assertThat(exchange.transport()).isEqualTo("https");
      assertThat(exchange.response()).contains(new Response(server.reply().toWire()));
      assertThat(exchange.response().orElseThrow().date())
          .hasValueSatisfying(date ->
              assertThat(date)
                  .isBetween(
                      exchange.asked().minusSeconds(2),
                      exchange.asked().plus(exchange.took()).plusSeconds(1)));
      assertThat(exchange.flags()).containsExactly("qr");
      assertThat(server.requests).containsExactly("POST /dns-query");
      assertThat(server.asked.getFirst().toWire()).hasSize(128);
    }
  }

  @Test
  void nameIsCheckedAtAnAddressThatWasGiven() throws Exception {
    try (var server = good("dns.test")) {
      assertThat(ask(server.uri("dns.test", "/dns-query#127.0.0.1")).answer())
          .isInstanceOf(Answer.Records.class);
      assertThat(detail(ask(server.uri("other.test", "/dns-query#127.0.0.1"))))
          .isEqualTo("its certificate is not for other.test but for dns.test; correct the name");
      assertThat(detail(ask(server.uri("127.0.0.1", "/dns-query"))))
          .startsWith("its certificate is not for 127.0.0.1 but for dns.test;");
    }
  }

  @Test
  void systemLooksUpANameWithoutAnAddress() throws Exception {
    try (var server = good("localhost")) {
      assertThat(ask(server.uri("localhost", "/dns-query")).answer())
          .isInstanceOf(Answer.Records.class);
      assertThat(detail(ask(server.uri("nobody.invalid", "/dns-query"))))
          .isEqualTo(
              "this system finds no address of nobody.invalid;"
                  + " write one behind the URI: #ADDRESS");
    }
  }

  @Test
  void authorityThatIsNotTrustedIsTold() throws Exception {
    try (var server = good("127.0.0.1");
        var resolution =
            Resolvers.open(
                ResolverSettings.defaults().withResolver(server.uri("127.0.0.1", "/")),
                InstantSource.system())) {
      var exchange = resolution.resolver().resolve(A);

      assertThat(detail(exchange))
          .isEqualTo(
              "its certificate comes from an authority that is not trusted (CN=Test authority);"
                  + " name that authority's file with --ca");
      assertThat(exchange.attempts()).isEmpty();
      assertThat(server.asked).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "404, text/html, x, 'HTTP status 404; is the path right?', 0",
    "204, text/html, '', 'HTTP status 204; is the path right?', 0",
    "200, text/html, x, 'it answers with ''text/html'', not with DNS; is the path right?', 0",
    "301, text/html, x, HTTP status 301: it is at elsewhere, 0",
    "503, text/html, x, HTTP status 503, 1",
    "429, text/html, x, HTTP status 429, 1"
  })
  void whatIsNoAnswerIsTold(int status, String type, String body, String detail, int retries)
      throws Exception {
    try (var server = answering(status, type, body)) {
      var exchange = ask(server.uri("127.0.0.1", "/"));

      assertThat(exchange.answer()).isEqualTo(new Answer.Failed(Failure.NETWORK, detail));
      assertThat(exchange.attempts()).hasSize(retries);
      assertThat(server.asked).hasSize(1 + retries);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no DNS message"})
  void bodyThatIsNoMessageIsUnreadable(String body) throws Exception {
    try (var server = answering(200, DNS_MESSAGE, body)) {
      var exchange = ask(server.uri("127.0.0.1", "/"));

      assertThat(exchange.answer()).isEqualTo(new Answer.Failed(Failure.MALFORMED, ""));
      assertThat(exchange.response().orElseThrow().size()).isEqualTo(body.length());
      assertThat(exchange.attempts())
          .extracting(Attempt::problem)
          .containsExactly(Problem.MISMATCH);
    }
  }

  @Test
  void bodyLargerThanAnyMessageIsCutOff() throws Exception {
    try (var server = answering(200, DNS_MESSAGE, "x".repeat(70_000))) {
      assertThat(ask(server.uri("127.0.0.1", "/")).answer())
          .isInstanceOfSatisfying(
              Answer.Failed.class,
              failed -> assertThat(failed.failure()).isEqualTo(Failure.NETWORK));
    }
  }

  @Test
  void dripIsATimeoutAndOthersGoOn() throws Exception {
    var end = new CountDownLatch(1);
    Conduct drip =
        (_, exchange) -> {
          exchange.getResponseHeaders().set("Content-Type", DNS_MESSAGE);
          exchange.sendResponseHeaders(200, 100);
          exchange.getResponseBody().write(new byte[10]);
          exchange.getResponseBody().flush();
          awaitUnchecked(end);
        };
    try (var server = new WebServer(drip, "127.0.0.1");
        var other = good("127.0.0.1");
        var resolution =
            open(
                server.uri("127.0.0.1", "/") + "," + other.uri("127.0.0.1", "/"),
                Duration.ofSeconds(2))) {
      var exchange = resolution.resolver().resolve(A);

      assertThat(exchange.answer()).isInstanceOf(Answer.Records.class);
      assertThat(exchange.attempts()).extracting(Attempt::problem).containsExactly(Problem.TIMEOUT);
      end.countDown();
    }
  }

  private static void awaitUnchecked(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void interruptionEndsTheWaitingAtOnce() throws Exception {
    var end = new CountDownLatch(1);
    var arrived = new CountDownLatch(1);
    Conduct silent =
        (_, _) -> {
          arrived.countDown();
          awaitUnchecked(end);
        };
    try (var server = new WebServer(silent, "127.0.0.1");
        var resolution = open(server.uri("127.0.0.1", "/"), LONG)) {
      var outcome = new LinkedBlockingQueue<Object>();
      var asker =
          Thread.startVirtualThread(() -> {
            try {
              outcome.add(resolution.resolver().resolve(A));
            } catch (InterruptedException e) {
              outcome.add(e);
            }
          });
      arrived.await();
      asker.interrupt();

      assertThat(outcome.take()).isInstanceOf(InterruptedException.class);
      end.countDown();
    }
  }

  @Test
  void closedPortIsTold() throws Exception {
    String gone;
    try (var server = good("127.0.0.1")) {
      gone = server.uri("127.0.0.1", "/");
    }

    assertThat(detail(ask(gone))).isEqualTo("Connection refused, or no way there");
  }
}
