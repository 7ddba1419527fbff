package org.whence.gui.model;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.whence.casefile.CaseFile;
import org.whence.dns.Resolution;
import org.whence.enrichment.Enrichment;
import org.whence.investigation.Input;
import org.whence.investigation.InputReader;
import org.whence.investigation.Investigation;
import org.whence.investigation.Options;
import org.whence.investigation.Recognised;
import org.whence.investigation.Source;
import org.whence.iprev.IprevReason;
import org.whence.report.InputWording;
import org.whence.spf.SpfResult;
import org.whence.spf.Supposition;

/// What the analyst does. Every method comes back at once; reading, asking and writing happen in
/// the background, and what comes of them is in [CaseModel].
public final class Desk {
  private static final Duration TYPING = Duration.ofMillis(300);

  private final CaseModel model;
  private final Places places;
  private final InstantSource clock;
  private final Runs runs;
  private final Unpacking unpacking;
  private final Tasks.Lane reading;
  private final Tasks.Lane running;
  private final Tasks.Lane again;
  private final ListDesk list;

  private Tasks.Work<Unpacking.Found> latest;
  private Instant started = Instant.EPOCH;
  private Optional<ChainNode> looked = Optional.empty();
  private boolean sample;
  private Optional<CaseFile> kept = Optional.empty();
  private boolean wanted;
  private boolean busy;

  /// @param model what is changed
  /// @param places where cases and answers come from
  public Desk(CaseModel model, Places places, Tasks tasks, InstantSource clock) {
    this.model = model;
    this.places = places;
    this.clock = clock;
    this.runs = new Runs();
    this.unpacking = new Unpacking(model.words().wording());
    this.latest = () -> unpacking.pasted("");
    this.reading = tasks.lane();
    this.running = tasks.lane();
    this.again = tasks.lane();
    this.list = new ListDesk(model, runs, tasks);
  }

  /// The analyst typed: what is there now is read soon.
  public void typed(String text) {
    fresh();
    busy = true;
    model.cases().clear();
    reading.startAfter(
        TYPING,
        () -> Taken.of(InputReader.pasted(text), clock.instant()),
        this::read,
        this::failed);
  }

  /// A new investigation of text from the clipboard.
  public void paste(String text) {
    if (text.isBlank()) {
      tell(true, "paste.empty");
      return;
    }
    take(() -> unpacking.pasted(text));
  }

  /// A new investigation of a file, or of what is in a folder.
  public void open(Path file) {
    take(() -> unpacking.open(file));
  }

  /// Another one of several cases in the input.
  public void choose(CaseRow row) {
    var title = model.cases().titleProperty().get();
    var rows = List.copyOf(model.cases().rows());
    take(() -> unpacking.choose(row, title, rows));
  }

  /// A password for what is locked: the input is opened once more.
  public void password(String password) {
    unpacking.password(password);
    take(latest);
  }

  /// The bundled case, answered by its own recording, and run at once: nothing leaves.
  public void sample() {
    take(() -> Unpacking.Found.of(places.sample()));
    sample = true;
    wanted = true;
  }

  /// What was read, and what it was found in.
  private record Reading(Unpacking.Found found, Optional<Taken> taken) {}

  private void take(Tasks.Work<Unpacking.Found> source) {
    fresh();
    busy = true;
    latest = source;
    reading.start(
        () -> {
          var found = source.call();
          return new Reading(found, found.input().map(input -> Taken.of(input, clock.instant())));
        },
        this::taken,
        e -> {
          model.cases().clear();
          failed(e);
        });
  }

  private void taken(Reading read) {
    kept = read.found().kept();
    // A case answers for itself: nothing leaves.
    wanted = wanted || kept.isPresent();
    model.cases().show(read.found());
    read.taken()
        .ifPresentOrElse(
            taken -> {
              model.textProperty().set(taken.shown());
              read(taken);
            },
            () -> {
              busy = false;
              wanted = false;
              model.textProperty().set("");
            });
    kept.ifPresent(found ->
        tell(
            false,
            "case.kept",
            found.provenance().started().truncatedTo(ChronoUnit.SECONDS).toString(),
            visible(found.provenance().resolver())));
    read.found().told().stream().findFirst().ifPresent(this::error);
  }

  /// Ends what goes on and forgets what was found.
  private void fresh() {
    running.cancel();
    again.cancel();
    sample = false;
    kept = Optional.empty();
    wanted = false;
    clear();
    list.clear();
    model.scopeProperty().set(Scope.ALL);
    model.inputProperty().set(Optional.empty());
    model.rawProperty().set(Optional.empty());
    model.hopProperty().set(Optional.empty());
    model.hops().clear();
    model.fields().clear();
    model.lines().clear();
    model.phaseProperty().set(Phase.EMPTY);
    model.noticeProperty().set(Notice.NONE);
  }

  private void clear() {
    model.selectedProperty().set(Optional.empty());
    model.investigationProperty().set(Optional.empty());
    model.comparisonProperty().set(Optional.empty());
    model.queries().clear();
    model.chain().clear();
    model.whatIf().clear();
    model.elapsedProperty().set(Duration.ZERO);
    model.answeringProperty().set("");
  }

  private void read(Taken read) {
    busy = false;
    var input = read.input();
    model.inputProperty().set(Optional.of(input));
    model.rawProperty().set(read.raw());
    model.hops().setAll(read.hops());
    model.fields().setAll(read.fields());
    var words = new InputWording(model.words().wording());
    if (input.recognised() instanceof Recognised.Nothing nothing) {
      wanted = false;
      if (nothing.why() != Recognised.Why.EMPTY || input.source().kind() != Source.Kind.PASTED) {
        error(words.nothing(input, nothing));
      }
      return;
    }
    model.lines().setAll(InputLines.of(input, words));
    model.phaseProperty().set(Phase.READY);
    list.begin(input);
    if (wanted) {
      investigate();
    }
  }

  /// Asks DNS, if that is allowed, and shows what comes of it. An input that is still being read is
  /// investigated as soon as it was.
  public void investigate() {
    investigate(Purpose.RESULTS);
  }

  void investigate(Purpose purpose) {
    if (busy) {
      wanted = true;
      return;
    }
    var input = model.inputProperty().get();
    if (input.isEmpty() || model.phaseProperty().get() == Phase.EMPTY) {
      tell(true, "investigate.nothing");
      return;
    }
    begin(input.get(), purpose);
  }

  /// What a run rests on beside DNS changed: one that was made is made again. What it knows of DNS
  /// it takes out of the cache, so that only what is new is asked, and what was looked at is looked
  /// at again.
  public void reconsider() {
    var input = model.inputProperty().get();
    switch (model.phaseProperty().get()) {
      case DONE, STOPPED, RUNNING -> {
        var selected = model.selectedProperty().get();
        input.ifPresent(same -> begin(same, Purpose.RECONSIDERED));
        looked = selected;
      }
      case EMPTY, READY -> {}
    }
  }

  private void begin(Input input, Purpose purpose) {
    wanted = false;
    if (!purpose.isPlain() && !ListDesk.of(input).isEmpty()) {
      tell(true, "list.alone");
      return;
    }
    again.cancel();
    clear();
    looked = Optional.empty();
    started = clock.instant();
    model.noticeProperty().set(Notice.NONE);
    model.phaseProperty().set(Phase.RUNNING);
    run(input, purpose);
  }

  private void run(Input input, Purpose purpose) {
    var events = new LiveEvents();
    var resolver = model.resolverProperty().get();
    model.answeringProperty().set(sample ? model.words().texts().text("sample.answers") : resolver);
    var whom = whom();
    var request =
        new Runs.Request(
            runs.begin(),
            input,
            purpose.whom().orElse(() -> List.of(whom.call())),
            purpose.same(),
            purpose.repeat() == 0 ? options() : options().withRepeat(purpose.repeat()),
            events,
            clock(purpose));
    var entries = ListDesk.of(input);
    if (entries.isEmpty()) {
      running.start(
          () -> runs.run(request, purpose.before()),
          () -> live(events),
          this::finished,
          this::failedRun);
    } else {
      list.begin(input);
      running.start(
          () -> runs.run(request, entries, list::found),
          () -> liveList(events),
          this::finishedList,
          this::failedRun);
    }
  }

  private void liveList(LiveEvents events) {
    warn(events);
    if (model.phaseProperty().get() == Phase.RUNNING) {
      list.live(Duration.between(started, clock.instant()));
    }
  }

  private void finishedList(boolean ended) {
    list.live(model.elapsedProperty().get());
    list.ended();
    if (model.phaseProperty().get() == Phase.RUNNING) {
      model.phaseProperty().set(ended ? Phase.DONE : Phase.STOPPED);
    }
  }

  /// What is done with a long list.
  public ListDesk list() {
    return list;
  }

  /// Opens whom a run would ask now.
  Tasks.Work<Resolution> whom() {
    var resolver = model.resolverProperty().get();
    var asking = asking();
    if (kept.isPresent()) {
      var answering = kept.get();
      return () -> answering.resolution(answering.input().source().name(), clock);
    }
    return sample ? places::sampleResolution : () -> places.resolution(resolver, asking);
  }

  /// The runs, to ask whom the last one asked.
  Runs runs() {
    return runs;
  }

  /// Whom to ask now where a case that was kept is asked again: not its recording.
  Optional<Tasks.Work<List<Resolution>>> elsewhere() {
    var resolver = model.resolverProperty().get();
    return kept.map(_ -> () -> List.of(places.resolution(resolver, true)));
  }

  /// A case that answers for itself is judged by the clock of its day.
  private InstantSource clock(Purpose purpose) {
    return kept.isPresent() && purpose.whom().isEmpty() ? kept.get().clockThen(clock) : clock;
  }

  /// What a run would be made with now; a case by its own settings.
  Options options() {
    return kept.isPresent() ? kept.get().options() : chosen();
  }

  private Options chosen() {
    // The recording of the sample case holds nothing of what others say.
    var others = sample ? Enrichment.NONE : model.enrichmentProperty().get();
    return model
        .scopeProperty()
        .get()
        .options()
        .withAsking(asking())
        .withEnrichment(others)
        .withTrust(model.trust().chosenProperty().get().trust());
  }

  /// Whether the case is the bundled one, which asks nobody.
  boolean isSample() {
    return sample;
  }

  /// Whether a network may be asked, or need not be.
  boolean askingNow() {
    return sample || model.askingProperty().get();
  }

  /// Whether DNS may be asked, or need not be: the sample case has its own recording.
  boolean asking() {
    return kept.isPresent() || askingNow();
  }

  private void warn(LiveEvents events) {
    for (var line = events.nextWarning(); line != null; line = events.nextWarning()) {
      error(visible(line));
    }
  }

  private void live(LiveEvents events) {
    warn(events);
    if (model.phaseProperty().get() != Phase.RUNNING) {
      return;
    }
    var batch = events.drain();
    model.elapsedProperty().set(Duration.between(started, clock.instant()));
    model.queries().apply(batch, model.elapsedProperty().get());
    model.chain().apply(batch);
  }

  private void finished(Runs.Ran ran) {
    var investigation = ran.investigation();
    model.investigationProperty().set(Optional.of(investigation));
    model.chain().finish(investigation.tree());
    if (model.selectedProperty().get().isEmpty()) {
      model.selectedProperty().set(looked.flatMap(model.chain()::like));
    }
    model.answeringProperty().set(investigation.parameters().resolver());
    if (model.phaseProperty().get() == Phase.RUNNING) {
      model.queries().stopped();
      model.phaseProperty().set(investigation.stopped() ? Phase.STOPPED : Phase.DONE);
      model
          .elapsedProperty()
          .set(Duration.between(investigation.started(), investigation.finished()));
    }
    model.comparisonProperty().set(ran.comparison());
    // What was asked for is looked at: the first client whose answers do not agree, or the first.
    investigation.rotations().stream()
        .min(Comparator.comparing(rotation -> rotation.reason() == IprevReason.STEADY))
        .flatMap(rotation -> model.chain().at(rotation.step().path()))
        .ifPresent(node -> model.selectedProperty().set(Optional.of(node)));
    Trouble.of(investigation, model.words()).ifPresent(this::error);
  }

  private void failedRun(IOException e) {
    model.phaseProperty().set(Phase.READY);
    model.answeringProperty().set("");
    failed(e);
  }

  /// Stops whatever goes on, at once; what was found stays.
  public void stop() {
    again.cancel();
    if (model.phaseProperty().get() == Phase.RUNNING) {
      model.phaseProperty().set(Phase.STOPPED);
      model.chain().stopped();
      model.queries().stopped();
      running.interrupt();
    }
  }

  /// Whether a node has questions that can be asked again.
  public boolean canAskAgain(ChainNode node) {
    return asking()
        && model.phaseProperty().get() != Phase.RUNNING
        && node.all().anyMatch(n -> NodeWords.question(n).isPresent());
  }

  /// Asks the questions of a node and those below it again, past the cache. The first answers stay
  /// beside the second ones.
  public void askAgain(ChainNode node) {
    if (!canAskAgain(node)) {
      tell(true, model.askingProperty().get() ? "again.none" : "again.off");
      return;
    }
    var questions = node.all().flatMap(n -> NodeWords.question(n).stream()).toList();
    tell(false, "again.asking", questions.size());
    again.start(
        () -> runs.again(questions),
        answers -> {
          answers.forEach((path, exchange) -> {
            model.queries().answeredAgain(path, exchange);
            model.chain().answeredAgain(path, exchange);
            changed(i -> i.withTree(i.tree().withExchange(path, exchange)));
          });
          tell(false, "again.done", answers.size());
        },
        this::failed);
  }

  /// What SPF would say, had something else been seen: a branch beside that of the run, which stays
  /// as it is.
  public void suppose(SpfResult seen, Supposition what) {
    if (!asking()) {
      tell(true, "again.off");
      return;
    }
    again.start(
        () -> runs.suppose(seen, what),
        supposed ->
            supposed.map(WhatIf.Branch::of).ifPresent(branch -> model.whatIf().addFirst(branch)),
        this::failed);
  }

  private void changed(java.util.function.UnaryOperator<Investigation> change) {
    model.investigationProperty().set(model.investigationProperty().get().map(change));
  }

  /// The window closes.
  public void close() {
    reading.cancel();
    running.cancel();
    again.cancel();
    list.close();
    runs.close();
  }

  private void failed(IOException e) {
    busy = false;
    wanted = false;
    error(visible(String.valueOf(e.getMessage())));
  }

  private String visible(String text) {
    return model.words().wording().running(text);
  }

  private void error(String text) {
    model.noticeProperty().set(new Notice(true, text));
  }

  private void tell(boolean error, String key, Object... values) {
    model.noticeProperty().set(new Notice(error, model.words().texts().text(key, values)));
  }
}
