package org.whence.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.whence.chain.Verdict;
import org.whence.cli.BatchRequests.Members;
import org.whence.cli.Request.BadRequest;
import org.whence.dmarc.DmarcRequest;
import org.whence.dmarc.DmarcSpec;
import org.whence.dmarc.Identifier;
import org.whence.investigation.Check;
import org.whence.report.DmarcJson;
import org.whence.report.ResultJson;

/// The requests for DMARC: of a message, or of authors and results as plain values.
final class DmarcRequests {
  private final Overrides overrides;

  DmarcRequests(Overrides overrides) {
    this.overrides = overrides;
  }

  Members dmarc(Request request)
      throws BadRequest, CommandException, IOException, InterruptedException {
    var spec = spec(request);
    if (request.has("file") || request.has("message")) {
      return ofMessage(request, spec);
    }
    var asked = asked(request);
    var result =
        overrides.judge(
            request, overrides.options(request), investigator -> investigator.dmarc(asked, spec));
    return json -> DmarcJson.write(result, json);
  }

  /// `from`, `spf` and `dkim`. SPF and DKIM are checked first; what they ask is among the queries.
  private Members ofMessage(Request request, DmarcSpec spec)
      throws BadRequest, CommandException, IOException, InterruptedException {
    var given = GivenMessage.of(request);
    var judged =
        overrides.client(request).withChecks(EnumSet.of(Check.SPF, Check.DKIM, Check.DMARC));
    var result =
        overrides.judge(request, judged, investigator -> investigator.mail(given.message(), spec));
    return json -> {
      DmarcJson.writeResult(result.dmarc().orElseThrow(), json);
      ResultJson.queries(result.step().orElseThrow(), json);
    };
  }

  private static DmarcRequest asked(Request request) throws BadRequest {
    if (!request.has("from")) {
      throw new BadRequest(
          "\"from\" is missing; give a list of author domains, or \"file\" or \"message\"");
    }
    var spf = request.objects("spf");
    if (spf.size() > 1) {
      throw new BadRequest("\"spf\" is not one object");
    }
    return new DmarcRequest(
        request.texts("from"),
        spf.isEmpty() ? Optional.empty() : Optional.of(identifier("spf", spf.getFirst())),
        identifiers(request.objects("dkim")));
  }

  /// `spec`, RFC 9989 where it is absent.
  private static DmarcSpec spec(Request request) throws BadRequest {
    var word = request.word("spec").orElse(DmarcSpec.RFC9989.word());
    return DmarcSpec.byWord(word)
        .orElseThrow(
            () -> new BadRequest("\"spec\": there is no '" + word + "'; choose 9989 or 7489"));
  }

  private static List<Identifier> identifiers(List<Map<String, @Nullable Object>> objects)
      throws BadRequest {
    var found = new ArrayList<Identifier>();
    for (var object : objects) {
      found.add(identifier("dkim", object));
    }
    return found;
  }

  private static Identifier identifier(String name, Map<String, @Nullable Object> object)
      throws BadRequest {
    var fields = new Request(object);
    try {
      return new Identifier(verdict(fields.text("result")), fields.optional("domain").orElse(""));
    } catch (BadRequest e) {
      throw new BadRequest("\"" + name + "\": " + e.getMessage());
    }
  }

  private static Verdict verdict(String word) throws BadRequest {
    for (var verdict : Verdict.values()) {
      if (verdict.word().equals(word.toLowerCase(Locale.ROOT))) {
        return verdict;
      }
    }
    throw new BadRequest("'" + word + "' is no result of RFC 8601");
  }
}
