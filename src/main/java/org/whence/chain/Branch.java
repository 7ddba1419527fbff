package org.whence.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.whence.dns.Answer;
import org.whence.dns.Exchange;
import org.whence.dns.Question;
import org.whence.dns.Resolver;

/// A part of the tree that is still growing, and the only way for a check to ask DNS.
///
/// A branch is opened on another one, asks, notes and opens as its check goes along, and is closed
/// once, with or without a conclusion. Several threads may work on one tree; the events of one
/// branch are told to the listener in order. What is done to a branch after it was closed is a bug
/// and throws [IllegalStateException].
public final class Branch {
  private static final List<String> PLACES =
      List.of(".0", ".1", ".2", ".3", ".4", ".5", ".6", ".7", ".8", ".9");

  private final Trunk trunk;
  private final String path;
  private final Topic topic;
  private final List<Value> values;

  /// How many steps are there already, of an earlier branch at this place.
  private final int before;

  private final List<Branch> branches = new ArrayList<>();
  private final List<Exchange> exchanges = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private @Nullable Step step;

  /// What all branches of a tree share.
  private record Trunk(Resolver resolver, ChainListener listener, Together together) {}

  private Branch(Trunk trunk, String path, Topic topic, List<Value> values) {
    this(trunk, path, topic, values, 0);
  }

  private Branch(Trunk trunk, String path, Topic topic, List<Value> values, int before) {
    this.trunk = trunk;
    this.path = path;
    this.topic = topic;
    this.values = values;
    this.before = before;
  }

  /// Goes on at the place of a step that was closed: what is opened there gets the next places
  /// behind the steps that it has. It closes to a step with what is new alone.
  public static Branch behind(Step closed, Resolver resolver, Together together) {
    var trunk = new Trunk(resolver, ChainListener.NONE, together);
    return new Branch(trunk, closed.path(), closed.topic(), closed.values(), closed.steps().size());
  }

  /// Starts a tree.
  ///
  /// @param together how pieces that do not wait for each other are done
  public static Branch root(
      Resolver resolver, ChainListener listener, Together together, Topic topic, Value... values) {
    var root = new Branch(new Trunk(resolver, listener, together), "0", topic, List.of(values));
    listener.opened(root.path, topic, root.values);
    return root;
  }

  /// A tree that nobody listens to, with everything done in turn.
  public static Branch root(Resolver resolver, Topic topic, Value... values) {
    return root(resolver, ChainListener.NONE, Together.IN_TURN, topic, values);
  }

  /// The place in the tree; see [Step#path()].
  public String path() {
    return path;
  }

  /// Opens a branch below this one.
  public Branch open(Topic about, Value... of) {
    return open(trunk, about, of);
  }

  /// Opens a branch below this one whose questions, and those of all branches below it, somebody
  /// else is asked.
  public Branch open(Resolver through, Topic about, Value... of) {
    return open(new Trunk(through, trunk.listener, trunk.together), about, of);
  }

  private Branch open(Trunk from, Topic about, Value... of) {
    Branch branch;
    synchronized (this) {
      mustBeOpen();
      branch = new Branch(from, path.concat(place(before + branches.size())), about, List.of(of));
      branches.add(branch);
      trunk.listener.opened(branch.path, about, branch.values);
    }
    return branch;
  }

  /// What a path has behind that of the branch above. Most are among the first, and are known.
  private static String place(int number) {
    return number < PLACES.size() ? PLACES.get(number) : "." + number;
  }

  /// Asks DNS and follows aliases to their end, all in steps below this one.
  ///
  /// @return the answer at the end of the aliases, with all of them; never [Answer.Aliases]
  public Answer ask(Question question) throws InterruptedException {
    return new Asking(openQuestion(question), question).answer();
  }

  /// Asks several questions that do not wait for each other.
  ///
  /// @return their answers in the order of the questions
  public List<Answer> askAll(List<Question> questions) throws InterruptedException {
    var pieces = new ArrayList<Callable<Answer>>(questions.size());
    for (var question : questions) {
      pieces.add(new Asking(openQuestion(question), question)::answer);
    }
    return together(pieces);
  }

  /// Does pieces of work that do not wait for each other; each should grow branches of its own,
  /// opened before, so that the tree's order does not depend on chance.
  public <T> List<T> together(List<Callable<T>> pieces) throws InterruptedException {
    try {
      return pieces.size() == 1 ? List.of(pieces.getFirst().call()) : trunk.together.run(pieces);
    } catch (InterruptedException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("a piece of a check threw", e);
    }
  }

  /// Notes something that does not change the verdict.
  public synchronized void note(Reason reason, Value... about) {
    mustBeOpen();
    var finding = new Finding(reason, List.of(about));
    findings.add(finding);
    trunk.listener.noted(path, finding);
  }

  /// Closes this branch with a conclusion, and all that is still open below it.
  public Step close(Verdict verdict, Reason reason, Value... about) {
    return end(Optional.of(new Outcome(verdict, reason, List.of(about))), false);
  }

  /// Closes this branch without a conclusion: it judges nothing.
  public Step close() {
    return end(Optional.empty(), false);
  }

  /// Closes this branch, and all that is still open below it, because the run was stopped. A branch
  /// that is closed already stays as it is.
  public synchronized Step stop() {
    return step != null ? step : end(Optional.empty(), true);
  }

  Branch openQuestion(Question question) {
    return open(
        ChainTopic.QUESTION, Value.domain(question.nameText()), Value.of(question.typeName()));
  }

  /// Asks the one question of this branch.
  Exchange exchange(Question question) throws InterruptedException {
    if (Thread.interrupted()) {
      // Answers out of memory wait for nothing, so nothing else would notice.
      throw new InterruptedException();
    }
    synchronized (this) {
      mustBeOpen();
      trunk.listener.asked(path, question);
    }
    var exchange = trunk.resolver.resolve(question, path);
    synchronized (this) {
      mustBeOpen();
      exchanges.add(exchange);
      trunk.listener.answered(path, exchange);
    }
    return exchange;
  }

  private synchronized Step end(Optional<Outcome> outcome, boolean stopped) {
    mustBeOpen();
    var steps = new ArrayList<Step>(branches.size());
    for (var branch : branches) {
      steps.add(branch.stop());
    }
    var closed = new Step(path, topic, values, exchanges, outcome, findings, stopped, steps);
    step = closed;
    branches.clear();
    trunk.listener.closed(closed);
    return closed;
  }

  private void mustBeOpen() {
    if (step != null) {
      throw new IllegalStateException("step " + path + " is closed");
    }
  }
}
