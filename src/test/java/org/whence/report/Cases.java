package org.whence.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.whence.casefile.Note;
import org.whence.casefile.Notes;
import org.whence.chain.Branch;
import org.whence.chain.ChainListener;
import org.whence.chain.Value;
import org.whence.chain.Verdict;
import org.whence.dns.Answer;
import org.whence.dns.Attempt;
import org.whence.dns.Exchange;
import org.whence.dns.Failure;
import org.whence.dns.Question;
import org.whence.dns.ResolverSettings;
import org.whence.dns.Response;
import org.whence.fetch.Fetched;
import org.whence.investigation.HopResult;
import org.whence.investigation.Input;
import org.whence.investigation.InputReader;
import org.whence.investigation.Investigation;
import org.whence.investigation.InvestigationTopic;
import org.whence.investigation.Investigator;
import org.whence.investigation.Options;
import org.whence.investigation.Parameters;
import org.whence.investigation.Recognised;
import org.whence.investigation.SampleCase;
import org.whence.investigation.Source;
import org.whence.iprev.IprevReason;
import org.whence.iprev.IprevTopic;
import org.whence.mail.HopChain;
import org.xbill.DNS.Name;
import org.xbill.DNS.Type;

/// Investigations to write reports of.
final class Cases {
  static final Instant NOW = Instant.parse("2026-11-23T15:40:12.345Z");

  private Cases() {}

  /// The bundled sample case, at a time and of a version that do not change.
  static Investigation sample() throws IOException {
    try (var resolution = SampleCase.resolution(ResolverSettings.defaults())) {
      var found =
          new Investigator(resolution, () -> NOW, Options.defaults())
              .investigate(SampleCase.input(), ChainListener.NONE);
      var parameters =
          new Parameters("1.2.3", found.parameters().resolver(), found.parameters().options());
      return new Investigation(
          found.input(),
          parameters,
          found.started(),
          NOW.plusMillis(420),
          found.stopped(),
          found.hops(),
          found.iprev(),
          found.rotations(),
          found.mail(),
          found.documents(),
          found.tree());
    }
  }

  /// An investigation with one text in every place that text from outside can come to.
  static Investigation hostile(String text) {
    var input =
        InputReader.read(Source.argument(text), mail(text).getBytes(StandardCharsets.UTF_8));
    var domain = Value.domain(text);
    var root =
        Branch.root(question -> failed(question, text), InvestigationTopic.CASE, Value.of(text));
    var hop = root.open(InvestigationTopic.HOP, Value.of(1), Value.of(1), Value.of(text), domain);
    hop.note(IprevReason.GENERIC_NAME, domain, Value.of(text));
    var question = new Question(Name.fromConstantString("mail.example.org."), Type.A);
    try {
      hop.open(IprevTopic.HELO, Value.of(text)).ask(question);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    hop.close(Verdict.TEMPERROR, IprevReason.LOOKUP_FAILED, domain, Value.of(text), Value.of(text));
    var options =
        Options.defaults().withClient(Optional.empty(), Optional.of(text), Optional.of(text));
    return new Investigation(
        input,
        new Parameters(text, text, options),
        NOW,
        NOW,
        true,
        hops(input),
        List.of(),
        List.of(),
        Optional.empty(),
        List.of(document(text)),
        root.close());
  }

  private static Fetched document(String text) {
    var address = InetAddress.getLoopbackAddress();
    var came = new Fetched.Came.Trouble(text);
    return new Fetched(
        text, Optional.of(new Fetched.Reply(address, NOW, Duration.ofMillis(3), came)));
  }

  /// What an analyst wrote, with one text in every place of it: of a step that is there, and of one
  /// that is not.
  static Notes notes(Investigation investigation, String text) {
    var step = investigation.tree().steps().getFirst();
    return Notes.NONE
        .withConclusion(text + "\n" + text)
        .withTags(List.of(text))
        .with(Note.on(step, text))
        .with(new Note("0.9.9", text, List.of(text), text));
  }

  private static String mail(String text) {
    return "Subject: %1$s\r\nFrom: %1$s\r\n%1$s\r\n".formatted(text)
        + "Received: from %1$s (%1$s [192.0.2.10]) by %1$s;\r\n".formatted(text)
        + " Mon, 23 Nov 2026 16:40:12 +0100\r\n\r\n"
        + text;
  }

  private static List<HopResult> hops(Input input) {
    return input.recognised() instanceof Recognised.Mail(var message, _)
        ? HopChain.of(message).hops().stream()
            .map(hop -> new HopResult(hop, "0.0", true, Optional.empty(), Optional.empty()))
            .toList()
        : List.of();
  }

  private static Exchange failed(Question question, String text) {
    return new Exchange(
        question,
        new Answer.Failed(Failure.MALFORMED, text),
        text,
        NOW,
        Duration.ofMillis(12),
        List.of(text),
        Optional.of(new Response(text.getBytes(StandardCharsets.UTF_8))),
        List.of(new Attempt(text, Attempt.Problem.MISMATCH, Duration.ofMillis(3))),
        Optional.of(Duration.ofSeconds(7)));
  }

  static String written(Investigation investigation, Format format, ReportOptions options)
      throws IOException {
    var out = new ByteArrayOutputStream();
    Report.write(investigation, format, options, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  static String written(Investigation investigation, Format format) throws IOException {
    return written(investigation, format, ReportOptions.defaults(format));
  }
}
