package org.whence.report;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.whence.chain.ChainListener;
import org.whence.dns.Answer;
import org.whence.dns.Exchange;
import org.whence.dns.Question;
import org.whence.dns.ResolutionOf;
import org.whence.investigation.InputReader;
import org.whence.investigation.Investigation;
import org.whence.investigation.Investigator;
import org.whence.investigation.Options;
import org.whence.investigation.Source;
import org.whence.ip.AddressLiteral;
import org.whence.receiver.Profiles;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/// A mail and a DNS that say one text wherever they can say anything, and a whole run over both.
final class HostileWorld {
  private static final int MAX_LABEL = 60;
  private static final int MAX_STRING = 200;
  private static final String CLIENT = "8.8.4.4";

  private final String text;

  private HostileWorld(String text) {
    this.text = text;
  }

  /// All checks, and all servers asked what they would have done.
  static Investigation investigated(String text) {
    var world = new HostileWorld(text);
    var input =
        InputReader.read(Source.argument(text), world.mail().getBytes(StandardCharsets.UTF_8));
    var options =
        Options.defaults()
            .withReceivers(Profiles.bundled())
            .withPostures(List.of("bank.example"))
            .withClient(
                AddressLiteral.find(CLIENT).map(AddressLiteral::address),
                Optional.of(text),
                Optional.of("\"" + text + "\"@bank.example"));
    try (var resolution = ResolutionOf.resolver("hostile", world::answer)) {
      return new Investigator(resolution, () -> Cases.NOW, options)
          .investigate(input, ChainListener.NONE);
    }
  }

  private String mail() {
    return Stream.of(
            "Received: from %1$s (%1$s [8.8.4.4]) by %1$s (%1$s) with %1$s id %1$s for <%1$s>;",
            " Mon, 23 Nov 2026 16:40:12 +0100",
            "Received: from a (b [192.0.2.10]) by mx.bank.example (%1$s) with ESMTPS; %1$s",
            "Authentication-Results: %1$s; spf=pass reason=\"%1$s\" smtp.mailfrom=%1$s; %1$s",
            "Received-SPF: pass (%1$s) receiver=%1$s; client-ip=%1$s; envelope-from=\"%1$s\"",
            "DKIM-Signature: v=1; a=rsa-sha256; d=bank.example; s=%1$s; h=from; bh=AA==; b=%1$s",
            "ARC-Seal: i=1; a=rsa-sha256; cv=none; d=%1$s; s=s; b=AA==",
            "From: \"%1$s\" <a@bank.example>",
            "To: %1$s <b@bank.example>",
            "Subject: %1$s",
            "Message-ID: <%1$s>",
            "Content-Type: multipart/mixed; boundary=x; name=\"%1$s\"",
            "",
            "--x",
            "Content-Type: text/html; name=\"../../%1$s\"",
            "",
            "<a href=\"http://evil.example/%1$s\">%1$s</a>",
            "--x",
            "Content-Type: application/octet-stream",
            "Content-Disposition: attachment; filename=\"..\\..\\CON.%1$s\"",
            "",
            "%1$s",
            "--x--")
        .map(line -> line.formatted(text))
        .reduce("", (all, line) -> all + line + "\r\n");
  }

  private Exchange answer(Question question) {
    var records = records(question);
    var answer =
        records.isEmpty() ? new Answer.NoData(List.of()) : new Answer.Records(List.of(), records);
    return Exchange.local(question, answer, "udp://192.0.2.53:53", Cases.NOW);
  }

  private List<Record> records(Question question) {
    var name = question.name();
    return switch (question.type()) {
      case Type.PTR -> List.of(new PTRRecord(name, DClass.IN, 60, hostile()));
      case Type.A ->
          List.of(
              new ARecord(
                  name, DClass.IN, 60, AddressLiteral.find(CLIENT).orElseThrow().address()));
      case Type.TXT -> List.of(new TXTRecord(name, DClass.IN, 60, strings(name)));
      default -> List.of();
    };
  }

  private List<String> strings(Name name) {
    var begin =
        name.toString().startsWith("_dmarc")
            ? "v=DMARC1; p=reject; rua=mailto:"
            : name.toString().contains("_domainkey") ? "v=DKIM1; n=" : "v=spf1 exists:";
    var strings = new ArrayList<>(List.of(begin));
    var octets = text.getBytes(StandardCharsets.UTF_8);
    for (var at = 0; at < octets.length && at < 50 * MAX_STRING; at += MAX_STRING) {
      strings.add(escaped(octets, at, Math.min(octets.length, at + MAX_STRING)));
    }
    return strings;
  }

  /// A name with the text as a label, whatever octets it has.
  private Name hostile() {
    var octets = text.getBytes(StandardCharsets.UTF_8);
    try {
      return Name.fromString(
          escaped(octets, 0, Math.min(octets.length, MAX_LABEL)) + ".bank.example.");
    } catch (TextParseException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String escaped(byte[] octets, int from, int to) {
    var escaped = new StringBuilder();
    for (var at = from; at < to; at++) {
      escaped.append(String.format("\\%03d", octets[at] & 0xff));
    }
    return escaped.toString();
  }
}
