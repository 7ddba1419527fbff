package org.whence.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.whence.cli.Request.BadRequest;
import org.whence.dns.ResolverSettings;
import org.whence.investigation.InputFile;
import org.whence.investigation.Investigator;
import org.whence.investigation.Options;
import org.whence.ip.AddressLiteral;
import org.whence.mail.Border;
import org.whence.mail.HopChain;
import org.whence.mail.Message;
import org.whence.mail.ReceivedParser;
import org.whence.mail.TrustedServers;
import org.whence.report.InputWording;
import org.whence.report.Json;
import org.whence.report.ResultJson;
import org.whence.report.Wording;
import org.whence.spf.SpfRequest;
import picocli.CommandLine.TypeConversionException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;

/// Answers the requests of a batch, each with one line of JSON.
final class BatchRequests {
  private final ResolverSettings settings;
  private final Options options;
  private final Resolutions resolutions;
  private final InputWording words = new InputWording(Wording.load());

  BatchRequests(ResolverSettings settings, Options options, Resolutions resolutions) {
    this.settings = settings;
    this.options = options;
    this.resolutions = resolutions;
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
    } catch (IOException e) {
      return error(request, String.valueOf(e.getMessage()));
    }
  }

  private byte[] answer(Request request)
      throws BadRequest, CommandException, IOException, InterruptedException {
    var check = request.text("check");
    var judged = options(request);
    return switch (check) {
      case "iprev" -> iprev(request, judged);
      case "spf" -> spf(request, judged);
      case "received" -> {
        var received = ReceivedParser.parse(request.text("header"));
        yield line(request, json -> ResultJson.received(received, json));
      }
      case "hops" -> hops(request);
      default ->
          throw new BadRequest(
              "\"check\": there is no '" + check + "'; choose one of iprev, spf, received, hops");
    };
  }

  private byte[] iprev(Request request, Options judged)
      throws BadRequest, CommandException, InterruptedException {
    var client = address(request);
    var own = settings(request);
    try (var lease = resolutions.lease(own)) {
      var result = investigator(lease, own, judged).iprev(client);
      return line(request, json -> ResultJson.iprev(result, json));
    }
  }

  private byte[] spf(Request request, Options judged)
      throws BadRequest, CommandException, InterruptedException {
    var asked =
        new SpfRequest(
            address(request),
            request.optional("helo").orElse(""),
            request.optional("mailFrom").orElse(""),
            request.optional("receiver"));
    var own = settings(request);
    try (var lease = resolutions.lease(own)) {
      var result = investigator(lease, own, judged).spf(asked);
      return line(request, json -> ResultJson.spf(result, json));
    }
  }

  private static Investigator investigator(
      Resolutions.Lease lease, ResolverSettings own, Options judged) {
    return new Investigator(
        lease.resolution(), InstantSource.system(), judged.withAsking(!own.offline()));
  }

  private InetAddress address(Request request) throws BadRequest {
    return switch (AddressLiteral.parse(request.text("ip"))) {
      case AddressLiteral.Parsed.Accepted(var literal) -> literal.address();
      case AddressLiteral.Parsed.Rejected rejected ->
          throw new BadRequest("\"ip\": " + words.rejected(rejected));
    };
  }

  private byte[] hops(Request request) throws BadRequest, IOException {
    var trusted = TrustedServers.of(request.texts("trusted"));
    if (!trusted.rejected().isEmpty()) {
      throw new BadRequest(
          "\"trusted\": '"
              + trusted.rejected().getFirst()
              + "' is neither addresses (CIDR) nor a name");
    }
    var chain = HopChain.of(message(request));
    var border = Border.find(chain, trusted);
    return line(request, json -> ResultJson.hops(chain, border, json));
  }

  private static Message message(Request request) throws BadRequest, IOException {
    var text = request.optional("message");
    if (text.isPresent()) {
      return Message.read(text.get().getBytes(StandardCharsets.UTF_8));
    }
    try {
      return Message.read(InputFile.bytes(Path.of(request.text("file"))));
    } catch (InvalidPathException e) {
      throw new BadRequest("\"file\": no path: " + e.getReason());
    }
  }

  /// The command's options, with what the request overrides.
  private Options options(Request request) throws BadRequest {
    var at = request.optional("at");
    try {
      return at.isPresent()
          ? options.withAt(Optional.of(RunOptions.Instants.read(at.get())))
          : options;
    } catch (TypeConversionException e) {
      throw new BadRequest("\"at\": " + e.getMessage());
    }
  }

  /// The command's settings, with what the request overrides.
  private ResolverSettings settings(Request request) throws BadRequest {
    var own = settings;
    var resolver = request.optional("resolver");
    var zones = request.texts("zone");
    var replay = request.optional("replay");
    if ((resolver.isPresent() ? 1 : 0) + (zones.isEmpty() ? 0 : 1) + (replay.isPresent() ? 1 : 0)
        > 1) {
      throw new BadRequest("\"resolver\", \"zone\" and \"replay\" exclude each other; choose one");
    }
    try {
      if (resolver.isPresent() || !zones.isEmpty() || replay.isPresent()) {
        own =
            own.withOffline(false)
                .withResolver(resolver.orElse("system"))
                .withZones(zones.stream().map(Path::of).toList())
                .withReplay(replay.map(Path::of));
      }
      var timeout = request.optional("timeout");
      if (timeout.isPresent()) {
        own = own.withTimeout(Durations.read(timeout.get()));
      }
    } catch (InvalidPathException e) {
      throw new BadRequest("no path: " + e.getReason());
    } catch (TypeConversionException e) {
      throw new BadRequest("\"timeout\": " + e.getMessage());
    }
    var tries = request.number("tries", 1, 10);
    return tries.isPresent() ? own.withTries(tries.get()) : own;
  }

  /// Writes the members of an answer beside `id` and `check`.
  private interface Members {
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
  static byte[] bug(ExecutionException cause) {
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
