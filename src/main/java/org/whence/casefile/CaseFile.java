package org.whence.casefile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.whence.chain.ChainListener;
import org.whence.chain.ChainTopic;
import org.whence.chain.Step;
import org.whence.dns.Resolution;
import org.whence.dns.Resolvers;
import org.whence.investigation.Input;
import org.whence.investigation.Investigation;
import org.whence.investigation.Investigator;
import org.whence.investigation.KeptInput;
import org.whence.investigation.Options;
import org.whence.investigation.Parameters;

/// A case: what was investigated, what that rests on, and what the analyst wrote. Immutable.
///
/// It is investigated again to be looked at: the same input, judged by the same clock, answered
/// from the recording. Nothing is sent.
public final class CaseFile {
  private final Evidence evidence;
  private final Notes notes;
  private final List<String> damages;

  CaseFile(Evidence evidence, Notes notes, List<String> damages) {
    this.evidence = evidence;
    this.notes = notes;
    this.damages = List.copyOf(damages);
  }

  /// What was heard, as octets that are not written into any more.
  ///
  /// @param ownSource whether somebody was asked whom the analyst named, see [Resolution#named]
  /// @param recording all that was asked of DNS, also after the run, see [Resolution#into]
  /// @param keys the recordings that keys of then were taken from, see [Options#keys]
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody, and too large to copy
  public record Heard(boolean ownSource, byte[] recording, byte[] keys) {}

  /// The case of an investigation.
  public static CaseFile of(Investigation investigation, Heard heard, Notes notes) {
    var parameters = investigation.parameters();
    var provenance =
        new Provenance(
            parameters.version(),
            investigation.started(),
            investigation.finished(),
            investigation.stopped(),
            parameters.resolver(),
            heard.ownSource(),
            ClockOffset.of(investigation.tree().allExchanges()));
    var evidence =
        new Evidence(
            KeptInput.of(investigation.input()),
            parameters.options(),
            provenance,
            heard.recording(),
            heard.keys(),
            Judged.in(investigation.tree()),
            investigation.documents(),
            again(investigation.tree()));
    return new CaseFile(evidence, notes, List.of());
  }

  /// When a run was.
  ///
  /// @param stopped whether it was stopped before its end
  /// @param clockOffset how far the machine's clock was ahead, where that is known
  public record Span(
      Instant started, Instant finished, boolean stopped, Optional<ClockOffset> clockOffset) {}

  /// The case of a long list, which nobody holds in one tree: its rows are judged again out of the
  /// recording when it is opened, and no verdicts are kept beside.
  public static CaseFile of(KeptInput input, Parameters parameters, Span span, Heard heard) {
    var provenance =
        new Provenance(
            parameters.version(),
            span.started(),
            span.finished(),
            span.stopped(),
            parameters.resolver(),
            heard.ownSource(),
            span.clockOffset());
    var evidence =
        new Evidence(
            input,
            parameters.options(),
            provenance,
            heard.recording(),
            heard.keys(),
            List.of(),
            List.of(),
            Map.of());
    return new CaseFile(evidence, Notes.NONE, List.of());
  }

  /// The case of what is about to be asked, or could be.
  public static CaseFile begun(Input input, Options options, Provenance provenance) {
    var evidence =
        new Evidence(
            KeptInput.of(input),
            options,
            provenance,
            new byte[0],
            new byte[0],
            List.of(),
            List.of(),
            Map.of());
    return new CaseFile(evidence, Notes.NONE, List.of());
  }

  private static Map<String, Integer> again(Step tree) {
    var again = new HashMap<String, Integer>();
    tree.all()
        .filter(step -> step.topic() == ChainTopic.QUESTION && step.exchanges().size() > 1)
        .forEach(step -> again.put(step.path(), step.exchanges().size() - 1));
    return again;
  }

  Evidence evidence() {
    return evidence;
  }

  /// When, by what and through whom it was recorded.
  public Provenance provenance() {
    return evidence.provenance();
  }

  /// What the analyst wrote.
  public Notes notes() {
    return notes;
  }

  /// Whether verdicts were kept: of a long list none were, and its rows are judged one by one.
  public boolean hasVerdicts() {
    return !evidence.judged().isEmpty();
  }

  /// What of the file could not be read, or is not what was saved, a line each; none for a case
  /// that is whole.
  public List<String> damages() {
    return damages;
  }

  /// The recording, in UTF-8, not to be written into.
  public byte[] recording() {
    return evidence.recording();
  }

  /// The recordings that keys of then were taken from, not to be written into.
  public byte[] keys() {
    return evidence.keys();
  }

  /// The same with other notes.
  public CaseFile withNotes(Notes other) {
    return new CaseFile(evidence, other, damages);
  }

  /// The same with what was supposed of SPF since it was opened.
  ///
  /// @param investigation that of the case, to which the analyst added
  public CaseFile withSupposed(Investigation investigation) {
    var supposed = investigation.parameters().options().spf().suppositions();
    var options = evidence.options();
    var own = options.spf().withSuppositions(supposed);
    return new CaseFile(evidence.with(options.withSpf(own)), notes, damages);
  }

  /// What was investigated, read again.
  public Input input() {
    return evidence.input().read();
  }

  /// What the analyst had asked for, to ask again now: judged by today's clock, unless they had
  /// named another one.
  public Options options() {
    return evidence.options();
  }

  /// The clock of the day when it was recorded, as if that went on now.
  ///
  /// @param clock of now
  public InstantSource clockThen(InstantSource clock) {
    var back = Duration.between(clock.instant(), provenance().started());
    return () -> clock.instant().plus(back);
  }

  /// Answers from the recording, and from nothing else.
  ///
  /// @param name what the case is called
  /// @throws IOException if no line of the recording can be read, in one line
  public Resolution resolution(String name, InstantSource clock) throws IOException {
    var recorded = provenance();
    var description =
        "case %s, recorded %s through %s%s"
            .formatted(
                name,
                recorded.started().truncatedTo(java.time.temporal.ChronoUnit.SECONDS),
                recorded.resolver(),
                recorded.clockOffset().filter(ClockOffset::isOff).map(CaseFile::clock).orElse(""));
    return Resolvers.replay(
        new ByteArrayInputStream(evidence.recording()),
        new Resolvers.Replayed(name, description, recorded.ownSource()),
        clock);
  }

  private static String clock(ClockOffset offset) {
    var seconds = offset.ahead().abs().toMillis() / 1000.0;
    var within = offset.within().toMillis() / 1000.0;
    return String.format(
        Locale.ROOT,
        "; the clock of its machine was %.1f s %s (within %.1f s)",
        seconds,
        offset.ahead().isNegative() ? "behind" : "ahead",
        within);
  }

  /// Investigates it again by its recording, with the questions that were asked again.
  ///
  /// @param resolution that of [#resolution]
  public Investigation investigate(
      Resolution resolution, InstantSource clock, ChainListener listener) {
    var investigator = new Investigator(resolution, clockThen(clock), options());
    var found = investigator.investigate(input(), listener);
    try {
      return askedAgain(investigator, found);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return found;
    }
  }

  /// What was found by the recording, with what was asked by hand after the run: documents, and
  /// questions once more.
  ///
  /// @param investigator that of the run
  public Investigation askedAgain(Investigator investigator, Investigation found)
      throws InterruptedException {
    var grown = investigator.known(evidence.documents(), found);
    for (var asked : evidence.again().entrySet()) {
      grown = again(investigator, grown, asked);
    }
    return grown;
  }

  private static Investigation again(
      Investigator investigator, Investigation found, Map.Entry<String, Integer> asked)
      throws InterruptedException {
    var step = found.tree().at(asked.getKey()).filter(each -> each.topic() == ChainTopic.QUESTION);
    var grown = found;
    for (var i = 0; step.isPresent() && i < asked.getValue(); i++) {
      var exchange = investigator.askAgain(step.get());
      grown = grown.withTree(grown.tree().withExchange(asked.getKey(), exchange));
    }
    return grown;
  }

  /// What was concluded otherwise when the case was recorded: by another version of the program, or
  /// of a file that is damaged.
  public List<Judged> judgedOtherwise(Investigation investigation) {
    return Judged.otherwise(evidence.judged(), investigation.tree());
  }
}
