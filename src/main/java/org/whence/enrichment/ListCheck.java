package org.whence.enrichment;

import java.util.ArrayList;
import java.util.List;
import org.whence.chain.Branch;
import org.whence.chain.Value;
import org.whence.chain.Verdict;
import org.whence.ip.Addresses;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.Type;

/// Asks a block list.
final class ListCheck {
  /// How many answers without a meaning are told. The number is our own.
  private static final int MAX_UNKNOWN = 5;

  private final BlockList list;

  ListCheck(BlockList list) {
    this.list = list;
  }

  /// Asks, in a step below the branch.
  ///
  /// @param labels the domain, or the address in reverse
  void check(String labels, Branch above) throws InterruptedException {
    var step = above.open(EnrichmentTopic.LIST, Value.domain(list.zone()));
    var records = Lookup.records(labels + "." + list.zone(), Type.A, step);
    if (records.isEmpty()) {
      return;
    }
    var answers = new ArrayList<String>();
    for (var record : records.get()) {
      if (record instanceof ARecord a) {
        answers.add(Addresses.text(a.getAddress()));
      }
    }
    conclude(answers, step);
  }

  /// A refusal outweighs everything, and what is not known is no listing. One answer that no list
  /// gives means that something else answers in its place, so that none of them counts.
  private void conclude(List<String> answers, Branch step) {
    for (var answer : answers) {
      for (var code : list.codes(answer)) {
        if (code.refused()) {
          step.close(Verdict.NONE, EnrichmentReason.REFUSED, values(answer, code));
          return;
        }
      }
    }
    if (answers.isEmpty()) {
      step.close(Verdict.NONE, EnrichmentReason.NOT_LISTED);
      return;
    }
    var unknown = answers.stream().filter(answer -> list.codes(answer).isEmpty()).toList();
    if (unknown.size() == answers.size() || unknown.stream().anyMatch(ListCheck::isForeign)) {
      step.close(Verdict.NONE, EnrichmentReason.UNKNOWN_CODE, Value.of(told(unknown)));
      return;
    }
    for (var answer : answers) {
      for (var code : list.codes(answer)) {
        step.note(EnrichmentReason.CODE, values(answer, code));
      }
    }
    if (!unknown.isEmpty()) {
      step.note(EnrichmentReason.OTHER_CODE, Value.of(told(unknown)));
    }
    step.close(Verdict.NEUTRAL, EnrichmentReason.LISTED);
  }

  /// Whether an answer lists nothing by any list's custom: outside 127.0.0.0/8 (RFC 5782, 2.1), or
  /// in 127.255.255.0/24, where lists tell of errors.
  private static boolean isForeign(String answer) {
    return !answer.startsWith("127.") || answer.startsWith("127.255.255.");
  }

  private static String told(List<String> answers) {
    var told = String.join(", ", answers.subList(0, Math.min(MAX_UNKNOWN, answers.size())));
    return answers.size() > MAX_UNKNOWN ? told + ", …" : told;
  }

  private static Value[] values(String answer, BlockList.Code code) {
    return new Value[] {Value.of(answer), Value.of(code.meaning()), Value.of(code.source())};
  }
}
