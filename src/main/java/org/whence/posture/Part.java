package org.whence.posture;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.whence.chain.Branch;
import org.whence.chain.Reason;
import org.whence.chain.Value;
import org.whence.chain.Verdict;
import org.whence.dns.Answer;
import org.whence.dns.Question;
import org.xbill.DNS.Name;
import org.xbill.DNS.NameTooLongException;
import org.xbill.DNS.Record;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/// One thing that is published, while it is looked at: its step, and how it ends.
final class Part {
  /// How many records of a kind are told.
  static final int MAX_TOLD = 20;

  private final Branch branch;

  Part(Branch branch) {
    this.branch = branch;
  }

  Branch branch() {
    return branch;
  }

  void note(Reason reason, Value... values) {
    branch.note(reason, values);
  }

  void end(PostureReason reason, Value... values) {
    branch.close(Verdict.NEUTRAL, reason, values);
  }

  void none() {
    branch.close(Verdict.NONE, PostureReason.NOT_PUBLISHED);
  }

  void failed(Question question, Answer.Failed failed) {
    branch.close(
        Verdict.TEMPERROR,
        PostureReason.LOOKUP_FAILED,
        Value.domain(question.nameText()),
        Value.of(question.typeName()),
        Value.of(failed.outcome()));
  }

  /// The records of a type; empty where there are none, or where that could not be told and the
  /// part has ended.
  Optional<List<Record>> records(Name name, int type) throws InterruptedException {
    var question = new Question(name, type);
    return switch (branch.ask(question)) {
      case Answer.Records(_, var records) -> Optional.of(records);
      case Answer.NoData _, Answer.Aliases _, Answer.NoSuchDomain _ -> Optional.of(List.of());
      case Answer.Failed failed -> {
        failed(question, failed);
        yield Optional.empty();
      }
    };
  }

  /// The one TXT record of a version below a label; where there is not exactly one, the part has
  /// ended.
  ///
  /// @param label such as `_mta-sts`; empty for the domain itself
  /// @param version such as `v=STSv1`
  Optional<String> text(String label, Name domain, String version) throws InterruptedException {
    return text(label, domain, version, text -> isOf(text, version));
  }

  /// The same, of records that tell by themselves whether they are of the version.
  Optional<String> text(String label, Name domain, String version, Predicate<String> isRecord)
      throws InterruptedException {
    var name = below(label, domain);
    if (name.isEmpty()) {
      branch.close(Verdict.NONE, PostureReason.NAME_TOO_LONG);
      return Optional.empty();
    }
    var records = records(name.get(), Type.TXT);
    if (records.isEmpty()) {
      return Optional.empty();
    }
    var texts = records.get().stream().flatMap(record -> text(record).stream()).toList();
    var found = texts.stream().filter(isRecord).toList();
    texts.stream()
        .filter(isRecord.negate())
        .filter(text -> text.strip().regionMatches(true, 0, version, 0, version.length()))
        .limit(MAX_TOLD)
        .forEach(text -> note(PostureReason.NEARLY, Value.of(text)));
    found.stream()
        .limit(MAX_TOLD)
        .forEach(text -> branch.open(PostureTopic.RECORD, Value.of(text)).close());
    if (found.size() == 1) {
      return Optional.of(found.getFirst());
    }
    if (found.isEmpty()) {
      none();
    } else {
      branch.close(Verdict.PERMERROR, PostureReason.SEVERAL, Value.of(found.size()));
    }
    return Optional.empty();
  }

  /// The version stands first, and behind it a semicolon, a blank or nothing.
  private static boolean isOf(String text, String version) {
    return text.startsWith(version)
        && (text.length() == version.length()
            || " ;\t".indexOf(text.charAt(version.length())) >= 0);
  }

  static Optional<Name> below(String label, Name domain) {
    try {
      return label.isEmpty()
          ? Optional.of(domain)
          : Optional.of(Name.concatenate(Name.fromConstantString(label), domain));
    } catch (NameTooLongException e) {
      return Optional.empty();
    }
  }

  static Optional<String> text(Record record) {
    return record instanceof TXTRecord txt
        ? Optional.of(
            txt.getStringsAsByteArrays().stream()
                .map(octets -> new String(octets, StandardCharsets.ISO_8859_1))
                .collect(Collectors.joining()))
        : Optional.empty();
  }
}
