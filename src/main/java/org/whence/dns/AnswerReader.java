package org.whence.dns;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/// Reads what a message, or a list of records, says to a question.
///
/// Records count only where they stand at the question's name or at the end of the aliases that
/// start there; whatever else a server put into its answer says nothing (RFC 5452, 6).
final class AnswerReader {
  /// How many aliases of one answer are followed: longer chains are wrong in the wild, and each
  /// link costs a walk through the whole answer.
  static final int MOST_ALIASES = 16;

  private AnswerReader() {}

  /// The answer of a message whose id and question have been found to match.
  static Answer read(Question question, Message message) {
    var aliases = aliases(question, message.getSection(Section.ANSWER));
    return switch (message.getRcode()) {
      case Rcode.NOERROR -> noError(question, aliases, message);
      case Rcode.NXDOMAIN -> new Answer.NoSuchDomain(aliases);
      case Rcode.SERVFAIL -> failed(Failure.SERVFAIL, message);
      case Rcode.REFUSED -> failed(Failure.REFUSED, message);
      case Rcode.FORMERR -> failed(Failure.FORMERR, message);
      case Rcode.NOTIMP -> failed(Failure.NOTIMP, message);
      default -> new Answer.Failed(Failure.MALFORMED, Rcode.string(message.getRcode()));
    };
  }

  private static Answer failed(Failure failure, Message message) {
    var opt = message.getOPT();
    var why = opt == null ? Optional.<String>empty() : ExtendedErrors.of(opt);
    return new Answer.Failed(failure, why.map(errors -> "EDE " + errors).orElse(""));
  }

  /// The answer that a list of records gives: from a recording, or a master file.
  static Answer read(Question question, List<Record> records) {
    var aliases = aliases(question, records);
    var found = matching(end(question, aliases), question.type(), records);
    if (!found.isEmpty()) {
      return new Answer.Records(aliases, found);
    }
    return unanswered(question, aliases);
  }

  private static Answer noError(Question question, List<CNAMERecord> aliases, Message message) {
    var found =
        matching(end(question, aliases), question.type(), message.getSection(Section.ANSWER));
    if (!found.isEmpty()) {
      return new Answer.Records(aliases, found);
    }
    // RFC 2308, 2.2: a negative answer carries the SOA; aliases without one are only half a way.
    var hasSoa = false;
    for (var record : message.getSection(Section.AUTHORITY)) {
      hasSoa |= record.getType() == Type.SOA;
    }
    return hasSoa ? new Answer.NoData(aliases) : unanswered(question, aliases);
  }

  private static Answer unanswered(Question question, List<CNAMERecord> aliases) {
    // Aliases that go round in a circle lead nowhere: there is nothing further to ask.
    var circle =
        !aliases.isEmpty()
            && (aliases.getLast().getTarget().equals(question.name())
                || aliases.stream()
                    .anyMatch(alias -> alias.getName().equals(aliases.getLast().getTarget())));
    return aliases.isEmpty() || circle ? new Answer.NoData(aliases) : new Answer.Aliases(aliases);
  }

  private static Name end(Question question, List<CNAMERecord> aliases) {
    return aliases.isEmpty() ? question.name() : aliases.getLast().getTarget();
  }

  /// The aliases from the question's name on, each once: a circle ends where it closes.
  static List<CNAMERecord> aliases(Question question, List<Record> records) {
    if (question.type() == Type.CNAME || question.type() == Type.ANY) {
      return List.of();
    }
    if (alias(question.name(), records) == null) {
      return List.of();
    }
    var chain = new ArrayList<CNAMERecord>();
    Set<Name> seen = new HashSet<>();
    var at = question.name();
    while (chain.size() < MOST_ALIASES && seen.add(at)) {
      var next = alias(at, records);
      if (next == null) {
        break;
      }
      chain.add(next);
      at = next.getTarget();
    }
    return chain;
  }

  private static @Nullable CNAMERecord alias(Name owner, List<Record> records) {
    for (var record : records) {
      if (record instanceof CNAMERecord alias
          && record.getDClass() == DClass.IN
          && record.getName().equals(owner)) {
        return alias;
      }
    }
    return null;
  }

  private static List<Record> matching(Name owner, int type, List<Record> records) {
    var matching = new ArrayList<Record>(records.size());
    for (var record : records) {
      if (record.getDClass() == DClass.IN
          && (record.getType() == type || type == Type.ANY)
          && record.getName().equals(owner)) {
        matching.add(record);
      }
    }
    return matching;
  }
}
