import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.locks.LockSupport;

/// A name server far away: hands queries on to one nearby, and its answers back after a while.
/// `java Delay.java LISTEN_PORT SERVER_PORT MILLISECONDS`, all on 127.0.0.1. Ids are exchanged on
/// the way, so that queries of several sockets do not meet.
///
/// One thread looks at both sides a few thousand times a second. Being woken for each datagram
/// would take as much of the processors as those who are measured.
final class Delay {
  private static final int IDS = 1 << 16;
  private static final int LARGEST = 4096;
  private static final int BUFFER = 1 << 22;
  private static final int BURST = 64;
  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final long TICK = 200_000;

  private final ByteBuffer buffer = ByteBuffer.allocateDirect(LARGEST);
  private final DatagramChannel clients;
  private final DatagramChannel server;
  private final long delay;
  private final SocketAddress[] from = new SocketAddress[IDS];
  private final short[] ids = new short[IDS];
  private final Queue<Late> late = new ArrayDeque<>();
  private int next;

  private record Late(long due, ByteBuffer answer, SocketAddress to) {}

  private Delay(DatagramChannel clients, DatagramChannel server, long delay) {
    this.clients = clients;
    this.server = server;
    this.delay = delay;
  }

  public static void main(String[] args) throws IOException {
    var loopback = InetAddress.ofLiteral("127.0.0.1");
    var clients = open();
    clients.bind(new InetSocketAddress(loopback, Integer.parseInt(args[0])));
    var server = open();
    server.connect(new InetSocketAddress(loopback, Integer.parseInt(args[1])));
    var relay = new Delay(clients, server, Long.parseLong(args[2]) * NANOS_PER_MILLI);
    while (true) {
      if (!(relay.queries() | relay.answers() | relay.send())) {
        LockSupport.parkNanos(TICK);
      }
    }
  }

  private static DatagramChannel open() throws IOException {
    var channel = DatagramChannel.open(StandardProtocolFamily.INET);
    channel.setOption(StandardSocketOptions.SO_RCVBUF, BUFFER);
    channel.configureBlocking(false);
    return channel;
  }

  private boolean queries() throws IOException {
    for (var i = 0; i < BURST; i++) {
      var client = clients.receive(buffer.clear());
      if (client == null) {
        return i > 0;
      }
      from[next] = client;
      ids[next] = buffer.flip().getShort(0);
      server.write(buffer.putShort(0, (short) next));
      next = (next + 1) % IDS;
    }
    return true;
  }

  private boolean answers() throws IOException {
    for (var i = 0; i < BURST; i++) {
      if (server.read(buffer.clear()) == 0) {
        return i > 0;
      }
      var due = System.nanoTime() + delay;
      var index = Short.toUnsignedInt(buffer.flip().getShort(0));
      var answer = ByteBuffer.allocate(buffer.remaining()).put(buffer).flip();
      late.add(new Late(due, answer.putShort(0, ids[index]), from[index]));
    }
    return true;
  }

  private boolean send() throws IOException {
    var any = false;
    while (!late.isEmpty() && late.element().due() - System.nanoTime() <= 0) {
      var one = late.remove();
      clients.send(one.answer(), one.to());
      any = true;
    }
    return any;
  }
}
