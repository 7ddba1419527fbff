package org.whence.spf;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.whence.TestZone;
import org.whence.chain.Branch;
import org.whence.chain.ChainTopic;
import org.whence.chain.Finding;
import org.whence.chain.Reason;
import org.whence.chain.Step;
import org.whence.chain.Value;
import org.whence.dns.Answer;
import org.whence.dns.Exchange;
import org.whence.dns.Resolver;
import org.whence.ip.AddressLiteral;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/// What the tests of a check have in common: a client, its check, and a look at the tree.
final class SpfCheck {
  static final String CLIENT = "192.0.2.10";

  private SpfCheck() {}

  static SpfRequest request(String ip, String helo, String mailFrom) {
    return new SpfRequest(
        AddressLiteral.find(ip).orElseThrow().address(), helo, mailFrom, Optional.empty());
  }

  static SpfResult check(Resolver zone, SpfRequest request, SpfOptions options)
      throws InterruptedException {
    var root = Branch.root(zone, ChainTopic.QUESTION);
    return new SpfVerifier(InstantSource.fixed(TestZone.NOW), options).check(request, root);
  }

  /// A client at 192.0.2.10 that sends for `ann@example.org`.
  static SpfResult check(String zone) throws InterruptedException {
    return check(
        TestZone.of(zone),
        request(CLIENT, "mta.example.net", "ann@example.org"),
        SpfOptions.defaults());
  }

  static SpfResult beyond(String zone) throws InterruptedException {
    return check(
        TestZone.of(zone),
        request(CLIENT, "mta.example.net", "ann@example.org"),
        SpfOptions.defaults().withBeyond(true));
  }

  /// The one record of every name that is asked for, in character-strings of full length.
  static SpfResult checkText(String text) throws InterruptedException {
    return check(
        question -> {
          var records = List.of(txt(question.name(), text));
          return Exchange.local(
              question, new Answer.Records(List.of(), records), "zone:test", TestZone.NOW);
        },
        request(CLIENT, "mta.example.net", "ann@example.org"),
        SpfOptions.defaults());
  }

  private static Record txt(Name name, String text) {
    var wire = new ByteArrayOutputStream();
    for (var from = 0; from < text.length(); from += 255) {
      var string = text.substring(from, Math.min(from + 255, text.length()));
      wire.write(string.length());
      wire.writeBytes(string.getBytes(StandardCharsets.ISO_8859_1));
    }
    return Record.newRecord(name, Type.TXT, DClass.IN, 3600, wire.toByteArray());
  }

  /// The terms of the whole tree in order, each as `TEXT verdict reason`, indented by depth.
  static List<String> terms(SpfResult result) {
    var lines = new ArrayList<String>();
    terms(result.step(), "", lines);
    return lines;
  }

  private static void terms(Step step, String indent, List<String> lines) {
    var inner = indent;
    if (step.topic() == SpfTopic.TERM) {
      var outcome = step.outcome().orElseThrow();
      lines.add(
          indent
              + ((Value.Text) step.values().getFirst()).text()
              + " "
              + outcome.verdict().word()
              + " "
              + outcome.reason().word());
      inner = indent + "  ";
    }
    for (var below : step.steps()) {
      terms(below, inner, lines);
    }
  }

  /// The findings of that reason in the whole tree, values joined by `|`.
  static List<String> findings(SpfResult result, Reason reason) {
    return result
        .step()
        .all()
        .flatMap(step -> step.findings().stream())
        .filter(finding -> finding.reason().equals(reason))
        .map(Finding::values)
        .map(SpfCheck::text)
        .toList();
  }

  /// The texts of the terms that carry a finding.
  static List<String> termsWith(SpfResult result, Reason reason) {
    return result
        .step()
        .all()
        .filter(step -> step.topic() == SpfTopic.TERM)
        .filter(step -> step.findings().stream().anyMatch(each -> each.reason().equals(reason)))
        .map(step -> ((Value.Text) step.values().getFirst()).text())
        .toList();
  }

  static String text(List<Value> values) {
    return values.stream()
        .map(value ->
            switch (value) {
              case Value.Address(var address) -> address.getHostAddress();
              case Value.Domain(var name) -> name;
              case Value.Text(var text) -> text;
              case Value.Count(var number) -> Long.toString(number);
              case Value.Place place -> place.toString();
            })
        .collect(Collectors.joining("|"));
  }
}
