package org.whence.gui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.whence.dns.Answer;
import org.whence.dns.Exchange;
import org.whence.dns.Question;
import org.whence.gui.model.Pace;
import org.whence.gui.model.Security;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/// What the window says of how hard servers are pressed counts for the servers.
@Timeout(300)
final class PaceTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int QUESTIONS = 24;

  /// A name server that answers only when nothing more comes, and counts who waits by then.
  private static final class Crowd implements AutoCloseable {
    private static final int QUIET_MILLIS = 300;

    private final DatagramSocket socket;
    private final Thread thread;
    private volatile int most;

    Crowd() throws IOException {
      socket = new DatagramSocket(0, InetAddress.ofLiteral("127.0.0.1"));
      socket.setSoTimeout(QUIET_MILLIS);
      thread = Thread.startVirtualThread(this::serve);
    }

    String uri() {
      return "udp://127.0.0.1:" + socket.getLocalPort();
    }

    /// How many questions waited at the same time, at most.
    int most() {
      return most;
    }

    private void serve() {
      // The same question may come again while it waits.
      var waiting = new LinkedHashMap<Name, DatagramPacket>();
      var packet = new DatagramPacket(new byte[512], 512);
      while (!socket.isClosed()) {
        try {
          socket.receive(packet);
          var octets = Arrays.copyOf(packet.getData(), packet.getLength());
          var name = new Message(octets).getQuestion().getName();
          waiting.put(name, new DatagramPacket(octets, octets.length, packet.getSocketAddress()));
          most = Math.max(most, waiting.size());
        } catch (SocketTimeoutException quiet) {
          answer(waiting);
        } catch (IOException closed) {
          return;
        }
      }
    }

    private void answer(Map<Name, DatagramPacket> waiting) {
      try {
        for (var each : waiting.values()) {
          var query = new Message(each.getData());
          var reply = new Message(query.getHeader().getID());
          reply.getHeader().setFlag(Flags.QR);
          reply.addRecord(query.getQuestion(), Section.QUESTION);
          var wire = reply.toWire();
          socket.send(new DatagramPacket(wire, wire.length, each.getSocketAddress()));
        }
      } catch (IOException closed) {
        return;
      } finally {
        waiting.clear();
      }
    }

    @Override
    public void close() {
      socket.close();
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static void ask(String resolver, Pace pace)
      throws IOException, InterruptedException, ExecutionException {
    var places = new Bundled(InstantSource.system());
    try (var resolution = places.resolution(resolver, true, Security.USUAL, pace);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Exchange>> all = new ArrayList<>();
      for (var i : IntStream.range(0, QUESTIONS).toArray()) {
        var question = new Question(Name.fromString("host-" + i + ".example."), Type.A);
        all.add(threads.submit(() -> resolution.resolver().resolve(question)));
      }
      for (var each : all) {
        assertThat(each.get().answer()).isInstanceOf(Answer.NoData.class);
      }
    }
  }

  @Test
  void noMoreQuestionsThanThatAreInFlight() throws Exception {
    try (var server = new Crowd()) {
      ask(server.uri(), new Pace(PATIENCE, 1, 3, 0));
      assertThat(server.most()).isEqualTo(3);
    }
    try (var server = new Crowd()) {
      ask(server.uri(), new Pace(PATIENCE, 1, 500, 0));
      assertThat(server.most()).isGreaterThan(3);
    }
  }

  /// Faster than that it cannot be, however fast the machine is; how much slower nobody asks.
  @Test
  void noMoreQueriesThanThatAreSentASecond() throws Exception {
    var rate = 20;
    try (var server = new Crowd()) {
      var begun = System.nanoTime();
      ask(server.uri(), new Pace(PATIENCE, 1, 500, rate));
      assertThat(Duration.ofNanos(System.nanoTime() - begun))
          .isGreaterThanOrEqualTo(
              Duration.ofSeconds(1).multipliedBy(QUESTIONS - 2).dividedBy(rate));
    }
  }
}
