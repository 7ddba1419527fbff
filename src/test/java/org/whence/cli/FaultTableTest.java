package org.whence.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.whence.dns.ScriptedServer.reply;
import static org.whence.dns.ScriptedServer.silence;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whence.TestAuthority;
import org.whence.dns.Nsd;
import org.whence.dns.RawServer;
import org.whence.dns.RawServer.Conduct;
import org.whence.dns.ScriptedServer;
import org.whence.dns.ScriptedServer.Play;
import org.whence.dns.ScriptedServer.Query;
import org.whence.dns.SignedZone;
import org.xbill.DNS.ExtendedErrorCodeOption;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/// What servers do wrong, row by row as the README tells it: each row has servers that do so, and
/// Whence says of them what stands there. A row without a server fails, and a server without a row.
@Timeout(300)
final class FaultTableTest {
  private static final Pattern ROW = Pattern.compile("\\| (.+?) \\| (.+) \\|");
  private static final Pattern WORDS = Pattern.compile("\\*([^*]+)\\*");
  private static final String[] LONG = {"--timeout", "2m", "--tries", "1"};
  private static final String[] SHORT = {"--timeout", "1500ms", "--tries", "1"};
  private static final int LARGEST = 65_535;

  /// More than any check here asks.
  private static final int ALWAYS = 40;

  @TempDir static Path folder;

  /// A server that does something wrong.
  private interface Fault {
    /// Has it asked.
    ///
    /// @return what the report says, as text and as a page
    String told() throws Exception;
  }

  /// A fault, and what is said of it in particular.
  private record Told(Fault fault, List<String> words) {}

  private static Told told(Fault fault, String... words) {
    return new Told(fault, List.of(words));
  }

  @TestFactory
  Stream<DynamicTest> rowsOfTheReadme() throws Exception {
    var faults = faults();
    var rows = rows();
    assertThat(rows.keySet()).containsExactlyInAnyOrderElementsOf(faults.keySet());
    return rows.entrySet().stream()
        .map(row ->
            dynamicTest(
                row.getKey(),
                () -> holds(faults.getOrDefault(row.getKey(), List.of()), row.getValue())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "html", "markdown"})
  void serverThatFailedIsNamedInTheTreeWhereTheNextOneAnswers(String format) throws Exception {
    Play refused = query -> List.of(reply(query, Rcode.REFUSED).toWire());
    Play good = FaultTableTest::good;
    try (var first = ScriptedServer.start(refused, refused, refused);
        var next = ScriptedServer.start(good, good, good)) {
      var uris = first.uri("udp") + "," + next.uri("udp");
      var run =
          Shell.run(
              ("check 192.0.2.10 --timeout 2m --no-defang --without-exchanges -r "
                      + uris
                      + " -f "
                      + format)
                  .split(" ", -1));
      assertThat(run.status()).as(run.err()).isZero();
      // Markdown escapes.
      assertThat(run.out().replace("\\", "")).contains("tried " + first.uri("udp") + ": REFUSED");
    }
  }

  private static void holds(List<Told> faults, String said) throws Exception {
    var all = new StringBuilder();
    for (var each : faults) {
      var told = each.fault().told();
      each.words().forEach(words -> assertThat(told).contains(words));
      all.append(told);
    }
    WORDS.matcher(said).results().forEach(words -> assertThat(all).contains(words.group(1)));
  }

  private static Map<String, String> rows() throws IOException {
    var rows = new LinkedHashMap<String, String>();
    Files.readString(Path.of("README.md"))
        .lines()
        .dropWhile(line -> !line.equals("### What servers do wrong"))
        .skip(1)
        .takeWhile(line -> !line.startsWith("#"))
        .filter(line -> line.startsWith("|"))
        .skip(2)
        .forEach(line -> {
          var row = ROW.matcher(line);
          assertThat(row.matches()).as(line).isTrue();
          rows.put(row.group(1), row.group(2));
        });
    return rows;
  }

  private static Map<String, List<Told>> faults() throws Exception {
    var authority = new TestAuthority("Unknown authority");
    var ours = new TestAuthority("Our authority");
    var ca = Files.writeString(folder.resolve("ca.pem"), ours.pem()).toString();
    var now = Instant.now();
    var expired =
        ours.issue(now.minus(Duration.ofDays(2)), now.minus(Duration.ofDays(1)), "a.test");
    return Map.ofEntries(
        Map.entry(
            "is silent, or far too slow; drips octet after octet; stalls in the middle of a TLS"
                + " handshake",
            List.of(
                told(plays("udp", SHORT, silence()), "temperror"),
                told(raw("tcp", SHORT, FaultTableTest::drip), "no answer in time"),
                told(raw("tls", SHORT, RawServer.stalled()), "could not be told"))),
        Map.entry(
            "loses one datagram",
            List.of(
                told(
                    plays("udp", LONG, silence(), FaultTableTest::good),
                    "no answer for a while, sent again",
                    "pass"))),
        Map.entry(
            "cannot be reached, refuses or closes the connection",
            List.of(
                told(() -> check("tcp://127.0.0.1:1", LONG), "Connection refused", "temperror"),
                told(raw("tcp", LONG, FaultTableTest::cut), "unreachable: ", "temperror"),
                told(raw("tls", LONG, RawServer.closing()), "the connection was closed"))),
        Map.entry(
            "answers with another id, another question, or from another address",
            List.of(
                told(
                    plays("udp", LONG, query -> List.of(otherId(query), one(good(query)))),
                    ": an answer that does not match the question was dropped",
                    "pass"),
                told(plays("udp", SHORT, query -> List.of(otherId(query))), "no answer in time"),
                told(plays("udp", SHORT, FaultTableTest::otherQuestion), "temperror"))),
        Map.entry(
            "does not repeat the case of the name",
            List.of(
                told(
                    plays("udp", LONG, FaultTableTest::lowerCase),
                    "an answer that does not match the question was dropped",
                    "tcp://127.0.0.1:",
                    "pass"))),
        Map.entry(
            "cuts an answer short",
            List.of(
                told(
                    plays("udp", LONG, query -> query.tcp() ? good(query) : List.of(cut(query))),
                    "cut short, asked again over TCP",
                    "pass"),
                told(plays("udp", LONG, query -> List.of(cut(query))), "temperror"))),
        Map.entry(
            "sends what is no message, names that point to themselves, half a message",
            List.of(
                told(plays("udp", SHORT, ScriptedServer.octets(1, 2, 3)), "unreadable answer"),
                told(plays("udp", LONG, FaultTableTest::circle), "unreadable answer", "temperror"),
                told(plays("udp", LONG, FaultTableTest::half), "unreadable answer", "temperror"))),
        Map.entry(
            "sends 64 KiB",
            List.of(
                told(
                    plays("tcp", LONG, query -> List.of(Arrays.copyOf(one(good(query)), LARGEST))),
                    "pass"),
                told(plays("tcp", LONG, FaultTableTest::noise), "unreadable answer"))),
        Map.entry(
            "sends aliases in a circle, or without end",
            List.of(
                told(plays("tcp", LONG, FaultTableTest::roundabout), "lead back to"),
                told(plays("tcp", LONG, FaultTableTest::endless), "alias9.example"))),
        Map.entry(
            "says SERVFAIL, REFUSED, NOTIMP, FORMERR",
            List.of(
                told(rcode(Rcode.SERVFAIL), "SERVFAIL", "temperror"),
                told(rcode(Rcode.REFUSED), "REFUSED", "temperror"),
                told(rcode(Rcode.NOTIMP), "NOTIMP", "temperror"),
                told(rcode(Rcode.FORMERR), "FORMERR", "temperror"),
                told(
                    plays("udp", LONG, FaultTableTest::blocked),
                    "REFUSED: EDE 15 (blocked): not for you"))),
        Map.entry(
            "does not know EDNS",
            List.of(
                told(
                    plays(
                        "udp",
                        LONG,
                        query ->
                            query.message().getOPT() == null
                                ? good(query)
                                : List.of(reply(query, Rcode.FORMERR).toWire())),
                    "no EDNS, asked again without",
                    "pass"))),
        Map.entry(
            "shows the certificate of another name, of an authority that is not trusted, or out of"
                + " its time",
            List.of(
                told(tls(ours.issue("a.test"), "b.test", ca), "not for b.test but for a.test"),
                told(tls(authority.issue("a.test"), "a.test", ca), "CN=Unknown authority"),
                told(tls(expired, "a.test", ca), "its certificate expired on "))),
        Map.entry(
            "does not speak TLS, or none newer than 1.1",
            List.of(
                told(raw("tls", LONG, RawServer.says(ascii("220 mail.example ESMTP\r\n")))),
                told(
                    raw("https", LONG, RawServer.says(ascii("HTTP/1.1 400 Bad Request\r\n"))),
                    "unreachable: it does not speak TLS at this port"),
                // The alert "protocol version" (RFC 5246, 7.2), in the record of an old version.
                told(raw("tls", LONG, RawServer.says(new byte[] {21, 3, 1, 0, 2, 2, 70}))),
                told(
                    raw("https", LONG, RawServer.says(new byte[] {21, 3, 1, 0, 2, 2, 70})),
                    "it offers no TLS 1.2 or newer"))),
        Map.entry(
            "answers HTTP with an error, a page, or a redirection",
            List.of(
                told(http(ours, ca, 503, "text/plain"), "unreachable: HTTP status 503"),
                told(http(ours, ca, 200, "text/html"), "it answers with 'text/html', not with DNS"),
                told(http(ours, ca, 302, "text/html"), "HTTP status 302: it is at /elsewhere"))),
        Map.entry(
            "lies about signed names (`--dnssec`)",
            List.of(told(FaultTableTest::liar, "has failed", "EDE 6", "temperror"))));
  }

  private static String check(String uri, String... more) throws IOException {
    var name = Long.toString(ThreadLocalRandom.current().nextLong(), Character.MAX_RADIX);
    var text = folder.resolve(name + ".txt");
    var page = folder.resolve(name + ".html");
    var args =
        new ArrayList<>(
            List.of(
                "check", "192.0.2.10", "-r", uri, "-o", text.toString(), "-o", page.toString()));
    args.addAll(List.of(more));
    var run = Shell.run(args.toArray(String[]::new));
    assertThat(run.err()).isEmpty();
    return Files.readString(text) + Files.readString(page).replace("&#39;", "'");
  }

  private static Fault plays(String scheme, String[] options, Play... plays) {
    return () -> {
      // The last one from then on.
      var last = plays[plays.length - 1];
      var script = Stream.concat(Arrays.stream(plays), Stream.generate(() -> last).limit(ALWAYS));
      try (var server = ScriptedServer.keeping(script.toArray(Play[]::new))) {
        return check(server.uri(scheme), options);
      }
    };
  }

  private static Fault rcode(int rcode) {
    return plays("udp", LONG, query -> List.of(reply(query, rcode).toWire()));
  }

  private static Fault raw(String scheme, String[] options, Conduct conduct) {
    return () -> {
      try (var server = RawServer.start(conduct)) {
        return check(server.uri(scheme) + (scheme.equals("https") ? "/dns-query" : ""), options);
      }
    };
  }

  private static Fault tls(TestAuthority.Identity identity, String name, String ca) {
    return () -> {
      try (var server = ScriptedServer.tls(identity.context())) {
        return check(server.uri("tls") + "#" + name, "--ca", ca, "--timeout", "2m");
      }
    };
  }

  private static Fault http(TestAuthority authority, String ca, int status, String type) {
    return () -> {
      var address = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);
      var server = HttpsServer.create(address, 0);
      server.setHttpsConfigurator(new HttpsConfigurator(authority.issue("127.0.0.1").context()));
      server.createContext(
          "/",
          exchange -> {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
          });
      server.start();
      try {
        var uri = "https://127.0.0.1:" + server.getAddress().getPort() + "/dns-query";
        return check(uri, "--ca", ca, "--timeout", "2m");
      } finally {
        server.stop(0);
      }
    };
  }

  /// A name server whose zone was changed after it was signed.
  private static String liar() throws Exception {
    var zone = new SignedZone("2.0.192.in-addr.arpa.");
    var signed =
        zone.signed(
                """
                $ORIGIN 2.0.192.in-addr.arpa.
                $TTL 600
                @ IN SOA ns.example. hostmaster.example. 1 7200 900 1209600 300
                  IN NS ns.example.
                10 IN PTR evil.example.
                """)
            .replace("evil.example", "good.example");
    var keys = Files.writeString(folder.resolve("own.anchors"), zone.dnskey());
    var nsd = Nsd.start(folder, Map.of("2.0.192.in-addr.arpa.", signed));
    try {
      return check(
          nsd.uri("udp", "127.0.0.1"), "--trust-anchor", keys.toString(), "--timeout", "2m");
    } finally {
      nsd.stop();
    }
  }

  private static List<byte[]> good(Query query) throws IOException {
    var question = query.message().getQuestion();
    var name = question.getName().toString();
    return List.of(
        switch (Type.string(question.getType())) {
          case "PTR" -> reply(query, 0, name + " 60 IN PTR mail.example.").toWire();
          case "A" -> reply(query, 0, name + " 60 IN A 192.0.2.10").toWire();
          default -> reply(query, 0).toWire();
        });
  }

  private static byte[] one(List<byte[]> messages) {
    return messages.getFirst();
  }

  private static byte[] otherId(Query query) throws IOException {
    var wire = one(good(query)).clone();
    wire[0] ^= 1;
    return wire;
  }

  private static List<byte[]> otherQuestion(Query query) throws IOException {
    var wire = one(good(query)).clone();
    // Within the first label of the name.
    wire[13] = 'x';
    return List.of(wire);
  }

  private static List<byte[]> lowerCase(Query query) throws IOException {
    if (query.tcp()) {
      return good(query);
    }
    var wire = one(good(query)).clone();
    var question = reply(query, 0).toWire().length;
    for (var i = 12; i < question; i++) {
      wire[i] = (byte) (wire[i] >= 'A' && wire[i] <= 'Z' ? wire[i] + 32 : wire[i]);
    }
    return List.of(wire);
  }

  private static byte[] cut(Query query) throws IOException {
    var reply = reply(query, 0);
    reply.getHeader().setFlag(Flags.TC);
    return reply.toWire();
  }

  /// An answer whose record has a name that points to itself (RFC 1035, 4.1.4).
  private static List<byte[]> circle(Query query) throws IOException {
    var wire = one(good(query)).clone();
    var question = reply(query, 0).toWire().length;
    wire[question] = (byte) (0xc0 | question >> Byte.SIZE);
    wire[question + 1] = (byte) question;
    return List.of(wire);
  }

  private static List<byte[]> half(Query query) throws IOException {
    var wire = one(good(query));
    return List.of(Arrays.copyOf(wire, wire.length - 3));
  }

  /// The head and question of an answer with many records, and then nothing that is one.
  private static List<byte[]> noise(Query query) throws IOException {
    var head = reply(query, 0).toWire();
    var wire = Arrays.copyOf(head, LARGEST);
    Arrays.fill(wire, head.length, LARGEST, (byte) 0xff);
    wire[6] = 1;
    return List.of(wire);
  }

  private static List<byte[]> roundabout(Query query) throws IOException {
    var name = query.message().getQuestion().getName();
    return List.of(
        reply(query, 0, name + " 60 CNAME b.example.", "b.example. 60 CNAME " + name).toWire());
  }

  private static List<byte[]> endless(Query query) throws IOException {
    var name = query.message().getQuestion().getName();
    var links =
        IntStream.range(0, 500)
            .mapToObj(i ->
                (i == 0 ? name : "alias" + i + ".example.")
                    + " 60 CNAME alias"
                    + (i + 1)
                    + ".example.")
            .toArray(String[]::new);
    return List.of(reply(query, 0, links).toWire());
  }

  /// Refuses, with the extended error that says why (RFC 8914, 4.16).
  private static List<byte[]> blocked(Query query) throws IOException {
    Message reply = reply(query, Rcode.REFUSED);
    var error = new ExtendedErrorCodeOption(15, "not for you");
    reply.addRecord(new OPTRecord(1232, 0, 0, 0, List.of(error)), Section.ADDITIONAL);
    return List.of(reply.toWire());
  }

  private static void drip(Socket connection) throws IOException {
    try {
      while (true) {
        connection.getOutputStream().write(255);
        TimeUnit.MILLISECONDS.sleep(20);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void cut(Socket connection) throws IOException {
    connection.getInputStream().read();
    connection.getOutputStream().write(new byte[] {1, 0, 0, 0});
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
