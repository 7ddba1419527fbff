package org.whence.cli;

import java.io.IOException;
import org.whence.chain.ChainListener;
import org.whence.cli.BatchRequests.Members;
import org.whence.cli.Request.BadRequest;
import org.whence.investigation.Comparison;
import org.whence.investigation.Input;
import org.whence.investigation.InputReader;
import org.whence.investigation.Recognised;
import org.whence.investigation.Source;
import org.whence.report.ComparisonJson;
import org.whence.report.InputWording;
import org.whence.report.PlanJson;
import org.whence.report.Wording;

/// The requests about what is asked of DNS: `plan` (before), `compare` (since).
final class EvidenceRequests {
  private final Overrides overrides;
  private final InputWording words = new InputWording(Wording.load());

  EvidenceRequests(Overrides overrides) {
    this.overrides = overrides;
  }

  Members plan(Request request)
      throws BadRequest, CommandException, IOException, InterruptedException {
    var input = input(request);
    var plan = overrides.plan(request, overrides.client(request), planning -> planning.plan(input));
    return json -> PlanJson.write(plan, json);
  }

  Members compare(Request request)
      throws BadRequest, CommandException, IOException, InterruptedException {
    var input = input(request);
    var judged = overrides.client(request);
    var before =
        overrides.replay(
            request, judged, investigator -> investigator.investigate(input, ChainListener.NONE));
    var after =
        overrides.now(
            request, judged, investigator -> investigator.investigate(input, ChainListener.NONE));
    var comparison = Comparison.of(before, after);
    return json -> ComparisonJson.write(comparison, json);
  }

  /// What a request is about: a message, or an address.
  private Input input(Request request) throws BadRequest, IOException {
    var input = read(request);
    if (input.recognised() instanceof Recognised.Nothing nothing) {
      throw new BadRequest(words.nothing(input, nothing));
    }
    return input;
  }

  private static Input read(Request request) throws BadRequest, IOException {
    if (!request.has("message") && !request.has("file")) {
      return InputReader.argument(request.text("ip"));
    }
    var message = GivenMessage.of(request).message();
    var octets = new byte[message.end()];
    message.slice(0, message.end()).get(octets);
    return InputReader.message(Source.STDIN, octets);
  }
}
