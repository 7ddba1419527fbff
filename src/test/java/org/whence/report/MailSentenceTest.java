package org.whence.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whence.TestZone;
import org.whence.chain.ChainListener;
import org.whence.dmarc.DmarcReason;
import org.whence.dmarc.Policy;
import org.whence.dns.ResolutionOf;
import org.whence.investigation.InputReader;
import org.whence.investigation.Investigation;
import org.whence.investigation.Investigator;
import org.whence.investigation.Options;
import org.whence.investigation.Source;
import org.whence.investigation.Trust;
import org.whence.iprev.IprevReason;
import org.whence.mail.BorderRule;
import org.whence.mail.TrustedServers;

final class MailSentenceTest {
  private static final String ZONE =
      """
      10.2.0.192.in-addr.arpa PTR mail.a.example.
      mail.a.example A 192.0.2.10
      mail.a.example TXT "v=spf1 a -all"
      7.100.51.198.in-addr.arpa NXDOMAIN
      a.example TXT "v=spf1 ip4:192.0.2.0/28 -all"
      bank.example NXDOMAIN
      slow.example A 192.0.2.1
      slow.example TXT TIMEOUT
      _dmarc.a.example TXT "v=DMARC1; p=reject"
      _dmarc.bank.example TXT "v=DMARC1; p=quarantine; t=y"
      _dmarc.mild.example TXT "v=DMARC1; p=none; rua=mailto:x@mild.example"
      _dmarc.open.example NXDOMAIN
      _dmarc.slow.example TXT TIMEOUT
      _dmarc.example NXDOMAIN
      """;

  private static Investigation found(String mail, Options options) {
    var input = InputReader.read(Source.argument("x"), mail.getBytes(StandardCharsets.UTF_8));
    var resolution = ResolutionOf.resolver("test", TestZone.of(ZONE));
    return new Investigator(resolution, InstantSource.fixed(TestZone.NOW), options)
        .investigate(input, ChainListener.NONE);
  }

  private static String sentence(String ip, String sender, String author) {
    var mail =
        """
        Return-Path: <%s>
        Received: from mail.a.example ([%s]) by mx.example.net; Mon, 23 Nov 2026 16:40:12 +0100
        From: x@%s

        Hello
        """
            .formatted(sender, ip, author);
    return MailSentence.of(found(mail, Options.defaults()), Wording.load()).orElseThrow();
  }

  @Test
  void moreAuthorsThanAreJudgedAreSaid() {
    var authors =
        IntStream.range(0, 11).mapToObj(i -> "192.0.2." + i).collect(Collectors.joining(", x@"));
    assertThat(sentence("192.0.2.10", "x@a.example", authors))
        .endsWith(
            "; it has 11 authors' domains, of which 10 are judged, so whether all are spoken for"
                + " could not be told.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "192.0.2.10 | x@a.example | a.example | The mail reached mx.example.net from 192.0.2.10,"
            + " whose name mail.a.example leads back to it; its sender a.example speaks for"
            + " a.example.",
        "198.51.100.7 | x@a.example | a.example | The mail reached mx.example.net from"
            + " 198.51.100.7, which has no reverse name; a.example does not let that client send;"
            + " neither its sender nor a signature speaks for a.example; its policy asks to"
            + " reject.",
        "192.0.2.10 | x@a.example | bank.example | The mail reached mx.example.net from"
            + " 192.0.2.10, whose name mail.a.example leads back to it; what was authenticated"
            + " does not speak for bank.example; its policy asks for nothing to be done.",
        "192.0.2.10 | x@a.example | open.example | The mail reached mx.example.net from"
            + " 192.0.2.10, whose name mail.a.example leads back to it; open.example publishes no"
            + " DMARC policy.",
        "192.0.2.10 | x@a.example | slow.example | The mail reached mx.example.net from"
            + " 192.0.2.10, whose name mail.a.example leads back to it; whether anything speaks"
            + " for slow.example could not be told.",
      })
  void sentenceSaysWhereFromAndWhoSpeaksForTheAuthor(
      String ip, String sender, String author, String sentence) {
    assertThat(sentence(ip, sender, author)).isEqualTo(sentence);
  }

  @Test
  void idOfOnesOwnWhereAnybodyWroteIsSaid() {
    var mail =
        """
        Received: from x ([192.0.2.10]) by mx.example.net; Mon, 23 Nov 2026 16:40:12 +0100
        Received: from y by z.example; Mon, 23 Nov 2026 16:40:11 +0100
        Authentication-Results: mx.example.net; dmarc=pass header.from=a.example

        Hello
        """;
    var trust =
        new Trust(
            TrustedServers.of(List.of("mx.example.net")),
            List.of("mx.example.net"),
            BorderRule.AUTOMATIC);
    var found = found(mail, Options.defaults().withAsking(false).withTrust(trust));
    assertThat(MailSentence.of(found, Wording.load()))
        .get()
        .asString()
        .endsWith(
            "a field with your id mx.example.net stands where the sender could have written it.");
  }

  @Test
  void mailThatTellsNothingIsSummedUpAsThat() {
    var found = found("Subject: x\nTo: y@a.example\n\nHello\n", Options.defaults());
    assertThat(MailSentence.of(found, Wording.load()))
        .contains(
            "The mail does not tell where it came from; no author with a domain can be read from"
                + " it.");
  }

  @Test
  void addressesAreNotSummedUp() {
    assertThat(MailSentence.of(found("192.0.2.10", Options.defaults()), Wording.load())).isEmpty();
  }

  @Test
  void everyReasonOfAVerdictHasItsPart() {
    var iprev =
        Stream.of(
            IprevReason.CONFIRMED,
            IprevReason.NO_PTR,
            IprevReason.MISMATCH,
            IprevReason.NO_FORWARD,
            IprevReason.LIMIT,
            IprevReason.LOOKUP_FAILED,
            IprevReason.NOT_APPLICABLE,
            IprevReason.OFFLINE);
    var dmarc =
        Stream.of(
            DmarcReason.NOT_ALIGNED,
            DmarcReason.NOTHING_AUTHENTICATED,
            DmarcReason.NO_RECORD,
            DmarcReason.NO_POLICY,
            DmarcReason.LOOKUP_FAILED,
            DmarcReason.ALIGNMENT_OPEN,
            DmarcReason.POLICY_UNKNOWN,
            DmarcReason.NO_AUTHOR,
            DmarcReason.NOT_A_DOMAIN,
            DmarcReason.SEVERAL_RECORDS_END,
            DmarcReason.OFFLINE);
    var keys =
        Stream.of(
                iprev.map(reason -> "iprev." + reason.word()),
                dmarc.map(reason -> "dmarc." + reason.word()),
                Stream.of(Policy.values()).map(policy -> "policy." + policy.word()),
                Stream.of("dmarc.aligned-spf", "dmarc.aligned-dkim"))
            .flatMap(each -> each);
    assertThat(keys.filter(key -> !Wording.load().has("sum." + key))).isEmpty();
  }

  @Test
  void sentenceStandsInEveryReportOfAMail() throws java.io.IOException {
    var sample = Cases.sample();
    for (var format : List.of(Format.TEXT, Format.JSON, Format.HTML)) {
      var defanged = ReportOptions.defaults(format).defanged();
      var sentence = MailSentence.of(sample, Wording.load().defanged(defanged)).orElseThrow();
      assertThat(Cases.written(sample, format)).contains(sentence);
    }
  }
}
