package org.whence.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.whence.dns.Validation.Status;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.RRSIGRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/// What the validator does with the resolver below it.
@Timeout(60)
final class ValidatorTest {
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final Question A = Questions.of("a.example", "A");

  @TempDir Path folder;

  private List<Record> records;
  private TrustAnchors anchors;

  @BeforeEach
  void sign() throws Exception {
    var root = new SignedZone(".");
    var example = new SignedZone("example.");
    var top = ". 60 IN SOA a. a. 1 1 1 1 1\nexample. 60 IN NS a.example.\n" + example.ds();
    var zone = "example. 60 IN SOA a. a. 1 1 1 1 1\na.example. 60 IN A 192.0.2.1\n";
    records = new ArrayList<>(parsed(root.signed(top)));
    records.addAll(parsed(example.signed(zone)));
    anchors = TrustAnchors.read(Files.writeString(folder.resolve("root"), root.dnskey()));
  }

  private static List<Record> parsed(String zone) throws IOException {
    return MasterFileReader.parse(zone.getBytes(StandardCharsets.US_ASCII), Integer.MAX_VALUE);
  }

  /// Answers with the records of a question, and with the signatures of these.
  private Exchange answer(Question question) {
    var message = new Message(1);
    message.getHeader().setFlag(Flags.QR);
    message.addRecord(question.toRecord(), Section.QUESTION);
    for (var record : records) {
      var type =
          record instanceof RRSIGRecord signature ? signature.getTypeCovered() : record.getType();
      if (record.getName().equals(question.name()) && type == question.type()) {
        message.addRecord(record, Section.ANSWER);
      }
    }
    var answer = AnswerReader.read(question, message);
    return new Exchange(
        question,
        answer,
        "udp://192.0.2.53:53",
        Instant.EPOCH,
        Duration.ZERO,
        List.of(),
        Optional.of(new Response(message.toWire())),
        List.of(),
        Optional.empty());
  }

  private Validator validator(Resolver servers, Duration longest) {
    return new Validator(servers, anchors, longest, InstantSource.system());
  }

  private Resolver failing(Predicate<Question> which) {
    return question ->
        which.test(question)
            ? Exchange.local(
                question,
                new Answer.Failed(Failure.TIMEOUT, ""),
                "udp://192.0.2.53:53",
                Instant.EPOCH)
            : answer(question);
  }

  @Test
  void everythingIsAskedOnTheThreadThatWaits() throws Exception {
    var threads = new CopyOnWriteArrayList<Thread>();
    Resolver servers =
        question -> {
          threads.add(Thread.currentThread());
          return answer(question);
        };

    var exchange = validator(servers, LONG).resolve(A);

    assertThat(exchange.validation().orElseThrow().status()).isEqualTo(Status.SECURE);
    assertThat(threads).hasSize(4).containsOnly(Thread.currentThread());
  }

  @Test
  void keysThatCannotBeHadLeaveItOpenAndTheAnswerStands() throws Exception {
    var exchange = validator(failing(q -> q.type() == Type.DNSKEY), LONG).resolve(A);

    var validation = exchange.validation().orElseThrow();
    assertThat(validation.status()).isEqualTo(Status.INDETERMINATE);
    assertThat(validation.reason()).isEqualTo(". DNSKEY: timeout");
    assertThat(validation.asked())
        .extracting(Exchange::question)
        .containsExactly(Questions.of(".", "DNSKEY"));
    assertThat(exchange.answer()).isInstanceOf(Answer.Records.class);
  }

  @Test
  void answerThatFailedIsNotValidated() throws Exception {
    var exchange = validator(failing(A::equals), LONG).resolve(A);

    assertThat(exchange.answer()).isEqualTo(new Answer.Failed(Failure.TIMEOUT, ""));
    assertThat(exchange.validation()).isEmpty();
  }

  @Test
  void validationThatTakesTooLongIsGivenUp() throws Exception {
    var validation = validator(this::answer, Duration.ZERO).resolve(A).validation().orElseThrow();

    assertThat(validation.status()).isEqualTo(Status.INDETERMINATE);
    assertThat(validation.reason()).isEqualTo("it takes too long to find out");
    assertThat(validation.asked()).isEmpty();
  }

  @Test
  void interruptionEndsIt() {
    Resolver servers =
        question -> {
          if (question.equals(A)) {
            return answer(question);
          }
          throw new InterruptedException();
        };

    assertThatThrownBy(() -> validator(servers, LONG).resolve(A))
        .isInstanceOf(InterruptedException.class);
  }

  @Test
  void signatureThatWasMadeForAnotherAnswerIsBogus() throws Exception {
    records.replaceAll(record ->
        record.getType() == Type.A && record.getName().equals(A.name())
            ? one("a.example. 60 IN A 192.0.2.66")
            : record);

    var exchange = validator(this::answer, LONG).resolve(A);

    assertThat(exchange.answer().outcome()).isEqualTo("bogus");
    assertThat(exchange.response()).isPresent();
    assertThat(exchange.presentation().answer())
        .extracting(Presentation.Row::data)
        .contains("192.0.2.66");
  }

  private static Record one(String text) {
    try {
      return MasterFileReader.one(text);
    } catch (IOException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
