package org.whence.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.whence.cli.Request.BadRequest;
import org.whence.dns.ResolverSettings;
import org.whence.investigation.NoMailException;
import org.whence.investigation.Options;
import org.whence.report.InputWording;
import org.whence.report.Json;
import org.whence.report.Wording;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;

/// Answers the requests of a batch, each with one line of JSON. What each check needs and answers
/// is in a class for each family of checks.
final class BatchRequests {
  private static final String CHECKS =
      "iprev, spf, dkim, arc, dmarc, received, hops, authentication-results, message, plan,"
          + " compare";

  private final ClientRequests clients;
  private final SignatureRequests signatures;
  private final DmarcRequests dmarc;
  private final MessageRequests messages;
  private final EvidenceRequests evidence;
  private final Overrides overrides;
  private final InputWording words = new InputWording(Wording.load());

  BatchRequests(ResolverSettings settings, Options options, Resolutions resolutions) {
    this.overrides = new Overrides(settings, options, resolutions);
    this.clients = new ClientRequests(overrides);
    this.signatures = new SignatureRequests(overrides);
    this.dmarc = new DmarcRequests(overrides);
    this.messages = new MessageRequests(overrides);
    this.evidence = new EvidenceRequests(overrides);
  }

  /// The answer to a line; what is wrong with the line is told in it.
  byte[] answer(BatchLines.Line line) throws InterruptedException {
    Request request;
    try {
      if (line.tooLong()) {
        throw new IllegalArgumentException("longer than " + BatchLines.MAX_LINE + " octets");
      }
      request = new Request(JsonTree.object(line.octets()));
    } catch (JacksonException e) {
      return error(null, "not a JSON object: " + e.getOriginalMessage());
    } catch (IllegalArgumentException e) {
      return error(null, String.valueOf(e.getMessage()));
    }
    try {
      return answer(request);
    } catch (BadRequest | CommandException e) {
      return error(request, String.valueOf(e.getMessage()));
    } catch (NoMailException e) {
      var why =
          e.opened().stream()
              .flatMap(opened -> words.noMailIn(opened).stream())
              .collect(Collectors.joining("; "));
      return error(request, why.isEmpty() ? String.valueOf(e.getMessage()) : why);
    } catch (IOException e) {
      return error(request, String.valueOf(e.getMessage()));
    }
  }

  private byte[] answer(Request request)
      throws BadRequest, CommandException, IOException, InterruptedException {
    var check = request.text("check");
    // What is wrong with the clock is told whatever the check makes of it.
    overrides.options(request);
    var members =
        switch (check) {
          case "iprev" -> clients.iprev(request);
          case "spf" -> clients.spf(request);
          case "dkim" -> signatures.dkim(request);
          case "arc" -> signatures.arc(request);
          case "dmarc" -> dmarc.dmarc(request);
          case "received" -> HeaderRequests.received(request);
          case "hops" -> HeaderRequests.hops(request, overrides.believing(request));
          case "authentication-results" -> HeaderRequests.authenticationResults(request);
          case "message" -> messages.message(request);
          case "plan" -> evidence.plan(request);
          case "compare" -> evidence.compare(request);
          default ->
              throw new BadRequest(
                  "\"check\": there is no '" + check + "'; choose one of " + CHECKS);
        };
    return line(request, members);
  }

  /// Writes the members of an answer beside `id` and `check`.
  interface Members {
    void write(JsonGenerator json);
  }

  private static byte[] line(Request request, Members members) throws BadRequest {
    var check = request.text("check");
    return json(
        request,
        json -> {
          Json.text("check", check, json);
          members.write(json);
        });
  }

  private static byte[] error(@Nullable Request request, String message) {
    return json(request, json -> Json.text("error", message, json));
  }

  /// The answer for a request that met a bug of ours: the run goes on.
  static byte[] bug(Throwable cause) {
    return error(null, "internal error: " + cause.getMessage() + "; this is a bug, report it");
  }

  private static byte[] json(@Nullable Request request, Members members) {
    var line = new ByteArrayOutputStream();
    try (var json = Json.to(line)) {
      json.writeStartObject();
      if (request != null && request.hasId()) {
        json.writeName("id");
        JsonTree.write(request.id(), json);
      }
      members.write(json);
      json.writeEndObject();
    }
    return line.toByteArray();
  }
}
