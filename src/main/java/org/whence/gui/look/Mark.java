package org.whence.gui.look;

import java.util.Optional;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import org.kordamp.ikonli.feather.Feather;
import org.whence.chain.Verdict;
import org.whence.dns.Answer;
import org.whence.gui.model.NodeState;
import org.whence.gui.model.Progress;

/// The icon and the colour class that go with a word. What could not be told has a look of its own
/// and is never red.
public enum Mark {
  /// It holds.
  PASS(Feather.CHECK_CIRCLE, "pass"),
  /// It does not hold.
  FAIL(Feather.X_CIRCLE, "fail"),
  /// Something that should be there is missing or broken.
  PERMERROR(Feather.X_OCTAGON, "fail"),
  /// It does not hold, and that is said weakly.
  SOFTFAIL(Feather.ALERT_TRIANGLE, "softfail"),
  /// It could not be told.
  TEMPERROR(Feather.HELP_CIRCLE, "unsure"),
  /// A rule of the receiver's.
  POLICY(Feather.SHIELD_OFF, "softfail"),
  /// Neither yes nor no.
  NEUTRAL(Feather.MINUS_CIRCLE, "quiet"),
  /// Nothing to judge.
  NONE(Feather.SLASH, "quiet"),
  /// DNS answered with records.
  ANSWER(Feather.CORNER_DOWN_RIGHT, "quiet"),
  /// DNS answered that there is nothing.
  NOTHING(Feather.CIRCLE, "quiet"),
  /// It will be looked at.
  PLANNED(Feather.MORE_HORIZONTAL, "quiet"),
  /// An answer is awaited.
  ASKED(Feather.CLOCK, "awaited"),
  /// The run was stopped before.
  STOPPED(Feather.SQUARE, "quiet");

  private final Feather icon;
  private final String colour;

  Mark(Feather icon, String colour) {
    this.icon = icon;
    this.colour = colour;
  }

  /// The icon.
  public Feather icon() {
    return icon;
  }

  /// The pseudo-class that `verdict.css` colours.
  public PseudoClass colour() {
    return PseudoClass.getPseudoClass(colour);
  }

  /// The mark of a verdict.
  public static Mark of(Verdict verdict) {
    return switch (verdict) {
      case PASS -> PASS;
      case FAIL -> FAIL;
      case SOFTFAIL -> SOFTFAIL;
      case PERMERROR -> PERMERROR;
      case TEMPERROR -> TEMPERROR;
      case POLICY -> POLICY;
      case NEUTRAL -> NEUTRAL;
      case NONE -> NONE;
    };
  }

  /// The mark of a verdict's word; none for any other word.
  public static Optional<Mark> of(String word) {
    return Stream.of(Verdict.values())
        .filter(verdict -> verdict.word().equals(word))
        .findFirst()
        .map(Mark::of);
  }

  /// The mark of an answer.
  public static Mark of(Answer answer) {
    return switch (answer) {
      case Answer.Records _, Answer.Aliases _ -> ANSWER;
      case Answer.NoData _, Answer.NoSuchDomain _ -> NOTHING;
      case Answer.Failed _ -> TEMPERROR;
    };
  }

  /// The mark of a node; none for a closed one that says nothing.
  public static Optional<Mark> of(NodeState state) {
    return state
        .outcome()
        .map(outcome -> of(outcome.verdict()))
        .or(() -> state.lastExchange().map(exchange -> of(exchange.answer())))
        .or(() -> of(state.progress()));
  }

  /// The mark of how far a step has come; none for one that is closed.
  public static Optional<Mark> of(Progress progress) {
    return switch (progress) {
      case PLANNED -> Optional.of(PLANNED);
      case ASKED, ANSWERED -> Optional.of(ASKED);
      case STOPPED -> Optional.of(STOPPED);
      case CLOSED -> Optional.empty();
    };
  }
}
