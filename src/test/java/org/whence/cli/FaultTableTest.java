package org.whence.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.whence.cli.ServerAnswers.LARGEST;
import static org.whence.cli.ServerAnswers.cut;
import static org.whence.cli.ServerAnswers.good;
import static org.whence.cli.ServerAnswers.one;
import static org.whence.cli.ServerAnswers.otherId;
import static org.whence.dns.ScriptedServer.rcode;
import static org.whence.dns.ScriptedServer.reply;
import static org.whence.dns.ScriptedServer.silence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whence.TestAuthority;
import org.whence.dns.RawServer;
import org.whence.dns.ScriptedServer;
import org.whence.dns.ScriptedServer.Play;
import org.xbill.DNS.Rcode;

/// What servers do wrong, row by row as the README tells it: each row has servers that do so, and
/// Whence says of them what stands there. A row without a server fails, and a server without a row.
@Timeout(300)
final class FaultTableTest {
  private static final Pattern ROW = Pattern.compile("\\| (.+?) \\| (.+) \\|");
  private static final Pattern WORDS = Pattern.compile("\\*([^*]+)\\*");
  private static final String[] LONG = {"--timeout", "2m", "--tries", "1"};
  private static final String[] SHORT = {"--timeout", "1500ms", "--tries", "1"};

  @TempDir static Path folder;

  /// A fault, and what is said of it in particular.
  private record Told(FaultyServers.Fault fault, List<String> words) {}

  private static Told told(FaultyServers.Fault fault, String... words) {
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
    Play good = ServerAnswers::good;
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
    var servers = new FaultyServers(folder);
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
                told(servers.plays("udp", SHORT, silence()), "temperror"),
                told(servers.raw("tcp", SHORT, FaultyServers::drip), "no answer in time"),
                told(servers.raw("tls", SHORT, RawServer.stalled()), "could not be told"))),
        Map.entry(
            "loses one datagram",
            List.of(
                told(
                    servers.plays("udp", LONG, silence(), ServerAnswers::good),
                    "no answer for a while, sent again",
                    "pass"))),
        Map.entry(
            "cannot be reached, refuses or closes the connection",
            List.of(
                told(
                    () -> servers.check("tcp://127.0.0.1:1", LONG),
                    "Connection refused",
                    "temperror"),
                told(servers.raw("tcp", LONG, FaultyServers::cut), "unreachable: ", "temperror"),
                told(servers.raw("tls", LONG, RawServer.closing()), "the connection was closed"))),
        Map.entry(
            "answers with another id, another question, or from another address",
            List.of(
                told(
                    servers.plays("udp", LONG, query -> List.of(otherId(query), one(good(query)))),
                    ": an answer that does not match the question was dropped",
                    "pass"),
                told(
                    servers.plays("udp", SHORT, query -> List.of(otherId(query))),
                    "no answer in time"),
                told(servers.plays("udp", SHORT, ServerAnswers::otherQuestion), "temperror"))),
        Map.entry(
            "does not repeat the case of the name",
            List.of(
                told(
                    servers.plays("udp", LONG, ServerAnswers::lowerCase),
                    "an answer that does not match the question was dropped",
                    "tcp://127.0.0.1:",
                    "pass"))),
        Map.entry(
            "cuts an answer short",
            List.of(
                told(
                    servers.plays(
                        "udp", LONG, query -> query.tcp() ? good(query) : List.of(cut(query))),
                    "cut short, asked again over TCP",
                    "pass"),
                told(servers.plays("udp", LONG, query -> List.of(cut(query))), "temperror"))),
        Map.entry(
            "sends what is no message, names that point to themselves, half a message",
            List.of(
                told(
                    servers.plays("udp", SHORT, ScriptedServer.octets(1, 2, 3)),
                    "unreadable answer"),
                told(
                    servers.plays("udp", LONG, ServerAnswers::circle),
                    "unreadable answer",
                    "temperror"),
                told(
                    servers.plays("udp", LONG, ServerAnswers::half),
                    "unreadable answer",
                    "temperror"))),
        Map.entry(
            "sends 64 KiB",
            List.of(
                told(
                    servers.plays(
                        "tcp", LONG, query -> List.of(Arrays.copyOf(one(good(query)), LARGEST))),
                    "pass"),
                told(servers.plays("tcp", LONG, ServerAnswers::noise), "unreadable answer"))),
        Map.entry(
            "sends aliases in a circle, or without end",
            List.of(
                told(servers.plays("tcp", LONG, ServerAnswers::roundabout), "lead back to"),
                told(servers.plays("tcp", LONG, ServerAnswers::endless), "alias9.example"))),
        Map.entry(
            "says SERVFAIL, REFUSED, NOTIMP, FORMERR",
            List.of(
                told(servers.plays("udp", LONG, rcode(Rcode.SERVFAIL)), "SERVFAIL", "temperror"),
                told(servers.plays("udp", LONG, rcode(Rcode.REFUSED)), "REFUSED", "temperror"),
                told(servers.plays("udp", LONG, rcode(Rcode.NOTIMP)), "NOTIMP", "temperror"),
                told(servers.plays("udp", LONG, rcode(Rcode.FORMERR)), "FORMERR", "temperror"),
                told(
                    servers.plays("udp", LONG, ServerAnswers::blocked),
                    "REFUSED: EDE 15 (blocked): not for you"))),
        Map.entry(
            "does not know EDNS",
            List.of(
                told(
                    servers.plays(
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
                told(
                    servers.tls(ours.issue("a.test"), "b.test", ca),
                    "not for b.test but for a.test"),
                told(servers.tls(authority.issue("a.test"), "a.test", ca), "CN=Unknown authority"),
                told(servers.tls(expired, "a.test", ca), "its certificate expired on "))),
        Map.entry(
            "does not speak TLS, or none newer than 1.1",
            List.of(
                told(servers.raw("tls", LONG, RawServer.says(ascii("220 mail.example ESMTP\r\n")))),
                told(
                    servers.raw(
                        "https", LONG, RawServer.says(ascii("HTTP/1.1 400 Bad Request\r\n"))),
                    "unreachable: it does not speak TLS at this port"),
                // The alert "protocol version" (RFC 5246, 7.2), in the record of an old version.
                told(servers.raw("tls", LONG, RawServer.says(new byte[] {21, 3, 1, 0, 2, 2, 70}))),
                told(
                    servers.raw("https", LONG, RawServer.says(new byte[] {21, 3, 1, 0, 2, 2, 70})),
                    "it offers no TLS 1.2 or newer"))),
        Map.entry(
            "answers HTTP with an error, a page, or a redirection",
            List.of(
                told(servers.http(ours, ca, 503, "text/plain"), "unreachable: HTTP status 503"),
                told(
                    servers.http(ours, ca, 200, "text/html"),
                    "it answers with 'text/html', not with DNS"),
                told(
                    servers.http(ours, ca, 302, "text/html"),
                    "HTTP status 302: it is at /elsewhere"))),
        Map.entry(
            "lies about signed names (`--dnssec`)",
            List.of(told(servers::liar, "has failed", "EDE 6", "temperror"))));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
