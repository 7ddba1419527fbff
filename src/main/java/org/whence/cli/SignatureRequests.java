package org.whence.cli;

import java.io.IOException;
import org.whence.cli.BatchRequests.Members;
import org.whence.cli.Request.BadRequest;
import org.whence.report.SignatureJson;

/// The requests about the signatures of a message: `dkim`, `arc`.
final class SignatureRequests {
  private final Overrides overrides;

  SignatureRequests(Overrides overrides) {
    this.overrides = overrides;
  }

  Members dkim(Request request)
      throws BadRequest, CommandException, IOException, InterruptedException {
    var given = GivenMessage.of(request);
    var result =
        overrides.judge(
            request,
            overrides.believing(request),
            investigator -> investigator.dkim(given.message()));
    return json -> SignatureJson.dkim(result, json);
  }

  Members arc(Request request)
      throws BadRequest, CommandException, IOException, InterruptedException {
    var given = GivenMessage.of(request);
    var result =
        overrides.judge(
            request,
            overrides.believing(request),
            investigator -> investigator.arc(given.message()));
    return json -> SignatureJson.arc(result, json);
  }
}
