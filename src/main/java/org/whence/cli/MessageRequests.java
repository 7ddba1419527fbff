package org.whence.cli;

import java.io.IOException;
import java.time.Instant;
import org.whence.chain.Verdict;
import org.whence.cli.BatchRequests.Members;
import org.whence.cli.Request.BadRequest;
import org.whence.dmarc.DmarcResult;
import org.whence.investigation.Ways;
import org.whence.mail.HopChain;
import org.whence.report.HopJson;
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
    var chain = HopChain.of(given.message());
    var judged = overrides.client(request);
    var result =
        overrides.judge(request, judged, investigator -> investigator.mail(given.message(), chain));
    var now = judged.at().orElseGet(Instant::now);
    var way = Ways.of(given.message(), chain, result.border(), judged, now);
    return json -> {
      json.writeStringProperty(
          "result", result.dmarc().map(DmarcResult::verdict).orElse(Verdict.NONE).word());
      ResultJson.input(given.message(), given.sha256(), json);
      HopJson.hops(way, result.border(), json);
      ResultJson.mail(result, json);
      HopJson.way(way, json);
      result.step().ifPresent(step -> ResultJson.queries(step, json));
    };
  }
}
