package org.whence.spf;

import java.net.InetAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.whence.chain.Branch;
import org.whence.chain.Value;
import org.whence.chain.Verdict;
import org.whence.dns.Answer;
import org.whence.dns.Failure;
import org.whence.dns.Question;
import org.whence.ip.Addresses;
import org.xbill.DNS.Name;
import org.xbill.DNS.Type;

/// What the parts of one check share.
final class Evaluation {
  private final SpfRequest request;
  private final Sender sender;
  private final InetAddress ip;
  private final InstantSource clock;
  private final SpfOptions options;
  private final Ledger ledger = new Ledger();
  private final AddressSet allowed = new AddressSet();
  private final Set<String> domains = new HashSet<>();
  private final Deque<RecordCheck> unfinished = new ArrayDeque<>();
  private final List<Closing> closings = new ArrayList<>();
  private Instant deadline;
  private @Nullable ValidatedNames validated;

  private record Closing(Branch branch, Verdict verdict, SpfReason reason, List<Value> values) {
    void run() {
      branch.close(verdict, reason, values.toArray(Value[]::new));
    }

    int depth() {
      return (int) branch.path().chars().filter(c -> c == '.').count();
    }
  }

  Evaluation(SpfRequest request, Sender sender, InstantSource clock, SpfOptions options) {
    this.request = request;
    this.sender = sender;
    // RFC 7208, 5: clients on IPv4-mapped IPv6 addresses are IPv4.
    this.ip = Addresses.of(request.ip().getAddress());
    this.clock = clock;
    this.options = options;
    this.deadline = clock.instant().plus(SpfVerifier.TIME_LIMIT);
  }

  SpfRequest request() {
    return request;
  }

  Sender sender() {
    return sender;
  }

  InetAddress ip() {
    return ip;
  }

  Instant now() {
    return clock.instant();
  }

  Ledger ledger() {
    return ledger;
  }

  AddressSet allowed() {
    return allowed;
  }

  /// The type of the client's address records (RFC 7208, 5).
  int addressType() {
    return ip.getAddress().length == 4 ? Type.A : Type.AAAA;
  }

  /// The client's names that lead back to it, looked up once in a check.
  ValidatedNames validated() {
    var names = validated;
    if (names == null) {
      names = new ValidatedNames(this);
      validated = names;
    }
    return names;
  }

  /// Asks, unless the time is over (RFC 7208, 4.6.4), which breaks the evaluation.
  Answer ask(Branch at, Name name, int type) throws InterruptedException {
    if (clock.instant().isAfter(deadline)) {
      ledger.breakWith(
          Conclusion.of(
              Verdict.TEMPERROR,
              SpfReason.TIME_LIMIT,
              Value.of(SpfVerifier.TIME_LIMIT.toSeconds())));
      return new Answer.Failed(Failure.TIMEOUT, "the time for the whole check is over");
    }
    return at.ask(new Question(name, type));
  }

  /// Asks for a term and counts an answer without records (RFC 7208, 4.6.4 and 11.1).
  Answer ask(Branch at, TermStep step, Name name, int type) throws InterruptedException {
    var answer = ask(at, name, type);
    if (answer instanceof Answer.NoData || answer instanceof Answer.NoSuchDomain) {
      ledger.countVoid(step);
    }
    return answer;
  }

  /// Remembers that a domain's record is evaluated.
  ///
  /// @return whether it is the first time; the same domain says the same to the same client
  boolean isNew(String domain) {
    return domains.add(domain.toLowerCase(Locale.ROOT));
  }

  /// Concludes a step; later, where the evaluation may go on below it.
  void close(Branch branch, Verdict verdict, SpfReason reason, Value... values) {
    if (options.beyond()) {
      closings.add(new Closing(branch, verdict, reason, List.of(values)));
    } else {
      branch.close(verdict, reason, values);
    }
  }

  void close(Branch branch, Conclusion conclusion) {
    close(branch, conclusion.verdict(), conclusion.reason(), conclusion.valueArray());
  }

  /// A record that was decided before its end.
  ///
  /// @return whether it is looked at again, after the decision
  boolean leave(RecordCheck record) {
    if (options.beyond()) {
      unfinished.add(record);
    }
    return options.beyond();
  }

  /// After the decision: what the rest would say.
  void goBeyond() throws InterruptedException {
    ledger.goBeyond();
    deadline = clock.instant().plus(SpfVerifier.TIME_LIMIT);
    while (!unfinished.isEmpty()) {
      unfinished.remove().goOn();
    }
    closings.sort(Comparator.comparingInt(Closing::depth).reversed());
    closings.forEach(Closing::run);
    closings.clear();
  }
}
