package org.whence.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whence.dns.Recordings.NOW;
import static org.whence.dns.Recordings.line;
import static org.whence.dns.Recordings.only;
import static org.whence.dns.Recordings.read;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/// Whatever is read is borne, and what was written is read back as it was.
final class RecordingPropertiesTest {
  @Property
  void readingIsTotal(@ForAll byte[] wild) {
    try {
      read(wild);
    } catch (IOException e) {
      assertThat(e).hasMessageStartingWith("no recording of DNS: line");
    }
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void writingAndReadingBackIsIdentity(@ForAll("exchanges") Exchange exchange) throws IOException {
    // Octets at random can be a message, which then says something else.
    Assume.that(Agreement.holds(exchange));
    var recording = read(line(exchange));

    assertThat(recording.damaged()).isEmpty();
    assertThat(only(recording)).isEqualTo(exchange);
  }

  @Provide
  Arbitrary<Exchange> exchanges() {
    var question = Combinators.combine(names(), types()).as(Question::new);
    var rest =
        Combinators.combine(
                Arbitraries.longs().between(0, 253_402_300_799_999L).map(Instant::ofEpochMilli),
                Arbitraries.integers().between(0, 100_000).map(Duration::ofMillis),
                Arbitraries.subsetOf("qr", "aa", "tc", "rd", "ra", "ad", "cd").map(List::copyOf),
                Arbitraries.bytes().array(byte[].class).map(Response::new).optional(),
                attempts().list().ofMaxSize(3),
                Arbitraries.integers().between(0, 100_000).map(Duration::ofMillis).optional())
            .as(Rest::new);
    return question.flatMap(asked ->
        Combinators.combine(answers(asked), rest).as((answer, r) -> r.exchange(asked, answer)));
  }

  private record Rest(
      Instant asked,
      Duration took,
      List<String> flags,
      Optional<Response> response,
      List<Attempt> attempts,
      Optional<Duration> age) {
    Exchange exchange(Question question, Answer answer) {
      return new Exchange(
          question, answer, "udp://192.0.2.53:53", asked, took, flags, response, attempts, age);
    }
  }

  private static Arbitrary<Attempt> attempts() {
    return Combinators.combine(
            Arbitraries.strings(),
            Arbitraries.of(Attempt.Problem.class),
            Arbitraries.integers().between(0, 100_000).map(Duration::ofMillis))
        .as(Attempt::new);
  }

  private static Arbitrary<Integer> types() {
    return Arbitraries.of(Type.A, Type.PTR, Type.TXT, Type.MX, Type.CNAME, 65280);
  }

  private static Arbitrary<Name> names() {
    var label = Arbitraries.bytes().array(byte[].class).ofMinSize(1).ofMaxSize(12);
    return label.list().ofMaxSize(5).map(RecordingPropertiesTest::name);
  }

  private static Name name(List<byte[]> labels) {
    var wire = new ByteArrayOutputStream();
    for (var label : labels) {
      wire.write(label.length);
      wire.writeBytes(label);
    }
    wire.write(0);
    try {
      return new Name(wire.toByteArray());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Arbitrary<Answer> answers(Question question) {
    Arbitrary<Answer> failed =
        Combinators.combine(
                Arbitraries.of(
                    Arrays.stream(Failure.values()).filter(Failure::isOfNetwork).toList()),
                Arbitraries.strings())
            .as(Answer.Failed::new);
    var chain = names().list().uniqueElements().ofMaxSize(4).map(way -> chain(question, way));
    return Arbitraries.oneOf(
        failed,
        chain.map(Answer.NoData::new),
        chain.map(Answer.NoSuchDomain::new),
        chain.map(way -> way.isEmpty() ? new Answer.NoData(way) : new Answer.Aliases(way)),
        chain.flatMap(way -> records(question, way).map(found -> new Answer.Records(way, found))));
  }

  private static List<CNAMERecord> chain(Question question, List<Name> way) {
    if (question.type() == Type.CNAME || way.contains(question.name())) {
      return List.of();
    }
    var owners = Stream.concat(Stream.of(question.name()), way.stream()).toList();
    return Stream.iterate(0, i -> i + 1)
        .limit(way.size())
        .map(i -> new CNAMERecord(owners.get(i), DClass.IN, 300, way.get(i)))
        .toList();
  }

  private static Arbitrary<List<Record>> records(Question question, List<CNAMERecord> way) {
    var owner = way.isEmpty() ? question.name() : way.getLast().getTarget();
    return Combinators.combine(
            Arbitraries.integers().between(0, Integer.MAX_VALUE), data(question.type()))
        .as((ttl, data) -> Record.newRecord(owner, question.type(), DClass.IN, ttl, data))
        .list()
        .ofMinSize(1)
        .ofMaxSize(3);
  }

  private static Arbitrary<byte[]> data(int type) {
    var octets = Arbitraries.bytes().array(byte[].class);
    return switch (type) {
      case Type.A -> octets.ofSize(4);
      case Type.PTR, Type.CNAME -> names().map(Name::toWire);
      case Type.MX -> names().map(name -> join(new byte[] {0, 10}, name.toWire()));
      case Type.TXT ->
          octets.ofMaxSize(255).map(text -> join(new byte[] {(byte) text.length}, text));
      default -> octets.ofMaxSize(40);
    };
  }

  private static byte[] join(byte[] first, byte[] second) {
    var all = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }

  @Test
  void recordsKeepTheirDataExactly() throws IOException {
    var owner = Questions.of("a.example", "A");
    var record = new ARecord(owner.name(), DClass.IN, 1, new byte[] {(byte) 192, 0, 2, 1});
    var exchange =
        Exchange.local(owner, new Answer.Records(List.of(), List.of(record)), "zone:a", NOW);

    var back = (Answer.Records) only(read(line(exchange))).answer();

    assertThat(back.records().getFirst()).hasToString(record.toString());
  }
}
