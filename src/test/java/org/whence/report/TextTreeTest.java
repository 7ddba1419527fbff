package org.whence.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.whence.chain.Branch;
import org.whence.chain.ChainReason;
import org.whence.chain.Step;
import org.whence.chain.Value;
import org.whence.dns.Answer;
import org.whence.dns.Exchange;
import org.whence.dns.Failure;
import org.whence.dns.Question;
import org.whence.dns.Resolver;
import org.whence.iprev.IprevTopic;
import org.whence.iprev.IprevVerifier;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Type;

final class TextTreeTest {

  @Test
  void addressWithoutANameIsExplained() throws Exception {
    var tree = check("198.51.100.7", question -> answer(question, none()));
    assertThat(text(tree, TextStyle.UNICODE))
        .isEqualTo(
            """
            address 198.51.100.7
            └─ IPREV 198.51.100.7  ✗ permerror  no PTR record  [RFC 8601, 2.7.3]
               │  • special use: Documentation (TEST-NET-2), 198.51.100.0/24  [RFC 6890]
               │  why: The reverse name of the address does not exist or has no PTR record, so there is no name to confirm.
               │  needs: Whoever runs the address would have to publish a PTR record for it, and an address record for the name in it.
               └─ PTR 7.100.51.198.in-addr.arpa  NXDOMAIN  12 ms  udp://192.0.2.53:53
            """);
  }

  @Test
  void ruleIsToldOnceAtTheTopmostStepThatIsAmiss() throws Exception {
    var tree =
        check(
            "198.51.100.7",
            question ->
                question.type() == Type.PTR
                    ? answer(question, pointer(question, "a.example"))
                    : answer(question, none()));
    assertThat(text(tree, TextStyle.UNICODE)).containsOnlyOnce("why:").containsOnlyOnce("needs:");
  }

  @Test
  void failureNamesTheServerAndTheWayOut() throws Exception {
    var tree =
        check("198.51.100.7", question -> answer(question, new Answer.Failed(Failure.REFUSED, "")));
    assertThat(text(tree, TextStyle.UNICODE))
        .contains("? temperror  could not be told: PTR 7.100.51.198.in-addr.arpa, REFUSED")
        .contains("udp://192.0.2.53:53 refused the question; choose another resolver");
  }

  @Test
  void asciiStyleWritesAsciiAlone() throws Exception {
    var tree = check("198.51.100.7", question -> answer(question, none()));
    var text = text(tree, TextStyle.ASCII);
    assertThat(StandardCharsets.US_ASCII.newEncoder().canEncode(text)).isTrue();
    assertThat(text).contains("`- PTR 7.100.51.198.in-addr.arpa").contains("x permerror");
  }

  @Test
  void charsetDecidesBetweenUnicodeAndAscii() {
    assertThat(TextStyle.of(StandardCharsets.UTF_8, false)).isEqualTo(TextStyle.UNICODE);
    assertThat(TextStyle.of(StandardCharsets.US_ASCII, false)).isEqualTo(TextStyle.ASCII);
    assertThat(TextStyle.of(StandardCharsets.ISO_8859_1, false)).isEqualTo(TextStyle.ASCII);
  }

  @Test
  void colourIsAddedAndNothingElse() throws Exception {
    var tree = check("198.51.100.7", question -> answer(question, none()));
    var coloured = text(tree, new TextStyle(true, true));
    assertThat(coloured).contains("\u001b[31m✗ permerror\u001b[0m");
    assertThat(coloured.replaceAll("\u001b\\[[0-9]+m", ""))
        .isEqualTo(text(tree, TextStyle.UNICODE));
  }

  @Test
  void laterAnswersStandBelowTheFirst() throws Exception {
    var tree = check("198.51.100.7", question -> answer(question, none()));
    var question = tree.steps().getFirst().steps().getFirst();
    var again =
        tree.withExchange(
            question.path(),
            answer(question.exchanges().getFirst().question(), new Answer.NoData(List.of())));
    assertThat(text(again, TextStyle.UNICODE)).contains("asked again: no data  12 ms");
  }

  @Property
  void noTextBreaksALineOrReachesTheTerminal(@ForAll String hostile) {
    var branch =
        Branch.root(question -> answer(question, none()), IprevTopic.HELO, Value.of(hostile));
    branch.note(ChainReason.ALIAS_LOOP, Value.domain(hostile));
    var text = text(branch.close(), TextStyle.UNICODE);
    assertThat(text.chars().filter(c -> c == '\n')).hasSize(2);
    assertThat(text.replace("\n", "").codePoints()).noneMatch(Visible::hidden);
  }

  private static String text(Step tree, TextStyle style) {
    return new TextTree(Wording.load(), style).text(tree);
  }

  private static Step check(String address, Resolver resolver) throws Exception {
    var client = InetAddress.ofLiteral(address);
    var root = Branch.root(resolver, IprevTopic.ADDRESS, Value.of(client));
    new IprevVerifier(false).check(client, root);
    return root.close();
  }

  private static Answer none() {
    return new Answer.NoSuchDomain(List.of());
  }

  private static Answer pointer(Question question, String target) throws InterruptedException {
    var record =
        new PTRRecord(question.name(), DClass.IN, 3600, Name.fromConstantString(target + "."));
    return new Answer.Records(List.of(), List.of(record));
  }

  private static Exchange answer(Question question, Answer answer) {
    return new Exchange(
        question,
        answer,
        "udp://192.0.2.53:53",
        Instant.EPOCH,
        Duration.ofMillis(12),
        List.of("qr"),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }
}
