package org.whence.cli;

import static org.whence.dns.ScriptedServer.reply;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.whence.dns.ScriptedServer.Query;
import org.xbill.DNS.ExtendedErrorCodeOption;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/// What servers answer to a query, rightly and wrongly.
final class ServerAnswers {
  private ServerAnswers() {}

  static final int LARGEST = 65_535;

  static List<byte[]> good(Query query) throws IOException {
    var question = query.message().getQuestion();
    var name = question.getName().toString();
    return List.of(
        switch (Type.string(question.getType())) {
          case "PTR" -> reply(query, 0, name + " 60 IN PTR mail.example.").toWire();
          case "A" -> reply(query, 0, name + " 60 IN A 192.0.2.10").toWire();
          default -> reply(query, 0).toWire();
        });
  }

  static byte[] one(List<byte[]> messages) {
    return messages.getFirst();
  }

  static byte[] otherId(Query query) throws IOException {
    var wire = one(good(query)).clone();
    wire[0] ^= 1;
    return wire;
  }

  static List<byte[]> otherQuestion(Query query) throws IOException {
    var wire = one(good(query)).clone();
    // Within the first label of the name.
    wire[13] = 'x';
    return List.of(wire);
  }

  static List<byte[]> lowerCase(Query query) throws IOException {
    if (query.tcp()) {
      return good(query);
    }
    var wire = one(good(query)).clone();
    var question = reply(query, 0).toWire().length;
    for (var i = 12; i < question; i++) {
      wire[i] = (byte) (wire[i] >= 'A' && wire[i] <= 'Z' ? wire[i] + 32 : wire[i]);
    }
    return List.of(wire);
  }

  static byte[] cut(Query query) throws IOException {
    var reply = reply(query, 0);
    reply.getHeader().setFlag(Flags.TC);
    return reply.toWire();
  }

  /// An answer whose record has a name that points to itself (RFC 1035, 4.1.4).
  static List<byte[]> circle(Query query) throws IOException {
    var wire = one(good(query)).clone();
    var question = reply(query, 0).toWire().length;
    wire[question] = (byte) (0xc0 | question >> Byte.SIZE);
    wire[question + 1] = (byte) question;
    return List.of(wire);
  }

  static List<byte[]> half(Query query) throws IOException {
    var wire = one(good(query));
    return List.of(Arrays.copyOf(wire, wire.length - 3));
  }

  /// The head and question of an answer with many records, and then nothing that is one.
  static List<byte[]> noise(Query query) throws IOException {
    var head = reply(query, 0).toWire();
    var wire = Arrays.copyOf(head, LARGEST);
    Arrays.fill(wire, head.length, LARGEST, (byte) 0xff);
    wire[6] = 1;
    return List.of(wire);
  }

  static List<byte[]> roundabout(Query query) throws IOException {
    var name = query.message().getQuestion().getName();
    return List.of(
        reply(query, 0, name + " 60 CNAME b.example.", "b.example. 60 CNAME " + name).toWire());
  }

  static List<byte[]> endless(Query query) throws IOException {
    var name = query.message().getQuestion().getName();
    var links =
        IntStream.range(0, 500)
            .mapToObj(i ->
                (i == 0 ? name : "alias" + i + ".example.")
                    + " 60 CNAME alias"
                    + (i + 1)
                    + ".example.")
            .toArray(String[]::new);
    return List.of(reply(query, 0, links).toWire());
  }

  /// Refuses, with the extended error that says why (RFC 8914, 4.16).
  static List<byte[]> blocked(Query query) throws IOException {
    Message reply = reply(query, Rcode.REFUSED);
    var error = new ExtendedErrorCodeOption(15, "not for you");
    reply.addRecord(new OPTRecord(1232, 0, 0, 0, List.of(error)), Section.ADDITIONAL);
    return List.of(reply.toWire());
  }
}
