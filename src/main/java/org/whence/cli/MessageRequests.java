package org.whence.cli;

import java.io.IOException;
import org.whence.chain.Verdict;
import org.whence.cli.BatchRequests.Members;
import org.whence.cli.Request.BadRequest;
import org.whence.investigation.Check;
import org.whence.mail.HopChain;
import org.whence.report.ResultJson;

/// The requests about a whole message: `message`.
final class MessageRequests {
  private final Overrides overrides;

  MessageRequests(Overrides overrides) {
    this.overrides = overrides;
  }

  Members message(Request request)
      throws BadRequest, CommandException, IOException, InterruptedException {
    var given = GivenMessage.of(request);
    var result =
        overrides.judge(
            request, overrides.client(request), investigator -> investigator.mail(given.message()));
    return json -> {
      json.writeStringProperty(
          "result", result.verdicts().getOrDefault(Check.DMARC, Verdict.NONE).word());
      ResultJson.input(given.message(), given.sha256(), json);
      ResultJson.hops(HopChain.of(given.message()), result.border(), json);
      ResultJson.mail(result, json);
      result.step().ifPresent(step -> ResultJson.queries(step, json));
    };
  }
}
