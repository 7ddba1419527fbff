package org.whence;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.whence.dns.Answer;
import org.whence.dns.Question;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

/// A name server for one zone of a suite, on loopback over UDP. What the zone calls TIMEOUT it does
/// not answer.
public final class SuiteServer implements AutoCloseable {
  private static final int MAX_DATAGRAM = 1232;

  private final SuiteZone zone;
  private final DatagramSocket socket;

  /// Starts at a free port of 127.0.0.1.
  public SuiteServer(SuiteZone zone) throws IOException {
    this.zone = zone;
    this.socket = new DatagramSocket(0, InetAddress.ofLiteral("127.0.0.1"));
    Thread.ofVirtual().start(this::serve);
  }

  /// Such as `udp://127.0.0.1:40123`.
  public String uri() {
    return "udp://127.0.0.1:" + socket.getLocalPort();
  }

  private void serve() {
    var packet = new DatagramPacket(new byte[MAX_DATAGRAM], MAX_DATAGRAM);
    while (!socket.isClosed()) {
      try {
        packet.setLength(MAX_DATAGRAM);
        socket.receive(packet);
        var reply = reply(new Message(Arrays.copyOf(packet.getData(), packet.getLength())));
        if (reply.length > 0) {
          socket.send(new DatagramPacket(reply, reply.length, packet.getSocketAddress()));
        }
      } catch (IOException closed) {
        return;
      }
    }
  }

  /// The octets of the reply; none where the zone is silent.
  private byte[] reply(Message query) {
    var asked = query.getQuestion();
    var answer = zone.resolve(new Question(asked.getName(), asked.getType())).answer();
    if (answer instanceof Answer.Failed failed && failed.outcome().equals("timeout")) {
      return new byte[0];
    }
    var reply = new Message(query.getHeader().getID());
    reply.getHeader().setFlag(Flags.QR);
    reply.getHeader().setFlag(Flags.RA);
    reply.getHeader().setRcode(rcode(answer));
    reply.addRecord(asked, Section.QUESTION);
    records(answer).forEach(record -> reply.addRecord(record, Section.ANSWER));
    var wire = reply.toWire();
    if (wire.length > MAX_DATAGRAM) {
      throw new AssertionError("no datagram holds the answer to " + asked);
    }
    return wire;
  }

  private static int rcode(Answer answer) {
    return switch (answer) {
      case Answer.NoSuchDomain _ -> Rcode.NXDOMAIN;
      case Answer.Failed failed -> Rcode.value(failed.outcome().toUpperCase(Locale.ROOT));
      case Answer.Records _, Answer.NoData _, Answer.Aliases _ -> Rcode.NOERROR;
    };
  }

  private static List<Record> records(Answer answer) {
    List<Record> records = new ArrayList<>(answer.aliases());
    if (answer instanceof Answer.Records(_, var found)) {
      records.addAll(found);
    }
    return records;
  }

  @Override
  public void close() {
    socket.close();
  }
}
