package org.whence.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.whence.dns.ScriptedServer.answer;
import static org.whence.dns.ScriptedServer.silence;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.whence.dns.Query.Reading;
import org.whence.dns.ScriptedServer.Play;
import org.whence.dns.StreamConnection.Plan;

/// The connection that queries share.
@Timeout(300)
final class StreamTransportTest {
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final Patience PATIENT = new Patience(LONG, LONG);
  private static final Patience HASTY = new Patience(Duration.ofMillis(300), LONG);
  private static final Play GOOD = answer("a.example. 60 IN A 192.0.2.1");

  private Leftovers leftovers;

  @BeforeEach
  void count() throws Exception {
    leftovers = new Leftovers();
  }

  @AfterEach
  void nothingIsLeft() throws Exception {
    leftovers.close();
  }

  private static StreamTransport transport(String uri, Duration idle) {
    var parts = URI.create(uri);
    var endpoint = new Endpoint(Endpoint.address(parts.getHost()).orElseThrow(), parts.getPort());
    return new StreamTransport(uri, new Plan(Dialer.tcp(endpoint), false, idle));
  }

  private static StreamTransport transport(ScriptedServer server) {
    return transport(server.uri("tcp"), LONG);
  }

  private static Query query(String name, int id) {
    return new Query(Questions.of(name, "A"), id, true);
  }

  private static final class Heard implements Transport.Watcher {
    final List<Reading.Foreign> dropped = new ArrayList<>();
    int reconnected;

    @Override
    public void dropped(Reading.Foreign foreign) {
      dropped.add(foreign);
    }

    @Override
    public void sentAgain() {
      throw new AssertionError("nothing is lost on a connection");
    }

    @Override
    public void reconnected() {
      reconnected++;
    }
  }

  /// A query on a thread of its own, and what came of it: a reading or an exception.
  private static final class Asker {
    final BlockingQueue<Object> end = new LinkedBlockingQueue<>();
    final Heard heard = new Heard();
    final Thread thread;

    Asker(StreamTransport transport, Query query, Patience patience) {
      thread =
          Thread.startVirtualThread(() -> {
            try {
              end.add(transport.exchange(query, patience, heard));
            } catch (IOException e) {
              end.add(e);
            }
          });
    }
  }

  private static List<Object> connections(ScriptedServer server) {
    return server.asked().stream().<Object>map(ScriptedServer.Query::from).distinct().toList();
  }

  @Test
  void queriesShareAConnectionAndAreAnsweredInAnyOrder() throws Exception {
    var asked = new ArrayList<ScriptedServer.Query>();
    Play keep =
        query -> {
          asked.add(query);
          return List.of();
        };
    Play backwards =
        query -> {
          var replies = new ArrayList<byte[]>(GOOD.replies(query));
          for (var earlier : asked.reversed()) {
            replies.addAll(GOOD.replies(earlier));
          }
          return replies;
        };
    try (var server = ScriptedServer.keeping(keep, keep, backwards);
        var transport = transport(server)) {
      var first = new Asker(transport, query("a.example", 7), PATIENT);
      server.awaitQuery();
      var second = new Asker(transport, query("b.example", 7), PATIENT);
      server.awaitQuery();
      var third = new Asker(transport, query("c.example", 8), PATIENT);

      for (var each : List.of(first, second, third)) {
        assertThat(each.end.take()).isInstanceOf(Reading.Matching.class);
        assertThat(each.heard.dropped).isEmpty();
      }
      assertThat(connections(server)).hasSize(1);
      assertThat(server.asked())
          .extracting(query -> query.message().getHeader().getID())
          .containsExactly(7, 8, 9);
    }
  }

  @Test
  void interruptionOfOneDoesNotDisturbTheOthers() throws Exception {
    try (var server = ScriptedServer.keeping(silence(), GOOD);
        var transport = transport(server)) {
      var stopped = new Asker(transport, query("b.example", 1), PATIENT);
      server.awaitQuery();
      stopped.thread.interrupt();
      assertThat(stopped.end.take()).isInstanceOf(IOException.class);

      assertThat(new Asker(transport, query("a.example", 2), PATIENT).end.take())
          .isInstanceOf(Reading.Matching.class);
      assertThat(connections(server)).hasSize(1);
    }
  }

  @Test
  void connectionThatTheServerClosedIsMadeAnew() throws Exception {
    // The server closes behind each answer.
    try (var server = ScriptedServer.start(GOOD, GOOD, GOOD);
        var transport = transport(server)) {
      for (var i = 1; i <= 3; i++) {
        assertThat(transport.exchange(query("a.example", i), PATIENT, new Heard()))
            .isInstanceOf(Reading.Matching.class);
      }
      assertThat(connections(server)).hasSize(3);
    }
  }

  @Test
  void serverThatAnswersOnlyOnceIsGivenAConnectionForEachQuery() throws Exception {
    var many = 20;
    var plays = IntStream.range(0, 2 * many).mapToObj(_ -> GOOD).toArray(Play[]::new);
    try (var server = ScriptedServer.start(plays);
        var transport = transport(server)) {
      var askers =
          IntStream.range(0, many)
              .mapToObj(id -> new Asker(transport, query("a.example", id), PATIENT))
              .toList();

      for (var asker : askers) {
        assertThat(asker.end.take()).isInstanceOf(Reading.Matching.class);
        assertThat(asker.heard.reconnected).isLessThanOrEqualTo(1);
      }
    }
  }

  @Test
  void connectionThatNobodyNeedsIsClosed() throws Exception {
    try (var server = ScriptedServer.keeping(GOOD, GOOD);
        var transport = transport(server.uri("tcp"), Duration.ofMillis(1))) {
      transport.exchange(query("a.example", 1), PATIENT, new Heard());
      server.awaitEnd();

      var heard = new Heard();
      transport.exchange(query("a.example", 2), PATIENT, heard);
      assertThat(connections(server)).hasSize(2);
    }
  }

  @Test
  void connectionOnWhichNothingComesIsLeft() throws Exception {
    try (var server = RawServer.start(RawServer.stalled());
        var transport = transport(server.uri("tcp"), LONG)) {
      assertThatThrownBy(() -> transport.exchange(query("a.example", 1), HASTY, new Heard()))
          .isInstanceOf(SocketTimeoutException.class);
      assertThatThrownBy(() -> transport.exchange(query("a.example", 2), HASTY, new Heard()))
          .isInstanceOf(SocketTimeoutException.class);
      server.awaitConnections(2);
    }
  }

  @Test
  void closingFailsWhatIsUnderWayAndAnotherQueryOpensAnew() throws Exception {
    try (var server = ScriptedServer.keeping(silence(), GOOD)) {
      var transport = transport(server);
      var asker = new Asker(transport, query("a.example", 1), PATIENT);
      server.awaitQuery();

      transport.close();

      assertThat(asker.end.take()).isInstanceOf(IOException.class);
      assertThat(transport.exchange(query("a.example", 2), PATIENT, new Heard()))
          .isInstanceOf(Reading.Matching.class);
      transport.close();
    }
  }
}
