package org.whence.gui.model;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.whence.casefile.CaseFile;
import org.whence.casefile.Provenance;
import org.whence.chain.ChainListener;
import org.whence.chain.Step;
import org.whence.dns.Exchange;
import org.whence.dns.Resolution;
import org.whence.fetch.HttpsFetch;
import org.whence.investigation.AddressEntry;
import org.whence.investigation.Comparison;
import org.whence.investigation.Document;
import org.whence.investigation.Input;
import org.whence.investigation.Investigation;
import org.whence.investigation.Investigator;
import org.whence.investigation.Options;
import org.whence.spf.SpfResult;
import org.whence.spf.Supposed;
import org.whence.spf.Supposition;

/// The runs' side in the background: opens whom to ask, investigates, and keeps the resolver open
/// to ask again until the next run, which closes it.
final class Runs {
  private final Keeping keeping;
  private int latest;
  private List<Resolution> open = List.of();
  private @Nullable Investigator investigator;
  private Optional<ListRun> list = Optional.empty();
  private ByteArrayOutputStream recording = new ByteArrayOutputStream();
  private List<Exchange> answered = List.of();

  /// @param keeping keeps what is heard against a crash
  Runs(Keeping keeping) {
    this.keeping = keeping;
  }

  /// The number of a new run; what an earlier one still opens is closed again.
  synchronized int begin() {
    return ++latest;
  }

  /// What a run needs.
  ///
  /// @param number see [#begin]
  /// @param clock the clock to judge by
  /// @param opened opens whom to ask, those who are asked beside the first one behind it
  /// @param same whether whom the run before asked is asked, and only about what it did not answer
  /// @param byHand what was asked for beside the run before, which goes on; a case has its own
  /// @param kept the case that answers, with what was asked again after its run
  record Request(
      int number,
      Input input,
      Tasks.Work<List<Resolution>> opened,
      boolean same,
      Options options,
      LiveEvents events,
      InstantSource clock,
      ByHand byHand,
      Optional<CaseFile> kept) {}

  /// What a run brought.
  ///
  /// @param comparison with what was found before, where that was wanted and the run has ended
  record Ran(Investigation investigation, Optional<Comparison> comparison) {}

  /// Runs, and holds what came of it against what was found before.
  Ran run(Request request, Optional<Tasks.Work<Investigation>> before)
      throws IOException, InterruptedException {
    if (before.isEmpty()) {
      return new Ran(run(request), Optional.empty());
    }
    var old = before.get().call();
    var now = run(request);
    return new Ran(now, now.stopped() ? Optional.empty() : Optional.of(Comparison.of(old, now)));
  }

  private Investigation run(Request request) throws IOException, InterruptedException {
    var heard = new ByteArrayOutputStream();
    var whom = opened(request);
    var again = request.same() ? whom.remembering(answered(), request.clock()) : whom;
    var together = kept(request, again).into(heard);
    var runner = new Investigator(together, request.clock(), request.options());
    keep(request.number(), runner, Optional.empty());
    heardBy(request.number(), heard);
    var found = runner.investigate(request.input(), request.events());
    answered(found.tree().allExchanges());
    return request.kept().isEmpty()
        ? runner.known(request.byHand().documents(), found)
        : request.kept().get().askedAgain(runner, found);
  }

  /// What a network says is kept as it comes. Where it cannot be, that is told, and the run goes
  /// on.
  private Resolution kept(Request request, Resolution asked) {
    if (!asked.live()) {
      return asked;
    }
    try {
      var provenance = Provenance.begun(Optional.of(asked), request.clock().instant());
      return asked.into(
          keeping.begin(CaseFile.begun(request.input(), request.options(), provenance)));
    } catch (IOException e) {
      request.events().warned(String.valueOf(e.getMessage()));
      return asked;
    }
  }

  private synchronized List<Exchange> answered() {
    return answered;
  }

  private synchronized void answered(List<Exchange> heard) {
    answered = heard;
  }

  private synchronized void heardBy(int number, ByteArrayOutputStream heard) {
    if (number == latest) {
      recording = heard;
    }
  }

  /// What was heard from the beginning of the last run on; the tree of a row of a list is in none.
  ///
  /// @param keys the recordings that keys of then were taken from
  synchronized CaseFile.Heard heard(byte[] keys) {
    var named = open.stream().findFirst().filter(Resolution::named).isPresent();
    return new CaseFile.Heard(named, recording.toByteArray(), keys);
  }

  /// Whether a network answered the last run.
  synchronized boolean isLive() {
    return open.stream().anyMatch(Resolution::live);
  }

  /// Runs over a long list.
  ///
  /// @param before opens what each address is held against
  /// @param found takes the rows, in order
  /// @return whether it came to its end
  boolean run(
      Request request,
      List<AddressEntry> entries,
      Optional<Tasks.Work<ListBefore>> before,
      Consumer<ListRow> found)
      throws IOException, InterruptedException {
    var held = before.isPresent() ? Optional.of(before.get().call()) : Optional.<ListBefore>empty();
    ListRun run;
    try {
      var together = opened(request);
      var asked =
          new ListRun.Asked(together, request.clock(), request.options(), request.input().source());
      run = new ListRun(asked, held);
      keep(request.number(), asked.investigator(together), Optional.of(run));
    } catch (IOException | InterruptedException e) {
      held.ifPresent(ListBefore::close);
      throw e;
    }
    return run.run(entries, found, request.events()::warned);
  }

  /// Goes on with the list that was run last, asking whom it asked.
  boolean goOn(List<AddressEntry> entries, LiveEvents events, Consumer<ListRow> found)
      throws IOException, InterruptedException {
    open().forEach(resolution -> resolution.onWarning(events::warned));
    return list().run(entries, found, events::warned);
  }

  /// The list that was run last, to hold others against it: it is no longer looked at.
  ///
  /// @param rows its rows
  synchronized ListBefore before(List<ListRow> rows) throws InterruptedException {
    var run = list();
    list = Optional.empty();
    run.forgetBefore();
    return ListBefore.run(run, rows);
  }

  /// The list that was run last, if there is one.
  synchronized Optional<ListRun> listed() {
    return list;
  }

  /// The list that was run last.
  ///
  /// @throws InterruptedException if there is none any more
  synchronized ListRun list() throws InterruptedException {
    return list.orElseThrow(() -> new InterruptedException("the list is gone"));
  }

  private Resolution opened(Request request) throws IOException, InterruptedException {
    var before = request.same() ? open() : List.<Resolution>of();
    var all = before.isEmpty() ? request.opened().call() : before;
    all.forEach(resolution -> resolution.onWarning(request.events()::warned));
    if (!hold(request.number(), all)) {
      if (before.isEmpty()) {
        all.forEach(Resolution::close);
      }
      throw new InterruptedException("a later run has begun");
    }
    return all.getFirst().beside(all.subList(1, all.size()));
  }

  private synchronized List<Resolution> open() {
    return open;
  }

  /// Asks questions once more, one after the other, past the cache.
  ///
  /// @return what came of each, by the path of its step
  Map<String, Exchange> again(List<Step> questions) throws InterruptedException {
    var asking = investigator();
    var answers = new LinkedHashMap<String, Exchange>();
    if (asking != null) {
      for (var question : questions) {
        answers.put(question.path(), asking.askAgain(question));
      }
    }
    return answers;
  }

  /// What SPF would say, had something else been seen; empty where nobody is asked any more.
  ///
  /// @param tree what was found so far
  Optional<Supposed> suppose(SpfResult seen, Supposition what, Step tree)
      throws InterruptedException {
    var asking = investigator();
    return asking == null ? Optional.empty() : Optional.of(asking.suppose(seen, what, tree));
  }

  /// Looks at what a domain publishes, asking whom the last run asked; empty before one.
  Optional<Step> posture(String domain) throws InterruptedException {
    var asking = investigator();
    return asking == null
        ? Optional.empty()
        : Optional.of(asking.posture(domain, ChainListener.NONE).steps().getFirst());
  }

  /// Looks at a document that could be fetched, asking whom the last run asked; empty before one.
  Optional<Document> document(String uri, HttpsFetch fetch) throws InterruptedException {
    var asking = investigator();
    return asking == null ? Optional.empty() : Optional.of(asking.document(uri, fetch));
  }

  private synchronized @Nullable Investigator investigator() {
    return investigator;
  }

  private synchronized boolean hold(int number, List<Resolution> opened) {
    if (number != latest) {
      return false;
    }
    if (!opened.equals(open)) {
      release();
    }
    open = opened;
    return true;
  }

  private synchronized void keep(int number, Investigator runner, Optional<ListRun> run)
      throws InterruptedException {
    if (number != latest) {
      run.ifPresent(ListRun::close);
      throw new InterruptedException("a later run has begun");
    }
    investigator = runner;
    list.ifPresent(ListRun::close);
    list = run;
  }

  /// Closes what is open, and what a run that still goes on may open.
  synchronized void close() {
    latest++;
    release();
  }

  private synchronized void release() {
    open.forEach(Resolution::close);
    open = List.of();
    investigator = null;
    list.ifPresent(ListRun::close);
    list = Optional.empty();
  }
}
