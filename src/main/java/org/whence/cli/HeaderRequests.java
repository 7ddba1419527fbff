package org.whence.cli;

import java.io.IOException;
import java.time.Instant;
import org.whence.cli.BatchRequests.Members;
import org.whence.cli.Request.BadRequest;
import org.whence.investigation.Options;
import org.whence.investigation.TrustLine;
import org.whence.investigation.Ways;
import org.whence.mail.AuthenticationResultsParser;
import org.whence.mail.HopChain;
import org.whence.mail.ReceivedParser;
import org.whence.report.ClaimJson;
import org.whence.report.HopJson;

/// The requests about header fields, which ask nothing: `received`, `hops`,
/// `authentication-results`.
final class HeaderRequests {
  private HeaderRequests() {}

  static Members received(Request request) throws BadRequest {
    var received = ReceivedParser.parse(request.text("header"));
    return json -> HopJson.received(received, json);
  }

  static Members authenticationResults(Request request) throws BadRequest {
    var field = AuthenticationResultsParser.parse(request.text("header"));
    return json -> ClaimJson.authenticationResults(field, json);
  }

  /// @param options what the request is judged by, whom it believes among it
  static Members hops(Request request, Options options) throws BadRequest, IOException {
    var message = GivenMessage.of(request).message();
    var chain = HopChain.of(message);
    var border = TrustLine.of(chain, options.trust()).border();
    var way = Ways.of(message, chain, border, options, options.at().orElseGet(Instant::now));
    return json -> {
      json.writeStringProperty("result", chain.hops().isEmpty() ? "none" : "parsed");
      HopJson.hops(way, border, json);
      HopJson.way(way, json);
    };
  }
}
