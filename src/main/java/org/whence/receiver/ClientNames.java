package org.whence.receiver;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.whence.chain.ChainTopic;
import org.whence.chain.Step;
import org.whence.chain.Value;
import org.whence.chain.Verdict;
import org.whence.dns.Answer;
import org.whence.iprev.IprevReason;
import org.whence.iprev.IprevResult;
import org.whence.iprev.IprevTopic;
import org.whence.iprev.PtrName;

/// The names of a client, read again as other software would have read the same answers. Nothing is
/// asked: the tree of IPREV holds all of them.
final class ClientNames {
  private final IprevResult iprev;
  private final List<Step> steps;

  ClientNames(IprevResult iprev) {
    this.iprev = iprev;
    this.steps =
        iprev.step().steps().stream().filter(step -> step.topic() == IprevTopic.NAME).toList();
  }

  /// A verdict, and the step that it rests on.
  record Read(Verdict verdict, String path) {}

  /// Whether the client's names were asked for at all.
  boolean asked() {
    return iprev.verdict() != Verdict.NONE;
  }

  /// Whether that question got no answer.
  boolean failed() {
    return iprev.reason() == IprevReason.LOOKUP_FAILED && iprev.names().isEmpty();
  }

  /// The step of the question for the names.
  String path() {
    return questions(iprev.step()).stream().findFirst().orElse(iprev.step()).path();
  }

  /// The step of the first name, or else of the question for the names.
  String firstPath() {
    return steps.isEmpty() ? path() : steps.getFirst().path();
  }

  /// IPREV as the reading has it.
  Read read(IprevReading reading) {
    if (!asked()) {
      return new Read(Verdict.NONE, iprev.step().path());
    }
    var ignored = reading.temporary() == IprevReading.Temporary.IGNORED;
    if (failed()) {
      return new Read(ignored ? Verdict.FAIL : Verdict.TEMPERROR, path());
    }
    if (steps.isEmpty()) {
      return new Read(reading.missing(), path());
    }
    var considered = considered(reading);
    var confirmed =
        first(considered, i -> iprev.names().get(i).addresses().contains(iprev.client()));
    var open = ignored ? Optional.<Integer>empty() : first(considered, i -> failed(i, reading));
    if (open.isPresent()
        && (confirmed.isEmpty() || reading.temporary() == IprevReading.Temporary.WINS)) {
      return new Read(Verdict.TEMPERROR, steps.get(open.get()).path());
    }
    return confirmed
        .map(index -> new Read(Verdict.PASS, steps.get(index).path()))
        .orElseGet(() -> new Read(Verdict.FAIL, steps.get(considered.getFirst()).path()));
  }

  private List<Integer> considered(IprevReading reading) {
    var indexes = new ArrayList<Integer>();
    switch (reading.names()) {
      case FIRST -> {
        for (var i = 0; i < Math.min(reading.limit(), steps.size()); i++) {
          indexes.add(i);
        }
      }
      case LAST -> indexes.add(steps.size() - 1);
    }
    return indexes;
  }

  private interface Test {
    boolean holds(int index);
  }

  private static Optional<Integer> first(List<Integer> indexes, Test test) {
    return indexes.stream().filter(test::holds).findFirst();
  }

  /// Whether a question for the name's addresses, of those that the reading asks, got no answer;
  /// for a name that was not evaluated nobody knows.
  private boolean failed(int index, IprevReading reading) {
    PtrName name = iprev.names().get(index);
    var own = iprev.client().getAddress().length == 4 ? "A" : "AAAA";
    return !name.evaluated()
        || questions(steps.get(index)).stream()
            .filter(question ->
                reading.bothFamilies() || question.values().getLast().equals(Value.of(own)))
            .anyMatch(ClientNames::unanswered);
  }

  private static List<Step> questions(Step step) {
    return step.steps().stream().filter(each -> each.topic() == ChainTopic.QUESTION).toList();
  }

  private static boolean unanswered(Step question) {
    var exchanges = question.allExchanges();
    return exchanges.isEmpty() || exchanges.getLast().answer() instanceof Answer.Failed;
  }
}
