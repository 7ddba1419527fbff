package org.whence.iprev;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.whence.chain.Branch;
import org.whence.chain.Value;
import org.whence.chain.Verdict;
import org.whence.dns.Answer;
import org.whence.dns.Names;
import org.whence.dns.Question;
import org.whence.ip.Addresses;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/// One name on its way back to the client: looked up, held against the client's address, and
/// concluded once all names are known, because what a wrong address means depends on the others.
final class NameCheck {
  private final InetAddress client;
  private final Name name;
  private final String text;
  private final Branch branch;
  private final List<Branch> others = new ArrayList<>();
  private final List<InetAddress> addresses = new ArrayList<>();
  private List<LookUp> lookUps = List.of();
  private int limit;

  NameCheck(InetAddress client, Name name, Branch above) {
    this.client = client;
    this.name = name;
    this.text = Names.text(name);
    this.branch = above.open(IprevTopic.NAME, Value.domain(text));
    NameShape.of(name).ifPresent(reason -> branch.note(reason, Value.domain(text)));
    GenericName.pattern(text, client)
        .ifPresent(pattern ->
            branch.note(IprevReason.GENERIC_NAME, Value.domain(text), Value.of(pattern)));
  }

  /// Asks both address types (RFC 8601, 3 leaves the type to the client's; the other is evidence).
  NameCheck lookUp() throws InterruptedException {
    var questions = List.of(new Question(name, Type.A), new Question(name, Type.AAAA));
    var answers = branch.askAll(questions);
    lookUps =
        List.of(
            new LookUp(questions.getFirst(), answers.getFirst()),
            new LookUp(questions.getLast(), answers.getLast()));
    for (var answer : answers) {
      if (answer instanceof Answer.Records(_, var records)) {
        records.forEach(this::hold);
      }
    }
    return this;
  }

  /// Leaves the name unevaluated, being beyond the limit.
  NameCheck leave(int beyond) {
    limit = beyond;
    return this;
  }

  private void hold(Record record) {
    if (!(record instanceof ARecord) && !(record instanceof AAAARecord)) {
      return;
    }
    // Its own way to the address would make the text of its name as well.
    var address = Addresses.of(record.rdataToWireCanonical());
    if (addresses.contains(address)) {
      return;
    }
    addresses.add(address);
    var step = branch.open(IprevTopic.ADDRESS, Value.of(address));
    if (address.equals(client)) {
      step.close(Verdict.PASS, IprevReason.LEADS_BACK);
    } else {
      others.add(step);
    }
  }

  boolean leadsBack() {
    return addresses.contains(client);
  }

  /// The first look-up that failed.
  Optional<LookUp> failed() {
    for (var lookUp : lookUps) {
      if (lookUp.failed()) {
        return Optional.of(lookUp);
      }
    }
    return Optional.empty();
  }

  /// Concludes the name.
  ///
  /// @param nothingMatched whether no name at all leads back: only then is a wrong address wrong
  PtrName end(boolean nothingMatched) {
    for (var other : others) {
      other.close(nothingMatched ? Verdict.FAIL : Verdict.NEUTRAL, IprevReason.DIFFERS);
    }
    if (limit > 0) {
      return conclude(Verdict.NONE, IprevReason.NOT_EVALUATED, Value.of(limit));
    }
    if (leadsBack()) {
      return conclude(Verdict.PASS, IprevReason.CONFIRMED, Value.domain(text));
    }
    var failed = failed();
    if (failed.isPresent()) {
      return conclude(Verdict.TEMPERROR, IprevReason.LOOKUP_FAILED, failed.get().values());
    }
    return conclude(
        Verdict.FAIL, addresses.isEmpty() ? IprevReason.NO_FORWARD : IprevReason.MISMATCH);
  }

  private PtrName conclude(Verdict verdict, IprevReason reason, Value... values) {
    branch.close(verdict, reason, values);
    var complete = limit == 0 && failed().isEmpty();
    return new PtrName(text, addresses, verdict, reason, complete);
  }
}
