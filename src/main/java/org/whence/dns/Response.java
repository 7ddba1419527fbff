package org.whence.dns;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;

/// A DNS message as it was received. It is parsed anew for each look at it: what is kept of a
/// hundred thousand answers are these octets.
public final class Response {
  private static final int[] SHOWN_FLAGS = {
    Flags.QR, Flags.AA, Flags.TC, Flags.RD, Flags.RA, Flags.AD, Flags.CD
  };

  private static final String[] FLAG_WORDS = {"qr", "aa", "tc", "rd", "ra", "ad", "cd"};

  /// For each choice of them.
  private static final List<List<String>> FLAGS =
      IntStream.range(0, 1 << SHOWN_FLAGS.length).mapToObj(Response::words).toList();

  private final byte[] wire;
  private final @Nullable Instant date;

  private Response(byte[] wire, boolean own) {
    this(own ? wire : wire.clone(), null);
  }

  private Response(byte[] wire, @Nullable Instant date) {
    this.wire = wire;
    this.date = date;
  }

  /// The same with what the server's clock said.
  Response dated(Optional<Instant> told) {
    return told.isEmpty() ? this : new Response(wire, told.get());
  }

  /// What the server's clock said, to the second, where it came over HTTPS with a date (RFC 9110,
  /// 6.6.1).
  public Optional<Instant> date() {
    return Optional.ofNullable(date);
  }

  /// @param wire the octets of the message, without the length of TCP (RFC 1035, 4.2.2)
  public Response(byte[] wire) {
    this(wire, false);
  }

  /// The same of octets that nobody else has, or will not change.
  static Response owning(byte[] wire) {
    return new Response(wire, true);
  }

  /// The octets in base64, as octets of ASCII.
  byte[] base64() {
    return Base64.getEncoder().encode(wire);
  }

  /// The octets as received.
  public byte[] wire() {
    return wire.clone();
  }

  /// The length in octets.
  public int size() {
    return wire.length;
  }

  /// The message, or empty where the octets are none.
  public Optional<Message> message() {
    return parsed(wire);
  }

  /// The message as [#message()], with the question's name in the spelling in which it was meant:
  /// it was sent in mixed case, and names that point to it would be read so too.
  Optional<Message> message(Question question) {
    return parsed(spelled(Names.wire(question.name())));
  }

  private byte[] spelled(byte[] name) {
    var start = Query.HEADER_OCTETS;
    var end = start + name.length;
    if (end > wire.length || Arrays.equals(wire, start, end, name, 0, name.length)) {
      return wire;
    }
    for (var i = 0; i < name.length; i++) {
      if (lower(wire[start + i]) != lower(name[i])) {
        return wire;
      }
    }
    var spelled = wire.clone();
    System.arraycopy(name, 0, spelled, start, name.length);
    return spelled;
  }

  private static int lower(byte octet) {
    return octet >= 'A' && octet <= 'Z' ? octet - 'A' + 'a' : octet;
  }

  private static Optional<Message> parsed(byte[] wire) {
    try {
      return Optional.of(new Message(wire));
    } catch (IOException | RuntimeException notAMessage) {
      // dnsjava reports damaged rdata with several unchecked exceptions; the octets are hostile.
      return Optional.empty();
    }
  }

  /// The flags of a message's header that are set, in the order of RFC 1035, 4.1.1.
  static List<String> flags(Message message) {
    var choice = 0;
    for (var i = 0; i < SHOWN_FLAGS.length; i++) {
      choice |= message.getHeader().getFlag(SHOWN_FLAGS[i]) ? 1 << i : 0;
    }
    return FLAGS.get(choice);
  }

  private static List<String> words(int choice) {
    return IntStream.range(0, FLAG_WORDS.length)
        .filter(i -> (choice & 1 << i) != 0)
        .mapToObj(i -> FLAG_WORDS[i])
        .toList();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Response that && Arrays.equals(wire, that.wire);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(wire);
  }

  @Override
  public String toString() {
    return wire.length + " octets";
  }
}
