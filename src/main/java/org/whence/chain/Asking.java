package org.whence.chain;

import java.util.ArrayList;
import java.util.List;
import org.whence.dns.Answer;
import org.whence.dns.Failure;
import org.whence.dns.Names;
import org.whence.dns.Question;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.Name;

/// One question with the aliases that its answer leads through.
///
/// Each alias is a step. Where the server did not follow them, the last target is asked in a
/// question of its own. At most [#MAX_ALIASES] are followed; the number is our own, RFC 1034 sets
/// none (5.2.2 asks only that loops end).
final class Asking {
  static final int MAX_ALIASES = 8;

  private final Branch branch;
  private final Question question;
  private final List<CNAMERecord> aliases = new ArrayList<>();

  Asking(Branch branch, Question question) {
    this.branch = branch;
    this.question = question;
  }

  Answer answer() throws InterruptedException {
    var answer = follow(branch, question);
    branch.close();
    return answer;
  }

  private Answer follow(Branch at, Question asked) throws InterruptedException {
    var answer = at.exchange(asked).answer();
    for (var alias : answer.aliases()) {
      aliases.add(alias);
      at.open(
              ChainTopic.ALIAS,
              Value.domain(Names.text(alias.getName())),
              Value.domain(Names.text(alias.getTarget())))
          .close();
      if (aliases.size() > MAX_ALIASES) {
        at.note(ChainReason.ALIAS_LIMIT, Value.of(MAX_ALIASES));
        return new Answer.Failed(Failure.MALFORMED, "more than " + MAX_ALIASES + " aliases");
      }
      if (!isNew(alias.getTarget())) {
        at.note(ChainReason.ALIAS_LOOP, Value.domain(Names.text(alias.getTarget())));
        return new Answer.NoData(aliases);
      }
    }
    return switch (answer) {
      case Answer.Records(_, var records) -> new Answer.Records(aliases, records);
      case Answer.NoData _ -> new Answer.NoData(aliases);
      case Answer.NoSuchDomain _ -> new Answer.NoSuchDomain(aliases);
      case Answer.Failed failed -> failed;
      case Answer.Aliases _ -> next(at);
    };
  }

  /// Whether nothing that was asked or followed has the name. (There are a few aliases at most.)
  private boolean isNew(Name target) {
    return !target.equals(question.name())
        && aliases.stream().filter(alias -> alias.getTarget().equals(target)).count() == 1;
  }

  private Answer next(Branch at) throws InterruptedException {
    var further = new Question(aliases.getLast().getTarget(), question.type());
    var below = at.openQuestion(further);
    var answer = follow(below, further);
    below.close();
    return answer;
  }
}
