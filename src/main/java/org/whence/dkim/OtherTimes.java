package org.whence.dkim;

import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.whence.chain.Branch;
import org.whence.chain.Value;
import org.whence.chain.Verdict;
import org.whence.dns.Answer;
import org.whence.dns.Exchange;
import org.whence.dns.Names;
import org.whence.dns.Question;
import org.xbill.DNS.Type;

/// Judges a signature by other times: with the key that a recording has of then, and by what had
/// expired then. It is told where that can make a difference: a recording has the key, or the
/// signature has an end.
final class OtherTimes {
  /// How many times the key of a selector changed are told.
  private static final int MOST_KEYS = 20;

  private final Signature signature;
  private final AsOf asOf;
  private final Branch above;

  OtherTimes(Signature signature, AsOf asOf, Branch above) {
    this.signature = signature;
    this.asOf = asOf;
    this.above = above;
  }

  /// What it came to by the clock.
  record Now(KeyCheck.Found key, HashCheck header, Verdict verdict) {}

  /// How it is judged once more.
  interface Judging {
    /// Whether `b=` fits with other keys.
    HashCheck header(List<PublicKey> keys);

    /// What all of it comes to.
    Refusal why(KeyCheck.Found key, HashCheck header, Instant time);
  }

  /// An answer about the key that stands until another one is heard.
  private record Seen(Exchange exchange, Instant last) {}

  List<AtTime> judge(Now now, Judging judging) throws InterruptedException {
    var seen =
        asOf.history().isEmpty() ? List.<Seen>of() : question().map(this::seen).orElse(List.of());
    if (seen.isEmpty() && signature.expires().isEmpty()) {
      return List.of();
    }
    tell(seen);
    var times =
        asOf.times().isEmpty() && !seen.isEmpty()
            ? signature.signed().stream().toList()
            : asOf.times();
    var found = new ArrayList<AtTime>();
    for (var time : times) {
      found.add(at(time, seen, now, judging));
    }
    return found;
  }

  private Optional<Question> question() {
    return signature
        .domain()
        .flatMap(
            domain -> signature.selector().flatMap(selector -> KeyCheck.name(selector, domain)))
        .map(name -> new Question(name, Type.TXT));
  }

  /// The different answers in their order, each with when it was heard last.
  private List<Seen> seen(Question question) {
    var seen = new ArrayList<Seen>();
    for (var exchange : asOf.history().of(question)) {
      var same = !seen.isEmpty() && texts(seen.getLast().exchange()).equals(texts(exchange));
      var first = same ? seen.removeLast().exchange() : exchange;
      seen.add(new Seen(first, exchange.asked()));
    }
    return seen;
  }

  private static List<String> texts(Exchange exchange) {
    return exchange.answer() instanceof Answer.Records(_, var records)
        ? records.stream().map(record -> record.rdataToString()).sorted().toList()
        : List.of();
  }

  private void tell(List<Seen> seen) {
    for (var each : seen.subList(Math.max(0, seen.size() - MOST_KEYS), seen.size())) {
      var texts = texts(each.exchange());
      above.note(
          texts.isEmpty() ? DkimReason.KEY_ABSENT_THEN : DkimReason.KEY_SEEN,
          Value.of(each.exchange().asked().toString()),
          Value.of(each.last().toString()),
          Value.of(each.exchange().server()),
          Value.of(String.join(" ", texts)));
    }
  }

  private AtTime at(Instant time, List<Seen> seen, Now now, Judging judging)
      throws InterruptedException {
    var branch = above.open(DkimTopic.AS_OF, Value.of(time.toString()));
    var then = heard(time, seen);
    var key = now.key();
    var header = now.header();
    if (then.isPresent()) {
      var exchange = then.get().exchange();
      key =
          new KeyCheck(signature, true)
              .heard(exchange, branch.open(DkimTopic.KEY, Value.domain(name(exchange))));
      header = judging.header(key.keys());
    }
    var why = judging.why(key, header, time);
    if (why.verdict() != now.verdict()) {
      above.note(
          DkimReason.OTHER_THEN,
          Value.of(time.toString()),
          Value.of(why.verdict().word()),
          Value.of(now.verdict().word()));
    }
    branch.close(why.verdict(), why.reason(), why.valueArray());
    return new AtTime(time, why.verdict(), why.reason(), then.map(each -> each.exchange().asked()));
  }

  private static String name(Exchange exchange) {
    return Names.text(exchange.question().name());
  }

  /// What was heard last by then, or else first after it.
  private static Optional<Seen> heard(Instant time, List<Seen> seen) {
    var before = seen.stream().filter(each -> !each.exchange().asked().isAfter(time));
    return before.reduce((_, later) -> later).or(() -> seen.stream().findFirst());
  }
}
