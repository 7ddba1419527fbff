import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.ReverseMap;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/// What the questions of a list cost by themselves: PTR, A and AAAA for each address, with the
/// messages of dnsjava, one socket and virtual threads that block. It compares no question, sends
/// nothing again, keeps nothing. `java -cp LIBRARIES Bare.java PORT LIST IN_FLIGHT` asks 127.0.0.1,
/// and prints how many were confirmed and in how many seconds, its start left out.
final class Bare {
  private static final int IDS = 1 << 16;
  private static final int LARGEST = 4096;
  private static final int BUFFER = 1 << 22;

  private final DatagramChannel channel;
  private final AtomicReferenceArray<Waiting> waiting = new AtomicReferenceArray<>(IDS);
  private final AtomicInteger lastId = new AtomicInteger();
  private final AtomicInteger confirmed = new AtomicInteger();

  private static final class Waiting {
    private final Thread thread = Thread.currentThread();
    private volatile byte[] octets;
  }

  private Bare(DatagramChannel channel) {
    this.channel = channel;
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    var begun = System.nanoTime();
    var channel = DatagramChannel.open(StandardProtocolFamily.INET);
    channel.setOption(StandardSocketOptions.SO_RCVBUF, BUFFER);
    channel.connect(
        new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), Integer.parseInt(args[0])));
    var bare = new Bare(channel);
    Thread.ofPlatform().daemon().start(bare::read);
    bare.all(Files.readAllLines(Path.of(args[1])), Integer.parseInt(args[2]));
    System.out.println(bare.confirmed + " " + (System.nanoTime() - begun) / 1e9);
  }

  private void all(List<String> addresses, int inFlight) throws InterruptedException {
    var next = new AtomicInteger();
    var left = new CountDownLatch(inFlight);
    for (var i = 0; i < inFlight; i++) {
      Thread.startVirtualThread(() -> {
        try {
          for (var at = next.getAndIncrement();
              at < addresses.size();
              at = next.getAndIncrement()) {
            check(InetAddress.ofLiteral(addresses.get(at)));
          }
        } catch (Exception e) {
          throw new IllegalStateException(e);
        } finally {
          left.countDown();
        }
      });
    }
    left.await();
  }

  private void check(InetAddress address) throws Exception {
    var reverse = ask(ReverseMap.fromAddress(address), Type.PTR).getSection(Section.ANSWER);
    var name = ((PTRRecord) reverse.getFirst()).getTarget();
    var other = new FutureTask<>(() -> ask(name, Type.AAAA));
    Thread.startVirtualThread(other);
    for (var record : ask(name, Type.A).getSection(Section.ANSWER)) {
      if (record instanceof ARecord a && a.getAddress().equals(address)) {
        confirmed.incrementAndGet();
      }
    }
    other.get();
  }

  private Message ask(Name name, int type) throws IOException {
    var query = Message.newQuery(Record.newRecord(name, type, DClass.IN));
    var mine = new Waiting();
    int id;
    do {
      id = lastId.incrementAndGet() & (IDS - 1);
    } while (!waiting.compareAndSet(id, null, mine));
    query.getHeader().setID(id);
    channel.write(ByteBuffer.wrap(query.toWire()));
    while (mine.octets == null) {
      LockSupport.park(this);
    }
    waiting.set(id, null);
    return new Message(mine.octets);
  }

  private void read() {
    var buffer = ByteBuffer.allocateDirect(LARGEST);
    try {
      while (true) {
        channel.read(buffer.clear());
        var octets = new byte[buffer.flip().remaining()];
        buffer.get(octets);
        var one = waiting.get(Short.toUnsignedInt(ByteBuffer.wrap(octets).getShort()));
        if (one != null) {
          one.octets = octets;
          LockSupport.unpark(one.thread);
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
