package org.whence.gui.model;

import java.io.IOException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.whence.chain.Step;
import org.whence.dns.Exchange;
import org.whence.dns.Resolution;
import org.whence.investigation.Input;
import org.whence.investigation.Investigation;
import org.whence.investigation.Investigator;
import org.whence.investigation.Options;

/// The runs' side in the background: opens whom to ask, investigates, and keeps the resolver open
/// to ask again until the next run, which closes it.
final class Runs {
  private final InstantSource clock;
  private @Nullable Resolution open;
  private @Nullable Investigator investigator;

  Runs(InstantSource clock) {
    this.clock = clock;
  }

  /// What a run needs.
  ///
  /// @param opened opens whom to ask
  record Request(Input input, Tasks.Work<Resolution> opened, Options options, LiveEvents events) {}

  /// A run's end.
  record Result(Investigation investigation, List<String> warnings) {}

  Result run(Request request) throws IOException, InterruptedException {
    var resolution = request.opened().call();
    var runner = new Investigator(resolution, clock, request.options());
    keep(resolution, runner);
    var investigation = runner.investigate(request.input(), request.events());
    return new Result(investigation, resolution.warnings());
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

  private synchronized @Nullable Investigator investigator() {
    return investigator;
  }

  private synchronized void keep(Resolution resolution, Investigator runner) {
    close();
    open = resolution;
    investigator = runner;
  }

  synchronized void close() {
    if (open != null) {
      open.close();
      open = null;
      investigator = null;
    }
  }
}
