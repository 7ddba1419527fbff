package org.whence.enrichment;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.whence.chain.Branch;
import org.whence.chain.Value;
import org.whence.chain.Verdict;
import org.whence.dns.Answer;
import org.whence.dns.Names;
import org.whence.dns.Question;
import org.xbill.DNS.Record;
import org.xbill.DNS.TXTRecord;

/// Asks a zone about what stands in front of it.
final class Lookup {
  private Lookup() {}

  /// The records of a name, none where it has none; empty where that could not be told and the step
  /// was closed.
  static Optional<List<Record>> records(String text, int type, Branch step)
      throws InterruptedException {
    var name = Names.parse(text);
    if (name.isEmpty()) {
      step.close(Verdict.NONE, EnrichmentReason.NOT_ASKED);
      return Optional.empty();
    }
    var question = new Question(name.get(), type);
    return switch (step.ask(question)) {
      case Answer.Records(_, var records) -> Optional.of(records);
      case Answer.NoData _, Answer.Aliases _, Answer.NoSuchDomain _ -> Optional.of(List.of());
      case Answer.Failed failed -> {
        step.close(
            Verdict.TEMPERROR,
            EnrichmentReason.LOOKUP_FAILED,
            Value.domain(question.nameText()),
            Value.of(question.typeName()),
            Value.of(failed.outcome()));
        yield Optional.empty();
      }
    };
  }

  /// The strings of a text record as one.
  static String text(Record record) {
    return record instanceof TXTRecord txt
        ? txt.getStringsAsByteArrays().stream()
            .map(octets -> new String(octets, StandardCharsets.UTF_8))
            .collect(Collectors.joining())
        : "";
  }
}
