package org.whence.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.whence.SuiteZone;
import org.whence.Suites;
import org.whence.arc.ArcInstance;
import org.whence.chain.Branch;
import org.whence.dkim.SignatureResult;
import org.whence.dmarc.Alignment;
import org.whence.ip.AddressLiteral;
import org.whence.mail.HopChain;
import org.whence.mail.Message;

/// Real mails with the DNS of their day, from end to end (dinosaure/blaze).
final class MailSuiteTest {
  private static final String SUITE = "mail/blaze.json";

  @TestFactory
  Stream<DynamicTest> blaze() {
    var all = Suites.read(SUITE);
    return Suites.cases(SUITE).stream()
        .map(each -> DynamicTest.dynamicTest(each.id(), () -> hold(each, all)));
  }

  private static void hold(Suites.Case each, Map<String, Object> all)
      throws IOException, InterruptedException {
    var result = check(each, SuiteZone.of(all, each.text("zone").orElseThrow()));
    var expected = each.in("expected");
    if (expected.has("spf")) {
      var spf = result.spf().orElseThrow();
      word(expected.in("spf"), spf.verdict().word());
      expected.in("spf").text("domain").ifPresent(d -> assertThat(spf.domain()).isEqualTo(d));
    }
    if (expected.has("dkim")) {
      dkim(expected.in("dkim"), result.dkim().orElseThrow().signatures());
    }
    if (expected.has("arc")) {
      word(expected.in("arc"), result.arc().orElseThrow().verdict().word());
      assertThat(result.arc().orElseThrow().instances().stream().map(ArcInstance::i).toList())
          .hasSize(list(expected.in("arc"), "instances").size());
    }
    if (expected.has("dmarc")) {
      dmarc(expected.in("dmarc"), result);
    }
  }

  private static MailResult check(Suites.Case each, SuiteZone zone)
      throws IOException, InterruptedException {
    var message =
        Message.read(Files.readAllBytes(Suites.file("mail/" + each.text("file").orElseThrow())));
    var options =
        Options.defaults()
            .withClient(
                each.text("ip").flatMap(AddressLiteral::find).map(AddressLiteral::address),
                each.text("helo"),
                each.text("mailFrom"));
    var clock = InstantSource.fixed(Instant.parse(each.text("at").orElseThrow()));
    var arrival = Arrival.of(message, HopChain.of(message), options);
    var root = Branch.root(zone, InvestigationTopic.MESSAGE, arrival.values());
    var run = new MailRun(arrival, new Conditions(options, true, List.of(), clock), root);
    run.run();
    run.finish(List.of());
    return run.result();
  }

  private static void dkim(Suites.Case expected, List<SignatureResult> found) {
    var signatures = list(expected, "signatures");
    assertThat(found).hasSize(signatures.size());
    for (var i = 0; i < found.size(); i++) {
      var signature = new Suites.Case(Suites.asMap(signatures.get(i)));
      word(signature, found.get(i).verdict().word());
      assertThat(list(signature, "bodyHash")).contains(found.get(i).judged().bodyHash().word());
      assertThat(list(signature, "headerHash")).contains(found.get(i).judged().headerHash().word());
      assertThat(found.get(i).signature().domain()).isEqualTo(signature.text("domain"));
    }
  }

  private static void dmarc(Suites.Case expected, MailResult result) {
    var found = result.dmarc().orElseThrow();
    word(expected, found.verdict().word());
    var author = found.decisive().orElseThrow();
    assertThat(author.policy().map(policy -> policy.published().word()))
        .isEqualTo(expected.text("policy"));
    assertThat(author.recordDomain()).isEqualTo(expected.text("recordDomain"));
    aligned(expected.in("aligned"), "spf", author.spf());
    aligned(expected.in("aligned"), "dkim", author.dkim());
    // The organizations of these are the same by both texts.
    assertThat(result.older().orElseThrow().verdict()).isEqualTo(found.verdict());
  }

  private static void aligned(Suites.Case expected, String name, Optional<Alignment> found) {
    if (expected.has(name)) {
      assertThat(found.orElseThrow().holds()).isEqualTo(expected.fields().get(name));
    }
  }

  private static void word(Suites.Case expected, String found) {
    if (expected.has("result")) {
      assertThat(list(expected, "result")).contains(found);
    }
  }

  private static List<Object> list(Suites.Case fields, String name) {
    return Suites.asList(fields.fields().getOrDefault(name, List.of()));
  }
}
