package org.whence.cli;

import org.whence.cli.BatchRequests.Members;
import org.whence.cli.Request.BadRequest;
import org.whence.report.ResultJson;
import org.whence.spf.SpfRequest;

/// The requests about a client, without a message: `iprev`, `spf`.
final class ClientRequests {
  private final Overrides overrides;

  ClientRequests(Overrides overrides) {
    this.overrides = overrides;
  }

  Members iprev(Request request) throws BadRequest, CommandException, InterruptedException {
    var client = overrides.address(request);
    var result =
        overrides.judge(
            request, overrides.options(request), investigator -> investigator.repeated(client));
    return json -> {
      ResultJson.iprev(result.first(), json);
      result
          .again()
          .ifPresent(rotation -> {
            json.writeObjectPropertyStart("rotation");
            ResultJson.rotation(rotation, json);
            json.writeEndObject();
          });
    };
  }

  Members spf(Request request) throws BadRequest, CommandException, InterruptedException {
    var asked =
        new SpfRequest(
            overrides.address(request),
            request.optional("helo").orElse(""),
            request.optional("mailFrom").orElse(""),
            request.optional("receiver"));
    var result =
        overrides.judge(
            request, overrides.options(request), investigator -> investigator.spf(asked));
    return json -> ResultJson.spf(result, json);
  }
}
