package org.whence.dns;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.xbill.DNS.DClass;
import org.xbill.DNS.EDNSOption;
import org.xbill.DNS.ExtendedFlags;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Header;
import org.xbill.DNS.Message;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/// One query as it is sent, and what an answer to it must match.
///
/// @param id what tells this query from others (RFC 1035, 4.1.1); nobody else should guess it
/// @param edns whether it says what this end can take (RFC 6891)
/// @param name the question's name as it is sent, in octets (RFC 1035, 3.1)
/// @param exact whether an answer must repeat that name in its case
/// @param dnssec whether signatures are wanted, and answers also where the server does not believe
///   them (RFC 4035, 3.2.1 and 3.2.2)
// Nobody compares queries.
@SuppressWarnings("ArrayRecordComponent")
record Query(Question question, int id, boolean edns, byte[] name, boolean exact, boolean dnssec) {
  /// How large a datagram may be that comes back: what passes almost everywhere without being cut
  /// into fragments (the DNS flag day of 2020).
  static final int EDNS_OCTETS = 1232;

  static final int HEADER_OCTETS = 12;

  /// RFC 1035, 4.1.1. The heads of options: code and length.
  private static final int OPTION_OCTETS = 4;

  private static final int CHECKING_DISABLED = 0x10;
  private static final int RECURSION_DESIRED = 0x0100;

  /// A record OPT without options.
  private static final int OPT_OCTETS = 11;

  private static final int PADDED_OCTETS = 128;
  private static final int ID_BOUND = 1 << 16;

  /// What a message that came back is to a query.
  sealed interface Reading {
    Response response();

    /// The answer.
    record Matching(Response response, Message message) implements Reading {}

    /// As an answer, but for the case of its question's name: forged, or of a server that does not
    /// keep it.
    record OtherCase(Response response, Message message) implements Reading {}

    /// It has the query's id, and cannot be read.
    record Unreadable(Response response) implements Reading {}

    /// It does not answer this query (RFC 5452, 9.1), or is too short to tell.
    record Foreign(Response response) implements Reading {
      /// Whether it is long enough for a message at all.
      boolean isMessage() {
        return response.size() >= HEADER_OCTETS;
      }
    }
  }

  /// A query with the name as it is.
  Query(Question question, int id, boolean edns) {
    this(question, id, edns, Names.wire(question.name()), false, false);
  }

  /// A query that nobody can guess.
  ///
  /// @param mixed whether the name is sent in mixed case, and wanted back so
  static Query of(Question question, boolean edns, boolean mixed, RandomGenerator random) {
    var id = random.nextInt(ID_BOUND);
    return mixed
        ? new Query(
            question, id, edns, MixedCase.of(Names.wire(question.name()), random), true, false)
        : new Query(question, id, edns);
  }

  /// The same query with the next id, where another one that is under way has this id.
  Query withNextId() {
    return new Query(question, (id + 1) % ID_BOUND, edns, name, exact, dnssec);
  }

  /// The same query, with signatures wanted.
  Query withDnssec() {
    return new Query(question, id, edns, name, exact, true);
  }

  /// The octets to send, written down as they are: they are nearly all that a long list sends.
  byte[] toWire() {
    return toWire(0);
  }

  /// The octets to send, padded to a multiple of 128, where there is EDNS to pad with (RFC 7830;
  /// RFC 8467, 4.1): who sees the encrypted query then learns little from its length.
  byte[] toPaddedWire() {
    if (!edns) {
      return toWire();
    }
    var over = (toWire().length + OPTION_OCTETS) % PADDED_OCTETS;
    return toWire(OPTION_OCTETS + (over == 0 ? 0 : PADDED_OCTETS - over));
  }

  /// @param padding octets of the option that pads, with its head; none for 0
  private byte[] toWire(int padding) {
    var wire =
        ByteBuffer.allocate(HEADER_OCTETS + name.length + 4 + (edns ? OPT_OCTETS + padding : 0))
            .putShort((short) id)
            .putShort((short) (RECURSION_DESIRED | (dnssec ? CHECKING_DISABLED : 0)))
            .putShort((short) 1)
            .putInt(0)
            .putShort((short) (edns ? 1 : 0))
            .put(name)
            .putShort((short) question.type())
            .putShort((short) DClass.IN);
    if (edns) {
      // RFC 6891, 6.1.2: the root, OPT, the octets to take, RCODE and version, flags, options.
      wire.put((byte) 0).putShort((short) Type.OPT).putShort((short) EDNS_OCTETS);
      wire.putInt(dnssec ? ExtendedFlags.DO : 0).putShort((short) padding);
    }
    if (padding > 0) {
      wire.putShort((short) EDNSOption.Code.PADDING).putShort((short) (padding - OPTION_OCTETS));
    }
    return wire.array();
  }

  /// What octets are that came from the server.
  Reading read(byte[] wire) {
    return read(wire, Optional.empty());
  }

  /// The same of octets that came with the time by the server's clock.
  Reading read(byte[] wire, Optional<Instant> date) {
    var response = Response.owning(wire).dated(date);
    if (wire.length < HEADER_OCTETS || idOf(wire) != id) {
      return new Reading.Foreign(response);
    }
    var message = response.message(question);
    if (message.isEmpty()) {
      return new Reading.Unreadable(response);
    }
    if (!matches(message.get())) {
      return new Reading.Foreign(response);
    }
    return !exact || message.get().getQuestion() == null || repeatsName(wire)
        ? new Reading.Matching(response, message.get())
        : new Reading.OtherCase(response, message.get());
  }

  private boolean repeatsName(byte[] wire) {
    var end = HEADER_OCTETS + name.length;
    return end <= wire.length && Arrays.equals(wire, HEADER_OCTETS, end, name, 0, name.length);
  }

  static int idOf(byte[] wire) {
    return Byte.toUnsignedInt(wire[0]) << 8 | Byte.toUnsignedInt(wire[1]);
  }

  private boolean matches(Message message) {
    var header = message.getHeader();
    return header.getFlag(Flags.QR)
        && header.getOpcode() == Opcode.QUERY
        && (isQuestion(message) || mayLackQuestion(header));
  }

  private boolean isQuestion(Message message) {
    var asked = message.getSection(Section.QUESTION);
    return asked.size() == 1 && question.isAskedBy(asked.getFirst());
  }

  /// RFC 6891, 7: servers that do not understand a query may send its header back alone.
  private static boolean mayLackQuestion(Header header) {
    return header.getCount(Section.QUESTION) == 0
        && switch (header.getRcode()) {
          case Rcode.FORMERR, Rcode.NOTIMP, Rcode.SERVFAIL, Rcode.REFUSED -> true;
          default -> false;
        };
  }
}
