package org.whence.gui.model;

import java.io.IOException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.whence.chain.ChainListener;
import org.whence.chain.Step;
import org.whence.dns.Exchange;
import org.whence.dns.Resolution;
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
  private final InstantSource clock;
  private int latest;
  private @Nullable Resolution open;
  private @Nullable Investigator investigator;

  Runs(InstantSource clock) {
    this.clock = clock;
  }

  /// The number of a new run; what an earlier one still opens is closed again.
  synchronized int begin() {
    return ++latest;
  }

  /// What a run needs.
  ///
  /// @param number see [#begin]
  /// @param opened opens whom to ask
  /// @param same whether whom the run before asked is asked, so that its answers are in the cache
  record Request(
      int number,
      Input input,
      Tasks.Work<Resolution> opened,
      boolean same,
      Options options,
      LiveEvents events) {}

  Investigation run(Request request) throws IOException, InterruptedException {
    var before = request.same() ? resolution() : null;
    var resolution = before == null ? request.opened().call() : before;
    resolution.onWarning(request.events()::warned);
    var runner = new Investigator(resolution, clock, request.options());
    if (!keep(request.number(), resolution, runner)) {
      if (before == null) {
        resolution.close();
      }
      throw new InterruptedException("a later run has begun");
    }
    return runner.investigate(request.input(), request.events());
  }

  private synchronized @Nullable Resolution resolution() {
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
  Optional<Supposed> suppose(SpfResult seen, Supposition what) throws InterruptedException {
    var asking = investigator();
    return asking == null
        ? Optional.empty()
        : Optional.of(asking.suppose(seen, what, ChainListener.NONE));
  }

  private synchronized @Nullable Investigator investigator() {
    return investigator;
  }

  private synchronized boolean keep(int number, Resolution resolution, Investigator runner) {
    if (number != latest) {
      return false;
    }
    if (resolution != open) {
      release();
    }
    open = resolution;
    investigator = runner;
    return true;
  }

  /// Closes what is open, and what a run that still goes on may open.
  synchronized void close() {
    latest++;
    release();
  }

  private synchronized void release() {
    if (open != null) {
      open.close();
      open = null;
      investigator = null;
    }
  }
}
