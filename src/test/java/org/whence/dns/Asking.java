package org.whence.dns;

import static org.whence.dns.ScriptedServer.answer;
import static org.whence.dns.ScriptedServer.reply;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.whence.TestClock;
import org.whence.dns.Attempt.Problem;
import org.whence.dns.ScriptedServer.Play;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;

/// Asks servers on loopback as [ServerResolver] does, and what came of it.
final class Asking {
  static final Question A = Questions.of("a.example", "A");
  static final String RECORD = "a.example. 60 IN A 192.0.2.1";
  static final Play GOOD = answer(RECORD);

  /// Long enough for any answer on loopback, where one is awaited.
  static final Duration LONG = Duration.ofMinutes(5);

  /// Where nothing comes.
  static final Duration SHORT = Duration.ofMillis(60);

  /// Where something comes, and then nothing more.
  static final Duration MIDDLE = Duration.ofSeconds(2);

  private Asking() {}

  static Exchange ask(Duration timeout, int tries, String... uris) throws Exception {
    return resolver(timeout, tries, uris).resolve(A);
  }

  static ServerResolver resolver(Duration timeout, int tries, String... uris)
      throws ResolverProblem {
    var servers =
        ResolverAddress.parse(String.join(",", uris), Profiles.none())
            .servers(Trust.ofPlatform())
            .stream()
            .map(server -> server.at(patient()))
            .toList();
    return new ServerResolver(servers, timeout, tries, new Random(7), new TestClock());
  }

  /// A pace at which nothing is sent again while it is awaited.
  private static Pace patient() {
    return new Pace(new Window(64), new Rate(0), new RoundTrip(LONG));
  }

  static List<Problem> problems(Exchange exchange) {
    return exchange.attempts().stream().map(Attempt::problem).toList();
  }

  static Failure failure(Exchange exchange) {
    return ((Answer.Failed) exchange.answer()).failure();
  }

  /// The address of a server that was there a moment ago.
  static String goneServer(String scheme) throws IOException {
    try (var server = ScriptedServer.start()) {
      return server.uri(scheme);
    }
  }

  static Message edit(ScriptedServer.Query query, Consumer<Message> change) throws IOException {
    var message = reply(query, Rcode.NOERROR, "a.example. 60 IN A 203.0.113.6");
    change.accept(message);
    return message;
  }
}
