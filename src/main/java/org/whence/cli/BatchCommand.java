package org.whence.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `whence batch`: JSON Lines in, JSON Lines out, in the order asked.
@Command(
    name = "batch",
    description = "Answers one JSON object a line with one a line, in the same order.",
    footer = {
      "",
      "Requests come on standard input; an answer goes out as soon as it is known. A",
      "request names its check: iprev, spf, dkim, arc, dmarc, received, hops,",
      "authentication-results, message, plan or compare. One that cannot be understood is",
      "answered with an error, and the run goes on."
    },
    mixinStandardHelpOptions = true,
    versionProvider = WhenceCommand.VersionLine.class,
    sortOptions = false)
final class BatchCommand implements Callable<Integer> {
  private final Console console;

  @Mixin final RunOptions run;

  BatchCommand(Console console) {
    this.console = console;
    run = new RunOptions(console.environment());
  }

  @Override
  public Integer call() throws CommandException, IOException, InterruptedException {
    var settings = run.asking.settings();
    try (var resolutions = new Resolutions(console);
        var out = new Answer(console)) {
      if (run.asking.chosen()) {
        // A resolver that was named is tried at once, so that a wrong one is told before anything.
        resolutions.lease(settings).close();
      }
      // A long recording that is replayed is not read a second time for the keys in it.
      var options =
          run.keys.isEmpty() ? run.options() : run.options().withKeys(run.history(console));
      var requests = new BatchRequests(settings, options, resolutions);
      return new BatchRun(requests, new BatchLines(console.in()), out).all(run.asking.atOnce());
    }
  }
}
