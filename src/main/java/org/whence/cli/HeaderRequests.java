package org.whence.cli;

import java.io.IOException;
import org.whence.cli.BatchRequests.Members;
import org.whence.cli.Request.BadRequest;
import org.whence.investigation.Trust;
import org.whence.investigation.TrustLine;
import org.whence.mail.AuthenticationResultsParser;
import org.whence.mail.HopChain;
import org.whence.mail.ReceivedParser;
import org.whence.report.ClaimJson;
import org.whence.report.ResultJson;

/// The requests about header fields, which ask nothing: `received`, `hops`,
/// `authentication-results`.
final class HeaderRequests {
  private HeaderRequests() {}

  static Members received(Request request) throws BadRequest {
    var received = ReceivedParser.parse(request.text("header"));
    return json -> ResultJson.received(received, json);
  }

  static Members authenticationResults(Request request) throws BadRequest {
    var field = AuthenticationResultsParser.parse(request.text("header"));
    return json -> ClaimJson.authenticationResults(field, json);
  }

  static Members hops(Request request, Trust trust) throws BadRequest, IOException {
    var chain = HopChain.of(GivenMessage.of(request).message());
    var border = TrustLine.of(chain, trust).border();
    return json -> {
      json.writeStringProperty("result", chain.hops().isEmpty() ? "none" : "parsed");
      ResultJson.hops(chain, border, json);
    };
  }
}
