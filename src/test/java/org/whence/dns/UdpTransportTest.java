package org.whence.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.whence.dns.ScriptedServer.answer;
import static org.whence.dns.ScriptedServer.reply;
import static org.whence.dns.ScriptedServer.silence;

import java.io.IOException;
import java.net.PortUnreachableException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.whence.dns.Query.Reading;
import org.whence.dns.ScriptedServer.Play;
import org.xbill.DNS.Rcode;

/// The socket that queries share.
@Timeout(60)
final class UdpTransportTest {
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final Patience PATIENT = new Patience(LONG, LONG);
  private static final Play GOOD = answer("a.example. 60 IN A 192.0.2.1");

  private static UdpTransport transport(ScriptedServer server) {
    return transport(server, LONG);
  }

  private static UdpTransport transport(ScriptedServer server, Duration life) {
    var uri = URI.create(server.uri("udp"));
    return new UdpTransport(
        new Endpoint(Endpoint.address(uri.getHost()).orElseThrow(), uri.getPort()), life);
  }

  private static Query query(String name, int id) {
    return new Query(Questions.of(name, "A"), id, true);
  }

  /// Hears what happens to one query.
  private static final class Heard implements Transport.Watcher {
    final List<Reading.Foreign> dropped = new ArrayList<>();
    int again;

    @Override
    public void dropped(Reading.Foreign foreign) {
      dropped.add(foreign);
    }

    @Override
    public void sentAgain() {
      again++;
    }

    @Override
    public void reconnected() {
      throw new AssertionError("there is no connection");
    }
  }

  /// A query on a thread of its own, and what came of it: a reading or an exception.
  private static final class Asker {
    final BlockingQueue<Object> end = new LinkedBlockingQueue<>();
    final Heard heard = new Heard();
    final Thread thread;

    Asker(UdpTransport transport, Query query, Patience patience) {
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

  private static Object ask(UdpTransport transport, Query query) throws Exception {
    return new Asker(transport, query, PATIENT).end.take();
  }

  @Test
  void queriesShareAPortAndLeaveItWhenItIsOld() throws Exception {
    try (var server = ScriptedServer.start(GOOD, GOOD, GOOD, GOOD);
        var young = transport(server);
        var old = transport(server, Duration.ZERO)) {
      ask(young, query("a.example", 1));
      ask(young, query("a.example", 2));
      ask(old, query("a.example", 3));
      ask(old, query("a.example", 4));

      var ports = server.asked().stream().map(ScriptedServer.Query::from).toList();
      assertThat(ports.get(0)).isEqualTo(ports.get(1));
      assertThat(ports.subList(1, 4)).doesNotHaveDuplicates();
    }
  }

  @Test
  void queriesWithTheSameIdGetDifferentOnes() throws Exception {
    try (var server = ScriptedServer.start(silence(), GOOD);
        var transport = transport(server)) {
      var first = new Asker(transport, query("b.example", 65_535), PATIENT);
      server.awaitQuery();

      assertThat(ask(transport, query("a.example", 65_535))).isInstanceOf(Reading.Matching.class);

      assertThat(server.asked())
          .extracting(asked -> asked.message().getHeader().getID())
          .containsExactly(65_535, 0);
      first.thread.interrupt();
      assertThat(first.end.take()).isInstanceOf(IOException.class);
    }
  }

  @Test
  void interruptionOfOneDoesNotDisturbTheOthers() throws Exception {
    var second = new LinkedBlockingQueue<Boolean>();
    Play late =
        query -> {
          awaitUnchecked(second);
          return GOOD.replies(query);
        };
    try (var server = ScriptedServer.start(silence(), late);
        var transport = transport(server)) {
      var stopped = new Asker(transport, query("b.example", 1), PATIENT);
      server.awaitQuery();
      var other = new Asker(transport, query("a.example", 2), PATIENT);
      server.awaitQuery();
      stopped.thread.interrupt();
      assertThat(stopped.end.take()).isInstanceOf(IOException.class);
      second.add(true);

      assertThat(other.end.take()).isInstanceOf(Reading.Matching.class);
    }
  }

  private static void awaitUnchecked(BlockingQueue<Boolean> queue) {
    try {
      queue.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void whatIsLostIsSentAgainAfterAWhileWithTheSameOctets() throws Exception {
    try (var server = ScriptedServer.start(silence(), silence(), GOOD);
        var transport = transport(server)) {
      var asker =
          new Asker(transport, query("a.example", 1), new Patience(LONG, Duration.ofMillis(20)));

      assertThat(asker.end.take()).isInstanceOf(Reading.Matching.class);
      assertThat(asker.heard.again).isEqualTo(2);
      assertThat(server.asked().stream().map(asked -> asked.message().toString()).distinct())
          .hasSize(1);
      assertThat(server.asked().stream().map(ScriptedServer.Query::from).distinct()).hasSize(1);
    }
  }

  @Test
  void lateAnswersAreNobodysAndForgedOnesAreTheirs() throws Exception {
    // Answers the first query once more, forges an id for the question of the third, and then
    // answers.
    Play busy =
        query -> {
          var late = reply(query, Rcode.NXDOMAIN);
          late.getHeader().setID(1);
          var forged = reply(query, Rcode.NXDOMAIN);
          forged.getHeader().setID(7);
          return List.of(late.toWire(), forged.toWire(), GOOD.replies(query).getFirst());
        };
    try (var server = ScriptedServer.start(GOOD, silence(), busy)) {
      var transport = transport(server);
      ask(transport, query("a.example", 1));
      server.awaitQuery();
      var other = new Asker(transport, query("b.example", 2), PATIENT);
      server.awaitQuery();
      var third = new Asker(transport, query("a.example", 3), PATIENT);

      assertThat(third.end.take()).isInstanceOf(Reading.Matching.class);
      assertThat(third.heard.dropped).hasSize(1);
      transport.close();
      assertThat(other.end.take()).isInstanceOf(IOException.class);
      assertThat(other.heard.dropped).isEmpty();
    }
  }

  @Test
  void closingFailsWhatIsUnderWayAndLeavesNothingBehind() throws Exception {
    try (var server = ScriptedServer.start(silence(), GOOD)) {
      var transport = transport(server);
      var asker = new Asker(transport, query("a.example", 1), PATIENT);
      server.awaitQuery();

      transport.close();

      assertThat(asker.end.take()).isInstanceOf(IOException.class);
      assertThat(ask(transport, query("a.example", 1))).isInstanceOf(Reading.Matching.class);
      transport.close();
    }
  }

  @Test
  void closedPortIsToldToAllWhoWait() throws Exception {
    var server = ScriptedServer.start(silence());
    var transport = transport(server);
    var first = new Asker(transport, query("a.example", 1), PATIENT);
    server.awaitQuery();
    server.close();

    assertThatThrownBy(() -> transport.exchange(query("b.example", 2), PATIENT, new Heard()))
        .isInstanceOf(PortUnreachableException.class);
    assertThat(first.end.take()).isInstanceOf(PortUnreachableException.class);
    transport.close();
  }
}
