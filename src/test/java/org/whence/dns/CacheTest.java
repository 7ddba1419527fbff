package org.whence.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whence.TestClock;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

@Timeout(60)
final class CacheTest {
  private static final Question A = Questions.of("a.example", "A");

  private final TestClock clock = new TestClock();
  private final AtomicInteger asked = new AtomicInteger();

  /// A resolver whose every answer is this message.
  private Resolver answering(int rcode, String... records) {
    return question -> {
      asked.incrementAndGet();
      return exchange(question, rcode, records);
    };
  }

  private Exchange exchange(Question question, int rcode, String... records) {
    var message = new Message(1);
    message.getHeader().setFlag(Flags.QR);
    message.getHeader().setRcode(rcode);
    message.addRecord(
        Record.newRecord(question.name(), question.type(), DClass.IN), Section.QUESTION);
    for (var record : records) {
      var authority = record.startsWith(";");
      try {
        message.addRecord(
            MasterFileReader.one(authority ? record.substring(1) : record),
            authority ? Section.AUTHORITY : Section.ANSWER);
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
    return new Exchange(
        question,
        AnswerReader.read(question, message),
        "udp://192.0.2.53:53",
        clock.instant(),
        Duration.ofMillis(7),
        List.of("qr"),
        Optional.of(new Response(message.toWire())),
        List.of(),
        Optional.empty());
  }

  /// How long the cache keeps this answer, in seconds, found by asking again and again.
  private long kept(int rcode, String... records) throws InterruptedException {
    var cache = new Cache(answering(rcode, records), clock);
    cache.resolve(A);
    for (var seconds = 0L; seconds < 20_000; seconds++) {
      if (!cache.resolve(A).cached()) {
        return seconds;
      }
      clock.advance(Duration.ofSeconds(1));
    }
    throw new AssertionError("kept for ever");
  }

  @Test
  void answerIsKeptForTheSmallestTimeToLive() throws InterruptedException {
    assertThat(kept(0, "a.example. 60 A 192.0.2.1", "a.example. 30 A 192.0.2.2")).isEqualTo(30);
    assertThat(kept(0, "a.example. 20 CNAME b.example.", "b.example. 30 A 192.0.2.2"))
        .isEqualTo(20);
    assertThat(kept(0, "a.example. 25 CNAME b.example.")).isEqualTo(25);
    assertThat(kept(0, "a.example. 0 A 192.0.2.1")).isZero();
  }

  /// RFC 2308, 5.
  @ParameterizedTest
  @CsvSource({
    "0, example. 300 SOA a. b. 1 2 3 4 60, 60",
    "3, example. 300 SOA a. b. 1 2 3 4 60, 60",
    "3, example. 40 SOA a. b. 1 2 3 4 60, 40",
    "3, example. 99999 SOA a. b. 1 2 3 4 99999, 10800",
    "3, other. 300 SOA a. b. 1 2 3 4 60, 0"
  })
  void negativeAnswerIsKeptAsItsSoaSays(int rcode, String soa, long seconds)
      throws InterruptedException {
    assertThat(kept(rcode, ";" + soa)).isEqualTo(seconds);
  }

  @Test
  void negativeAnswerIsNotKeptLongerThanTheAliasThatLedThere() throws InterruptedException {
    assertThat(
            kept(
                Rcode.NXDOMAIN, "a.example. 10 CNAME b.other.", ";other. 300 SOA a. b. 1 2 3 4 60"))
        .isEqualTo(10);
  }

  @ParameterizedTest
  @CsvSource({"2", "5", "1", "4", "6"})
  void failureIsNeverKept(int rcode) throws InterruptedException {
    assertThat(kept(rcode, ";example. 300 SOA a. b. 1 2 3 4 60")).isZero();
  }

  @Test
  void negativeAnswerWithoutSoaIsNotKept() throws InterruptedException {
    assertThat(kept(Rcode.NXDOMAIN)).isZero();
    assertThat(kept(Rcode.NOERROR)).isZero();
  }

  @Test
  void answerFromTheCacheIsTheSameWithItsAge() throws InterruptedException {
    var cache = new Cache(answering(0, "a.example. 60 A 192.0.2.1"), clock);
    var first = cache.resolve(A);
    clock.advance(Duration.ofSeconds(42));

    var second = cache.resolve(Questions.of("A.Example", "A"));

    assertThat(first.cached()).isFalse();
    assertThat(second).isEqualTo(first.fromCache(Duration.ofSeconds(42)));
    assertThat(asked).hasValue(1);
  }

  @Test
  void typesAreKeptApart() throws InterruptedException {
    var cache = new Cache(answering(0, "a.example. 60 A 192.0.2.1"), clock);
    cache.resolve(A);
    cache.resolve(Questions.of("a.example", "AAAA"));

    assertThat(asked).hasValue(2);
  }

  @Test
  void askingPastTheCacheRenewsIt() throws InterruptedException {
    var cache = new Cache(answering(0, "a.example. 60 A 192.0.2.1"), clock);
    cache.resolve(A);
    clock.advance(Duration.ofSeconds(50));

    assertThat(cache.fresh(A).cached()).isFalse();
    clock.advance(Duration.ofSeconds(50));

    assertThat(cache.resolve(A).cacheAge()).contains(Duration.ofSeconds(50));
    assertThat(asked).hasValue(2);
  }

  @Test
  void thoseUsedLongestAgoMakeRoom() throws InterruptedException {
    Resolver any = question -> exchange(question, 0, question.name() + " 60 A 192.0.2.1");
    var cache = new Cache(any, clock, 2);
    var b = Questions.of("b.example", "A");
    var c = Questions.of("c.example", "A");
    cache.resolve(A);
    cache.resolve(b);
    cache.resolve(A);
    cache.resolve(c);

    assertThat(cache.resolve(A).cached()).isTrue();
    assertThat(cache.resolve(c).cached()).isTrue();
    assertThat(cache.resolve(b).cached()).isFalse();
  }

  /// Questions that wait until the test answers them.
  private static final class Held implements Resolver {
    final BlockingQueue<Thread> arrived = new LinkedBlockingQueue<>();
    final SynchronousQueue<Exchange> answers = new SynchronousQueue<>();

    @Override
    public Exchange resolve(Question question) throws InterruptedException {
      arrived.add(Thread.currentThread());
      return answers.take();
    }
  }

  /// What became of a question that was asked on a thread of its own.
  private static final class Asker {
    final BlockingQueue<Object> end = new LinkedBlockingQueue<>();
    final Thread thread;

    Asker(Resolver resolver) {
      thread =
          Thread.startVirtualThread(() -> {
            try {
              end.add(resolver.resolve(A));
            } catch (InterruptedException e) {
              end.add(e);
            }
          });
    }

    void awaitWaiting() {
      while (thread.getState() != Thread.State.WAITING) {
        Thread.onSpinWait();
      }
    }
  }

  @Test
  void questionUnderWayIsAskedOnceAndItsAnswerShared() throws InterruptedException {
    var held = new Held();
    var cache = new Cache(held, clock);
    var askers = new ArrayList<Asker>();
    for (var i = 0; i < 5; i++) {
      askers.add(new Asker(cache));
    }
    held.arrived.take();
    askers.forEach(Asker::awaitWaiting);
    var failed = exchange(A, Rcode.SERVFAIL);
    held.answers.put(failed);

    for (var asker : askers) {
      assertThat(asker.end.take()).isEqualTo(failed);
    }
    assertThat(held.arrived).isEmpty();
  }

  @Test
  void interruptedWaiterLeavesTheOthersAlone() throws InterruptedException {
    var held = new Held();
    var cache = new Cache(held, clock);
    var leader = new Asker(cache);
    held.arrived.take();
    var waiter = new Asker(cache);
    waiter.awaitWaiting();

    waiter.thread.interrupt();

    assertThat(waiter.end.take()).isInstanceOf(InterruptedException.class);
    var answer = exchange(A, 0, "a.example. 60 A 192.0.2.1");
    held.answers.put(answer);
    assertThat(leader.end.take()).isEqualTo(answer);
  }

  @Test
  void anotherTakesOverWhereTheLeaderIsInterrupted() throws InterruptedException {
    var held = new Held();
    var cache = new Cache(held, clock);
    var leader = new Asker(cache);
    held.arrived.take();
    var waiter = new Asker(cache);
    waiter.awaitWaiting();

    leader.thread.interrupt();

    assertThat(leader.end.take()).isInstanceOf(InterruptedException.class);
    assertThat(held.arrived.take()).isEqualTo(waiter.thread);
    var answer = exchange(A, 0, "a.example. 60 A 192.0.2.1");
    held.answers.put(answer);
    assertThat(waiter.end.take()).isEqualTo(answer);
  }
}
