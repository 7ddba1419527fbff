package org.whence.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.whence.chain.Branch;
import org.whence.dns.Exchange;
import org.whence.dns.Question;
import org.whence.dns.ResolverSettings;
import org.whence.dns.Resolvers;
import org.whence.iprev.IprevResult;
import org.whence.iprev.IprevTopic;
import org.whence.iprev.IprevVerifier;
import org.xbill.DNS.Name;
import org.xbill.DNS.Type;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// What DNSSEC says, wherever an answer is told. The answers come from a recording.
final class DnssecReportTest {
  private static final String RECORDING =
      """
      {"name":"example","type":"DNSKEY","outcome":"answer","records":["example. 60 IN DNSKEY 257 3 13 AAAA"],"server":"tls://192.0.2.53:853#dns.example","asked":"2026-11-23T15:40:12.400Z","ms":3}
      {"name":"10.2.0.192.in-addr.arpa","type":"PTR","outcome":"answer","records":["10.2.0.192.in-addr.arpa. 60 IN PTR mail.example."],"dnssec":{"status":"secure","asked":[{"name":"example","type":"DNSKEY","asked":"2026-11-23T15:40:12.400Z"}]}}
      {"name":"mail.example","type":"A","outcome":"bogus","detail":"no fit","dnssec":{"status":"bogus","reason":"no fit","ede":7,"asked":[]}}
      {"name":"mail.example","type":"AAAA","outcome":"nodata","dnssec":{"status":"indeterminate","reason":". DNSKEY: timeout","asked":[]}}
      """;

  private static IprevResult check() throws Exception {
    var stream = new ByteArrayInputStream(RECORDING.getBytes(StandardCharsets.UTF_8));
    try (var resolution =
        Resolvers.replay(
            stream,
            "case",
            ResolverSettings.defaults(),
            InstantSource.fixed(Instant.parse("2036-01-01T00:00:00Z")))) {
      assertThat(resolution.warnings()).isEmpty();
      var root = Branch.root(resolution.resolver(), IprevTopic.HELO);
      return new IprevVerifier(false).check(InetAddress.ofLiteral("192.0.2.10"), root);
    }
  }

  private static Exchange exchange(String name, int type) throws Exception {
    var wanted = new Question(Name.fromString(name), type);
    return check().step().allExchanges().stream()
        .filter(exchange -> exchange.question().equals(wanted))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void treeTellsTheStatusOfEachAnswer() throws Exception {
    var text = new TextTree(Wording.load(), TextStyle.UNICODE).text(check().step());

    assertThat(text)
        .contains(
            "PTR 10.2.0.192.in-addr.arpa  mail.example  TTL 60  0 ms  recording:case  DNSSEC"
                + " secure")
        .contains(
            "A mail.example  bogus (DNSSEC): no fit (EDE 7, Signature Expired)  0 ms"
                + "  recording:case  DNSSEC bogus")
        .contains("recording:case gave an answer that does not validate: ")
        .contains("DNSSEC indeterminate: . DNSKEY: timeout\n");
  }

  @Test
  void evidenceTellsTheReasonAndWhatWasAskedForIt() throws Exception {
    var dig = new Dig(Wording.load());

    assertThat(dig.lines(exchange("10.2.0.192.in-addr.arpa.", Type.PTR)))
        .contains(
            ";; DNSSEC secure",
            ";; asked for it: example DNSKEY, answer, tls://192.0.2.53:853#dns.example, 3 ms");
    assertThat(dig.lines(exchange("mail.example.", Type.A)))
        .contains(";; DNSSEC bogus: no fit (EDE 7, Signature Expired)");
  }

  @Test
  void jsonHoldsTheWeakestStatusAndAllThatWasAsked() throws Exception {
    var out = new StringWriter();
    try (var json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      ResultJson.iprev(check(), json);
      json.writeEndObject();
    }
    var values = JsonValues.object(out.toString());

    assertThat(values).containsEntry("result", "temperror").containsEntry("dnssec", "bogus");
    assertThat(JsonValues.at(values, "queries", 0, "dnssec")).isEqualTo("secure");
    assertThat(JsonValues.at(values, "queries", 1, "name")).isEqualTo("example");
    assertThat(JsonValues.at(values, "queries", 1, "type")).isEqualTo("DNSKEY");
    assertThat((List<?>) JsonValues.at(values, "queries")).hasSize(4);
  }

  @Test
  void treeInJsonHoldsTheExchangesOfTheValidator() throws Exception {
    var out = new StringWriter();
    try (var json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), out)) {
      new StepJson(json).step(check().step().steps().getFirst());
    }
    var exchange = JsonValues.at(JsonValues.object(out.toString()), "exchanges", 0);

    assertThat(JsonValues.at(exchange, "dnssec", "status")).isEqualTo("secure");
    assertThat(JsonValues.at(exchange, "dnssec", "asked", 0, "name")).isEqualTo("example");
    assertThat(JsonValues.at(exchange, "dnssec", "asked", 0, "transport")).isEqualTo("tls");
  }
}
