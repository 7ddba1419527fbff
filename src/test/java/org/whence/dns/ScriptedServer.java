package org.whence.dns;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.BindException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Section;

/// A name server on loopback, UDP and TCP at one port, that answers as a test wrote it down: one
/// [Play] for each query in turn. A query beyond the script fails the test when the server closes.
///
/// TCP connections are closed behind the first answer, as old servers do; [#keeping] and [#tls]
/// make servers that keep them.
public final class ScriptedServer implements AutoCloseable {
  /// What the server sends back for one query: each message as it is, in order; nothing for
  /// silence.
  @FunctionalInterface
  public interface Play {
    List<byte[]> replies(Query query) throws IOException;
  }

  /// A query as it came.
  public record Query(Message message, int size, SocketAddress from, boolean tcp) {}

  private static final int BINDING_ATTEMPTS = 50;

  private final DatagramSocket udp;
  private final ServerSocket tcp;
  private final boolean keeps;
  private final BlockingQueue<Play> script = new LinkedBlockingQueue<>();
  private final BlockingQueue<Query> arrived = new LinkedBlockingQueue<>();
  private final BlockingQueue<Boolean> ends = new LinkedBlockingQueue<>();
  private final List<Query> asked = new CopyOnWriteArrayList<>();
  private final List<String> unexpected = new CopyOnWriteArrayList<>();
  private final List<Thread> threads = new CopyOnWriteArrayList<>();
  private final List<Socket> connections = new CopyOnWriteArrayList<>();

  private ScriptedServer(ServerSocket tcp, InetAddress host, boolean keeps, Play... plays)
      throws IOException {
    script.addAll(List.of(plays));
    this.tcp = tcp;
    this.keeps = keeps;
    tcp.bind(new InetSocketAddress(host, 0));
    try {
      udp = new DatagramSocket(tcp.getLocalPort(), host);
    } catch (IOException e) {
      tcp.close();
      throw e;
    }
    threads.add(Thread.startVirtualThread(this::serveUdp));
    threads.add(Thread.startVirtualThread(this::serveTcp));
  }

  /// Starts one at a free port of 127.0.0.1.
  public static ScriptedServer start(Play... plays) throws IOException {
    return start("127.0.0.1", plays);
  }

  /// Starts one at a free port of a loopback address.
  public static ScriptedServer start(String host, Play... plays) throws IOException {
    return start(ServerSocketFactory.getDefault(), host, false, plays);
  }

  /// Starts one at a free port of 127.0.0.1 that keeps its connections.
  public static ScriptedServer keeping(Play... plays) throws IOException {
    return start(ServerSocketFactory.getDefault(), "127.0.0.1", true, plays);
  }

  /// Starts one at a free port of 127.0.0.1 that speaks TLS and keeps its connections.
  public static ScriptedServer tls(SSLContext context, Play... plays) throws IOException {
    return start(context.getServerSocketFactory(), "127.0.0.1", true, plays);
  }

  private static ScriptedServer start(
      ServerSocketFactory sockets, String host, boolean keeps, Play... plays) throws IOException {
    for (var attempt = 1; ; attempt++) {
      try {
        var address = InetAddress.ofLiteral(host);
        return new ScriptedServer(sockets.createServerSocket(), address, keeps, plays);
      } catch (BindException portTaken) {
        // The port that was free for TCP need not be free for UDP.
        if (attempt == BINDING_ATTEMPTS) {
          throw portTaken;
        }
      }
    }
  }

  /// Such as `udp://127.0.0.1:40123`.
  public String uri(String scheme) {
    return new Endpoint(tcp.getInetAddress(), tcp.getLocalPort()).uri(scheme);
  }

  /// The queries that came, in order.
  public List<Query> asked() {
    return List.copyOf(asked);
  }

  /// Waits for the next query to arrive.
  public Query awaitQuery() throws InterruptedException {
    return arrived.take();
  }

  /// Waits until the other end has closed a connection that this server keeps.
  public void awaitEnd() throws InterruptedException {
    ends.take();
  }

  /// Answers with records, in master-file form, in the answer section; those whose line begins with
  /// `;` in the authority section.
  public static Play answer(String... records) {
    return query -> List.of(reply(query, 0, records).toWire());
  }

  /// Answers with an RCODE of [org.xbill.DNS.Rcode].
  public static Play rcode(int rcode, String... records) {
    return query -> List.of(reply(query, rcode, records).toWire());
  }

  /// Answers, with the flag TC.
  public static Play truncated(String... records) {
    return query -> {
      var reply = reply(query, 0, records);
      reply.getHeader().setFlag(Flags.TC);
      return List.of(reply.toWire());
    };
  }

  /// Sends nothing.
  public static Play silence() {
    return _ -> List.of();
  }

  /// Sends octets as they are.
  public static Play octets(int... octets) {
    var wire = new byte[octets.length];
    for (var i = 0; i < octets.length; i++) {
      wire[i] = (byte) octets[i];
    }
    return _ -> List.of(wire);
  }

  /// Sends what all these would, one after the other.
  public static Play all(Play... plays) {
    return query -> {
      var replies = new ArrayList<byte[]>();
      for (var play : plays) {
        replies.addAll(play.replies(query));
      }
      return replies;
    };
  }

  /// A reply that matches its query.
  public static Message reply(Query query, int rcode, String... records) throws IOException {
    var reply = new Message(query.message().getHeader().getID());
    reply.getHeader().setFlag(Flags.QR);
    reply.getHeader().setFlag(Flags.RA);
    reply.getHeader().setFlag(Flags.RD);
    reply.getHeader().setRcode(rcode);
    reply.addRecord(query.message().getQuestion(), Section.QUESTION);
    for (var record : records) {
      var authority = record.startsWith(";");
      reply.addRecord(
          MasterFileReader.one(authority ? record.substring(1) : record),
          authority ? Section.AUTHORITY : Section.ANSWER);
    }
    return reply;
  }

  private List<byte[]> play(byte[] wire, SocketAddress from, boolean overTcp) throws IOException {
    var query = new Query(new Message(wire), wire.length, from, overTcp);
    asked.add(query);
    arrived.add(query);
    var play = Optional.ofNullable(script.poll());
    if (play.isEmpty()) {
      unexpected.add(query.message().getQuestion() + (overTcp ? " over TCP" : " over UDP"));
      return List.of();
    }
    return play.get().replies(query);
  }

  private void serveUdp() {
    var packet = new DatagramPacket(new byte[65_535], 65_535);
    try {
      while (true) {
        udp.receive(packet);
        var from = packet.getSocketAddress();
        for (var reply : play(Arrays.copyOf(packet.getData(), packet.getLength()), from, false)) {
          udp.send(new DatagramPacket(reply, reply.length, from));
        }
      }
    } catch (IOException closed) {
      noteUnlessClosed(udp.isClosed(), closed);
    }
  }

  private void serveTcp() {
    try {
      while (true) {
        var connection = tcp.accept();
        connections.add(connection);
        threads.add(Thread.startVirtualThread(() -> serve(connection)));
      }
    } catch (IOException closed) {
      noteUnlessClosed(tcp.isClosed(), closed);
    }
  }

  private void serve(Socket connection) {
    try {
      var in = new DataInputStream(connection.getInputStream());
      var out = new DataOutputStream(connection.getOutputStream());
      do {
        var wire = in.readNBytes(in.readUnsignedShort());
        var replies = play(wire, connection.getRemoteSocketAddress(), true);
        for (var reply : replies) {
          out.writeShort(reply.length);
          out.write(reply);
        }
        if (!replies.isEmpty() && !keeps) {
          connection.close();
        }
      } while (keeps);
    } catch (EOFException | SSLException closedByTheOtherEnd) {
      ends.add(true);
    } catch (IOException closed) {
      // Who does not like a certificate goes without a word.
      noteUnlessClosed(tcp.isClosed() || keeps, closed);
    }
  }

  private void noteUnlessClosed(boolean isClosed, IOException e) {
    if (!isClosed) {
      unexpected.add(e.toString());
    }
  }

  @Override
  public void close() throws IOException {
    udp.close();
    tcp.close();
    for (var connection : connections) {
      connection.close();
    }
    awaitThreads();
    if (!unexpected.isEmpty()) {
      throw new AssertionError("the script did not expect " + unexpected);
    }
  }

  /// A port is free only when nobody waits at its socket any more.
  private void awaitThreads() {
    try {
      for (var thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
