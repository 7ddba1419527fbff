package org.whence.hop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.whence.hop.Ways.read;
import static org.whence.hop.Ways.reasons;
import static org.whence.hop.Ways.told;
import static org.whence.hop.Ways.way;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whence.mail.Message;

final class WayReaderTest {
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
}
