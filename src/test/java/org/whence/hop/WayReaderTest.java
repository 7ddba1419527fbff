package org.whence.hop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whence.chain.Finding;
import org.whence.chain.Value;
import org.whence.mail.HopChain;
import org.whence.mail.Message;

final class WayReaderTest {
  private static final Instant NOW = Instant.parse("2026-11-23T15:40:00Z");

  @Test
  void delaysRiseFromStepToStepAndTheWayIsCounted() {
    var way =
        way(
            """
            from b.example (b.example [192.0.2.2]) by c.example with ESMTPS; 23 Nov 2026 10:00:30 -0500
            from a.example (a.example [192.0.2.1]) by b.example with SMTP; 23 Nov 2026 16:00:20 +0100
            from [198.51.100.9] (helo=pc) by a.example with esmtpsa; 23 Nov 2026 15:00:00 +0000
            """);

    assertThat(told(way.hops().get(2), HopReason.FIRST))
        .containsExactly("2026-11-23T15:00:00Z", "");
    assertThat(told(way.hops().get(1), HopReason.AFTER))
        .containsExactly("20", "2026-11-23T15:00:20Z", "+01:00");
    assertThat(told(way.hops().get(0), HopReason.AFTER))
        .containsExactly("10", "2026-11-23T15:00:30Z", "-05:00");
    assertThat(way.took()).contains(Duration.ofSeconds(30));
    assertThat(told(way.findings(), HopReason.WAY)).containsExactly("3", "2", "1");
    assertThat(told(way.findings(), HopReason.TOOK)).containsExactly("30");
    assertThat(way.clocks())
        .extracting(Clock::host, Clock::ahead, Clock::stamps)
        .containsExactly(
            tuple("c.example", Duration.ZERO, 1),
            tuple("b.example", Duration.ZERO, 1),
            tuple("a.example", Duration.ZERO, 1));
  }

  /// One clock among right ones is found from either side; stamps are seconds, oldest first.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "b is behind             | 0 -47 5 6      | 0 -47 0 0",
        "b is an hour ahead      | 0 3600 5 6     | 0 3594 0 0",
        "the oldest is ahead     | 3600 1 5 6     | 3599 0 0 0",
        "the newest is behind    | 0 1 2 -3600    | 0 0 0 -3601",
        "two, and the newest counts | 60 0        | 60 0",
        "nobody is wrong         | 0 0 86400 86401 | 0 0 0 0",
        "a second is nothing     | 1 0 3 4        | 0 0 0 0",
      })
  void clockThatDiffersIsFoundAmongTheOthers(String what, String stamps, String ahead) {
    var seconds = List.of(stamps.split(" ", -1)).reversed();
    var header = new StringBuilder();
    for (int i = 0; i < seconds.size(); i++) {
      var host = (char) ('a' + seconds.size() - 1 - i);
      header.append("from x by ").append(host).append(".example with ESMTPS; ");
      header.append(date(NOW.minusSeconds(200_000).plusSeconds(Long.parseLong(seconds.get(i)))));
      header.append('\n');
    }

    var found = way(header.toString()).clocks().reversed();

    assertThat(found)
        .as(what)
        .extracting(clock -> Long.toString(clock.ahead().toSeconds()))
        .containsExactly(ahead.split(" ", -1));
  }

  @Test
  void hostHasOneClockWhereverItStamps() {
    var way =
        way(
            """
            from y by mx.example with ESMTPS; 23 Nov 2026 10:00:10 +0000
            from x by slow.example with ESMTPS; 23 Nov 2026 09:30:08 +0000
            from x by fast.example with ESMTPS; 23 Nov 2026 10:00:06 +0000
            from x by slow.example with ESMTPS; 23 Nov 2026 09:30:04 +0000
            from x by first.example with ESMTPS; 23 Nov 2026 10:00:00 +0000
            """);

    assertThat(way.clocks())
        .filteredOn(clock -> !clock.ahead().isZero())
        .extracting(Clock::host, clock -> clock.ahead().toSeconds(), Clock::stamps)
        .containsExactly(tuple("slow.example", -1798L, 2));
    assertThat(told(way.hops().get(1), HopReason.CLOCK_BEHIND))
        .containsExactly("slow.example", "1798");
    assertThat(told(way.hops().get(1), HopReason.BEFORE))
        .containsExactly("1798", "fast.example", "2026-11-23T09:30:08Z", "");
  }

  @Test
  void oneClockDoesNotTurnBack() {
    var way =
        way(
            """
            from b.example by a.example with ESMTPS; 23 Nov 2026 10:00:00 +0000
            from a.example by b.example with ESMTPS; 23 Nov 2026 10:05:00 +0000
            from x by a.example with ESMTPS; 23 Nov 2026 10:04:00 +0000
            """);

    assertThat(told(way.hops().getFirst(), HopReason.TURNED_BACK))
        .containsExactly("a.example", "240", "1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "by a.example             | from a.example (x.other [192.0.2.1])        | SAME",
        "by A.Example.            | from h (a.example [192.0.2.1])               | SAME",
        "by 192.0.2.1             | from [192.0.2.1]                             | SAME",
        "by a.example ([192.0.2.1]) | from other.test ([192.0.2.1])              | SAME",
        "by in.a.example          | from out.a.example (unknown [192.0.2.1])     | ORGANIZATION",
        "by mail                  | from mail.a.example (unknown [192.0.2.1])    | ORGANIZATION",
        "by a.example             | from localhost (localhost [127.0.0.1])       | WITHIN",
        "by a.example             | from filter ([127.0.0.1])                    | WITHIN",
        "by ex1.corp.local        | from a.example (a.example [192.0.2.1])       | UNTOLD",
        "by a.example             | from [192.0.2.1]                             | UNTOLD",
        "by a.example             | from pod.1 (unknown [192.0.2.1])             | UNTOLD",
        "by 2002:a05:6402::1      | from out.other.test (out.other.test [192.0.2.1]) | UNTOLD",
        "by a.example             | by 192.0.2.9                                 | UNTOLD",
        "by a.example             | from b.test (c.test [192.0.2.1])             | GAP",
        "by 192.0.2.7             | from [192.0.2.1]                             | GAP",
      })
  void clientOfAStepIsHeldAgainstTheServerOfTheStepBefore(
      String older, String newer, Continuity continuity) {
    var server = newer.startsWith("by") ? "" : " by z.test";
    var way = way(newer + server + " with ESMTP; x\nfrom y " + older + " with ESMTP; x\n");

    assertThat(way.hops())
        .extracting(HopNotes::continuity)
        .containsExactly(continuity, Continuity.BEGIN);
    assertThat(reasons(way.hops().getFirst()).contains(HopReason.GAP))
        .isEqualTo(continuity == Continuity.GAP);
  }

  @Test
  void gapAndOrderAreToldWithTheirNames() {
    var way =
        way(
            """
            from a.example (a.example [192.0.2.1]) by c.example with ESMTP; x
            from x.test (x.test [192.0.2.3]) by b.example with ESMTP; x
            from pc by a.example with ESMTP; x
            """);

    assertThat(told(way.hops().get(1), HopReason.GAP)).containsExactly("a.example", "x.test", "1");
    assertThat(told(way.hops().get(1), HopReason.OUT_OF_ORDER)).containsExactly("a.example", "3");
  }

  @Test
  void loopIsToldAndAFilterBesideAServerIsNone() {
    var loop =
        way(
            """
            from list.test by mx.example with ESMTP; x
            from mx.example by list.test with ESMTP; x
            from pc by mx.example with ESMTP; x
            """);
    var filter =
        way(
            """
            from localhost (localhost [127.0.0.1]) by mx.corp.example with ESMTP; x
            from localhost ([127.0.0.1]) by amavis.test with ESMTP; x
            from mx.corp.example by scan.corp.example with ESMTP; x
            from pc by mx.corp.example with ESMTP; x
            """);

    assertThat(told(loop.hops().getFirst(), HopReason.LOOP)).containsExactly("mx.example", "1");
    assertThat(filter.hops())
        .allSatisfy(hop -> assertThat(reasons(hop)).doesNotContain(HopReason.LOOP));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "from a.example by b with ESMTPS | TLS",
        "from a.example by b with UTF8SMTPSA | TLS",
        "from a.example by b (version=TLS1_2, cipher=X) with Microsoft SMTP Server id 1 | TLS",
        "from a.example by b with Microsoft SMTP Server (TLS) id 1 | TLS",
        "from a.example by b with SMTPS (Google Transport Security) | TLS",
        "from a.example (using TLSv1.1 with cipher X (256/256 bits)) by b with ESMTPS | WEAK",
        "from a.example (using TLSv1.2 with cipher ECDHE-RC4-SHA (128/128 bits)) by b with ESMTPS |"
            + " WEAK",
        "from a.example by b with ESMTP | CLEAR",
        "from a.example by b with smtp | CLEAR",
        "from a.example by b with LMTP | CLEAR",
        "from a.example by b with ESMTPA | CLEAR",
        "from localhost ([127.0.0.1]) by b with ESMTP | WITHIN",
        "from a.example by b with Microsoft SMTP Server id 1 | UNTOLD",
        "from a.example by b with HTTP | UNTOLD",
        "from a.example by b | UNTOLD",
      })
  void protectionIsReadFromProtocolAndTls(String value, Protection protection) {
    assertThat(way(value + "; x\n").hops().getFirst().protection()).isEqualTo(protection);
  }

  @Test
  void weaknessUserAndUtf8AreTold() {
    var weak =
        way("from a (using TLSv1 with cipher RC4-SHA (1/1 bits)) by b with ESMTPS; x\n").hops();
    var user =
        way("from a (Authenticated sender: joe) by b with UTF8SMTPSA; x\n").hops().getFirst();

    assertThat(told(weak.getFirst(), HopReason.TLS))
        .containsExactly("TLSv1.0", "RC4-SHA", "ESMTPS");
    assertThat(told(weak.getFirst(), HopReason.TLS_OLD)).containsExactly("TLSv1.0");
    assertThat(told(weak.getFirst(), HopReason.TLS_WEAK)).containsExactly("RC4-SHA");
    assertThat(told(user, HopReason.AUTHENTICATED)).containsExactly("joe", "UTF8SMTPSA");
    assertThat(told(user, HopReason.UTF8)).containsExactly("UTF8SMTPSA");
  }

  @Test
  void dateThatTellsNoMomentIsSaid() {
    var way =
        way("from a by b; x\nfrom a by b; 23 Nov 2026 10:00:00\nfrom a by b; 1 Jan 2030 00:00 Z\n");

    assertThat(reasons(way.hops().get(0))).contains(HopReason.NO_DATE);
    assertThat(told(way.hops().get(1), HopReason.NO_OFFSET)).containsExactly("2026-11-23T10:00");
    assertThat(reasons(way.hops().get(2))).contains(HopReason.FIRST, HopReason.IN_FUTURE);
  }

  @Test
  void serverWithAnAddressOfSpecialUseIsTold() {
    var way = way("from a by b.example (10.0.0.5) with ESMTP; x\n");

    assertThat(told(way.hops().getFirst(), HopReason.SPECIAL_SERVER))
        .containsExactly("/10.0.0.5", "10.0.0.0/8", "Private-Use", "RFC 1918");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "from x by mx.google.com | PROVIDER | Google",
        "from x by mail-x.outbound.protection.outlook.com | PROVIDER | Microsoft",
        "from x by org.mail.protection.outlook.com | GATEWAY | Microsoft Exchange Online"
            + " Protection",
        "from h (a8-1.smtp-out.amazonses.com [192.0.2.1]) by b.example | SENDER | Amazon SES",
        "from h (mx0a-1.pphosted.com [192.0.2.1]) by b.example | GATEWAY | Proofpoint",
        "from h (mail-x.googlegroups.com [192.0.2.1]) by b.example | LIST | Google Groups",
        "from h (x.simplelogin.co [192.0.2.1]) by b.example | FORWARDER | SimpleLogin",
      })
  void knownServicesAreFoundByName(String value, HopReason reason, String operator) {
    assertThat(told(way(value + "; x\n").hops().getFirst(), reason)).startsWith(operator);
  }

  @Test
  void whatAClientSaysOfItselfIsNoService() {
    assertThat(
            way("from mx.google.com (unknown [192.0.2.1]) by b.example; x\n")
                .hops()
                .getFirst()
                .service())
        .isEmpty();
    assertThat(
            way("from h (mx.google.com [192.0.2.1] (may be forged)) by b.example; x\n")
                .hops()
                .getFirst()
                .service())
        .isEmpty();
  }

  @Test
  void gatewayAtTheTrustLineIsPointedOut() {
    var header = "from h (mx1.mimecast.com [192.0.2.1]) by b.example with ESMTPS; x\n";

    assertThat(told(way(header, Optional.of(0)).hops().getFirst(), HopReason.RELAY_AT_LINE))
        .containsExactly("Mimecast", "mx1.mimecast.com");
    assertThat(reasons(way(header).hops().getFirst())).doesNotContain(HopReason.RELAY_AT_LINE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SRS0=Ab1c=XY=author.example=joe@fwd.example | SRS | joe@author.example",
        "srs0+Ab1c=XY=author.example=joe=x@fwd.example | SRS | joe=x@author.example",
        "SRS1=Zz9=fwd1.example==Ab1c=XY=author.example=joe@fwd.example | SRS | joe@author.example",
        "joe+caf_=me=other.example@gmail.com | Gmail | joe@gmail.com",
      })
  void rewrittenSenderShowsTheOriginal(String sender, String how, String original) {
    var way = way("from a by b (envelope-from <" + sender + ">); x\n");

    assertThat(told(way.findings(), HopReason.REWRITTEN)).containsExactly(how, sender, original);
  }

  @ParameterizedTest
  @CsvSource({"joe@example.org", "SRS0=a@b", "SRS0=@b", "SRS1=a=b@c", "SRSx@b", "+caf_=x@y", "''"})
  void ordinarySenderIsNotRewritten(String sender) {
    assertThat(Forwarding.rewritten(sender)).isEmpty();
  }

  @Test
  void fieldsOfForwardersAreTold() {
    var message = Message.read("X-Forwarded-To: me@example.org\n\n".getBytes(UTF_8));
    var way = read(message, Optional.empty());

    assertThat(told(way.findings(), HopReason.FORWARDED))
        .startsWith("X-Forwarded-To", "me@example.org");
    assertThat(way.hops()).isEmpty();
    assertThat(way.took()).isEmpty();
  }

  @Test
  void stepThatIsNoneIsLeftOutOfTheOrder() {
    var way =
        way(
            """
            from a.example (a.example [192.0.2.1]) by c.example with ESMTPS; 23 Nov 2026 10:00:02 Z
            (qmail 1 invoked by uid 2); 23 Nov 2026 10:00:01 Z
            from pc by a.example with ESMTPS; 23 Nov 2026 10:00:00 Z
            """);

    assertThat(way.hops())
        .extracting(HopNotes::continuity)
        .containsExactly(Continuity.SAME, Continuity.WITHIN, Continuity.BEGIN);
    assertThat(told(way.findings(), HopReason.WAY)).containsExactly("2", "2", "0");
  }

  @Property(tries = 300)
  void anyFieldsAreBorne(@ForAll List<String> values) {
    var way = way(String.join("; 1 Jan 2020 00:00:00 Z\n", values) + "\n");
    assertThat(way.hops()).allSatisfy(hop -> assertThat(hop.findings()).isNotEmpty());
  }

  private static String date(Instant moment) {
    return moment.toString();
  }

  private static Way way(String values) {
    return way(values, Optional.empty());
  }

  private static Way way(String values, Optional<Integer> border) {
    var header = new StringBuilder();
    values.lines().forEach(line -> header.append("Received: ").append(line).append('\n'));
    return read(Message.read(header.append('\n').toString().getBytes(UTF_8)), border);
  }

  private static Way read(Message message, Optional<Integer> border) {
    return WayReader.read(
        new WayRequest(message, HopChain.of(message), NOW, border, WayReaderTest::related));
  }

  private static boolean related(String one, String other) {
    return last(one).equals(last(other));
  }

  private static String last(String domain) {
    var labels = List.of(domain.split("\\.", -1));
    return String.join(".", labels.subList(Math.max(0, labels.size() - 2), labels.size()));
  }

  private static List<HopReason> reasons(HopNotes hop) {
    return hop.findings().stream().map(finding -> (HopReason) finding.reason()).toList();
  }

  private static List<String> told(HopNotes hop, HopReason reason) {
    return told(hop.findings(), reason);
  }

  /// The values of the only finding of this kind.
  private static List<String> told(List<Finding> findings, HopReason reason) {
    var found = findings.stream().filter(finding -> finding.reason() == reason).toList();
    assertThat(found).as("%s in %s", reason, findings).hasSize(1);
    return found.getFirst().values().stream().map(WayReaderTest::text).toList();
  }

  private static String text(Value value) {
    return switch (value) {
      case Value.Address(var address) -> address.toString();
      case Value.Domain(var name) -> name;
      case Value.Text(var text) -> text;
      case Value.Count(var number) -> Long.toString(number);
      case Value.Place(var line, _, _) -> "line " + line;
    };
  }
}
