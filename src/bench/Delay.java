import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.LockSupport;

/// A name server far away: hands queries on to one nearby, and its answers back after a while.
/// `java Delay.java LISTEN_PORT SERVER_PORT MILLISECONDS`, all on 127.0.0.1. Ids are exchanged on
/// the way, so that queries of several sockets do not meet.
final class Delay {
  private static final int IDS = 1 << 16;
  private static final int LARGEST = 4096;
  private static final int BUFFER = 1 << 22;
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final DatagramChannel clients;
  private final DatagramChannel server;
  private final long delay;
  private final SocketAddress[] from = new SocketAddress[IDS];
  private final short[] ids = new short[IDS];
  private final BlockingQueue<Late> late = new ArrayBlockingQueue<>(IDS);

  private record Late(long due, ByteBuffer answer, SocketAddress to) {}

  private Delay(DatagramChannel clients, DatagramChannel server, long delay) {
    this.clients = clients;
    this.server = server;
    this.delay = delay;
  }

  public static void main(String[] args) throws Exception {
    var loopback = InetAddress.ofLiteral("127.0.0.1");
    var clients = DatagramChannel.open();
    clients.setOption(StandardSocketOptions.SO_RCVBUF, BUFFER);
    clients.bind(new InetSocketAddress(loopback, Integer.parseInt(args[0])));
    var server = DatagramChannel.open();
    server.setOption(StandardSocketOptions.SO_RCVBUF, BUFFER);
    server.connect(new InetSocketAddress(loopback, Integer.parseInt(args[1])));
    var relay = new Delay(clients, server, Long.parseLong(args[2]) * NANOS_PER_MILLI);
    Thread.ofPlatform().start(relay::queries);
    Thread.ofPlatform().start(relay::answers);
    relay.send();
  }

  private void queries() {
    try {
      var buffer = ByteBuffer.allocateDirect(LARGEST);
      for (var next = 0; ; next = (next + 1) % IDS) {
        from[next] = clients.receive(buffer.clear());
        ids[next] = buffer.flip().getShort(0);
        server.write(buffer.putShort(0, (short) next));
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void answers() {
    try {
      var buffer = ByteBuffer.allocateDirect(LARGEST);
      while (true) {
        server.read(buffer.clear());
        var due = System.nanoTime() + delay;
        var index = Short.toUnsignedInt(buffer.flip().getShort(0));
        var answer = ByteBuffer.allocate(buffer.remaining()).put(buffer).flip();
        late.put(new Late(due, answer.putShort(0, ids[index]), from[index]));
      }
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void send() throws IOException, InterruptedException {
    while (true) {
      var next = late.take();
      for (var left = next.due() - System.nanoTime(); left > 0; ) {
        LockSupport.parkNanos(left);
        left = next.due() - System.nanoTime();
      }
      clients.send(next.answer(), next.to());
    }
  }
}
