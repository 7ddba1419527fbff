package org.whence.dmarc;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.whence.chain.Branch;
import org.whence.chain.Value;
import org.whence.chain.Verdict;
import org.whence.dns.Answer;
import org.whence.dns.Names;
import org.whence.dns.Question;
import org.xbill.DNS.Name;
import org.xbill.DNS.NameTooLongException;
import org.xbill.DNS.Record;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/// Looks for records, at each name once in a check, because the walks of one message share most of
/// their names.
final class RecordLookup {
  /// How many findings are told of a record.
  static final int MAX_FINDINGS = 20;

  private static final Name PREFIX = Name.fromConstantString("_dmarc");

  private final Map<Name, Looked> known = new HashMap<>();

  /// Looks for the record of a domain, in a step below the branch.
  Looked at(Name domain, Branch above) throws InterruptedException {
    var step = above.open(DmarcTopic.TARGET, Value.domain(Names.text(domain)));
    var before = known.get(domain);
    if (before != null) {
      step.close(Verdict.NONE, DmarcReason.SEEN_BEFORE);
      return before;
    }
    var looked = look(domain, step);
    known.put(domain, looked);
    return looked;
  }

  private static Looked look(Name domain, Branch step) throws InterruptedException {
    Name name;
    try {
      name = Name.concatenate(PREFIX, domain);
    } catch (NameTooLongException e) {
      step.close(Verdict.NONE, DmarcReason.NAME_TOO_LONG);
      return new Looked.Nothing(false, false);
    }
    var question = new Question(name, Type.TXT);
    return switch (step.ask(question)) {
      case Answer.Records(_, var records) -> select(domain, records, step);
      case Answer.NoData _, Answer.Aliases _ -> nothing(step, true);
      case Answer.NoSuchDomain(var aliases) -> nothing(step, !aliases.isEmpty());
      case Answer.Failed failed -> {
        var looked = new Looked.Failed(question, failed);
        step.close(Verdict.TEMPERROR, DmarcReason.LOOKUP_FAILED, looked.values());
        yield looked;
      }
    };
  }

  private static Looked nothing(Branch step, boolean named) {
    step.close(Verdict.NONE, DmarcReason.NO_RECORD_HERE);
    return new Looked.Nothing(named, false);
  }

  /// RFC 9989, 4.10, steps 2 and 6.
  private static Looked select(Name domain, List<Record> records, Branch step) {
    var found = new ArrayList<String>();
    var others = new ArrayList<String>();
    for (var record : records) {
      text(record).ifPresent(text -> (RecordParser.isRecord(text) ? found : others).add(text));
    }
    for (var text : others.subList(0, Math.min(others.size(), MAX_FINDINGS))) {
      other(text, step);
    }
    var several = found.size() > 1;
    var first = Optional.<DmarcRecord>empty();
    for (var text : found) {
      var record = RecordParser.parse(text);
      record(domain, record, several, step);
      first = first.or(() -> Optional.of(record));
    }
    if (several) {
      step.close(Verdict.NONE, DmarcReason.SEVERAL_RECORDS, Value.of(found.size()));
      return new Looked.Nothing(true, true);
    }
    if (first.filter(DmarcRecord::usable).isEmpty()) {
      step.close(
          Verdict.NONE, first.isEmpty() ? DmarcReason.NO_RECORD_HERE : DmarcReason.UNUSABLE_RECORD);
      return new Looked.Nothing(true, false);
    }
    step.close(Verdict.NEUTRAL, DmarcReason.RECORD_HERE);
    return new Looked.Found(domain, first.get());
  }

  private static void record(Name domain, DmarcRecord record, boolean several, Branch above) {
    var step =
        above.open(DmarcTopic.RECORD, Value.domain(Names.text(domain)), Value.of(record.text()));
    record.flaws().stream()
        .limit(MAX_FINDINGS)
        .forEach(flaw -> step.note(flaw.reason(), flaw.values()));
    if (several) {
      step.close(Verdict.NONE, DmarcReason.NOT_ALONE);
    } else {
      step.close();
    }
  }

  /// What else stands at the name: a record that was meant to count, or one that belongs elsewhere,
  /// as a wildcard above it makes it appear.
  private static void other(String text, Branch step) {
    if (RecordParser.isNearlyRecord(text)) {
      step.note(DmarcReason.NEARLY_A_RECORD, Value.of(text));
    } else if (text.regionMatches(true, 0, "v=spf1", 0, "v=spf1".length())) {
      step.note(DmarcReason.WILDCARD_LIKELY, Value.of(text));
    } else {
      step.note(DmarcReason.OTHER_TEXT, Value.of(text));
    }
  }

  /// The character-strings of a record, joined; a character an octet (RFC 9989, 4.5).
  static Optional<String> text(Record record) {
    if (!(record instanceof TXTRecord txt)) {
      return Optional.empty();
    }
    var text = new StringBuilder();
    for (var octets : txt.getStringsAsByteArrays()) {
      text.append(new String(octets, StandardCharsets.ISO_8859_1));
    }
    return Optional.of(text.toString());
  }
}
