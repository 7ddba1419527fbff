package org.whence.investigation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.whence.TestZone;
import org.whence.chain.Branch;
import org.whence.chain.Outcome;
import org.whence.chain.Step;
import org.whence.chain.Value;
import org.whence.chain.Verdict;
import org.whence.dns.Resolver;
import org.whence.ip.AddressLiteral;
import org.whence.mail.HopChain;
import org.whence.mail.Message;
import org.whence.spf.SpfIdentity;

/// The checks of a message, and what the client and its claims are taken from.
final class MailRunTest {
  private static final String ZONE =
      """
      10.2.0.192.in-addr.arpa PTR mail.a.example.
      mail.a.example A 192.0.2.10
      mail.a.example TXT "v=spf1 a -all"
      a.example TXT "v=spf1 ip4:192.0.2.0/28 -all"
      b.example TXT "v=spf1 ?all"
      77.2.0.192.in-addr.arpa NXDOMAIN
      _dmarc.a.example TXT "v=DMARC1; p=reject"
      _dmarc.mail.a.example NXDOMAIN
      _dmarc.example NXDOMAIN
      """;

  private static final String MAIL =
      """
      Return-Path: <x@a.example>
      Received: from mail.a.example (mail.a.example [192.0.2.10]) by mx.example; Mon, 23 Nov 2026 16:40:12 +0100
      Received: from other.a.example (unknown [192.0.2.77]) by mail.a.example; Mon, 23 Nov 2026 16:40:02 +0100
      From: x@a.example

      Hello
      """;

  private static MailRun planned(String mail, Options options, Branch branch) {
    var message = Message.read(mail.getBytes(StandardCharsets.UTF_8));
    var arrival = Arrival.of(message, HopChain.of(message), options);
    return new MailRun(
        arrival,
        new Conditions(options, true, List.of(), InstantSource.fixed(TestZone.NOW)),
        branch);
  }

  private static Branch branch(Resolver resolver) {
    return Branch.root(resolver, InvestigationTopic.MESSAGE);
  }

  private static MailResult checked(String mail, Options options) throws InterruptedException {
    var run = planned(mail, options, branch(TestZone.of(ZONE)));
    run.run();
    run.finish(List.of());
    return run.result();
  }

  private static Options client(String ip, String helo, String mailFrom) {
    var address = AddressLiteral.find(ip).orElseThrow().address();
    return Options.defaults()
        .withClient(Optional.of(address), Optional.of(helo), Optional.of(mailFrom));
  }

  private static Verdict spf(MailResult result) {
    return result.spf().orElseThrow().verdict();
  }

  @Test
  void clientIsThatOfTheBorderAndTheSenderThatOfReturnPath() throws InterruptedException {
    var result = checked(MAIL, Options.defaults());

    assertThat(result.envelope().ip().orElseThrow().origin()).isEqualTo(Envelope.Origin.RECEIVED);
    assertThat(result.envelope().mailFrom().orElseThrow().origin())
        .isEqualTo(Envelope.Origin.RETURN_PATH);
    assertThat(result.verdicts())
        .containsEntry(Check.IPREV, Verdict.PASS)
        .containsEntry(Check.SPF, Verdict.PASS);
    assertThat(result.spf().orElseThrow().request().receiver()).contains("mx.example");
  }

  @Test
  void heloIsJudgedApartFromTheSender() throws InterruptedException {
    var result = checked(MAIL, client("192.0.2.77", "mail.a.example", "x@b.example"));

    assertThat(result.spfHelo().orElseThrow().verdict()).isEqualTo(Verdict.FAIL);
    assertThat(spf(result)).isEqualTo(Verdict.NEUTRAL);
    assertThat(result.counted()).contains(Verdict.FAIL, Verdict.NEUTRAL);
  }

  @Test
  void nullSenderIsJudgedByHeloAndOnce() throws InterruptedException {
    var result = checked(MAIL, client("192.0.2.10", "mail.a.example", "<>"));

    assertThat(result.spf()).isEqualTo(result.spfHelo());
    assertThat(result.spf().orElseThrow().identity()).isEqualTo(SpfIdentity.HELO);
    assertThat(result.envelope().mailFrom().orElseThrow().value()).isEmpty();
  }

  @Test
  void messageThatTellsNoClientSaysSoAtEachCheck() throws InterruptedException {
    var result = checked("From: x@a.example\n\nHello\n", Options.defaults());

    assertThat(result.verdicts()).containsOnlyKeys(Check.DKIM, Check.ARC, Check.DMARC);
    assertThat(result.step().orElseThrow().steps())
        .extracting(step -> step.outcome().map(Outcome::reason))
        .startsWith(
            Optional.of(InvestigationReason.NO_CLIENT), Optional.of(InvestigationReason.NO_CLIENT));
  }

  @Test
  void branchesArePlannedBeforeAnythingIsAskedAndInTheOrderOfTheChecks() {
    var zone = TestZone.of(ZONE);
    var branch = branch(zone);
    planned(MAIL, Options.defaults(), branch);

    assertThat(zone.asked()).isEmpty();
    assertThat(branch.close().steps())
        .extracting(step -> step.values().getFirst())
        .startsWith(Value.of("IPREV"), Value.of("SPF"));
  }

  @Test
  void checkThatIsSwitchedOffHasNoBranchAndAsksNothing() throws InterruptedException {
    var result = checked(MAIL, Options.defaults().withChecks(EnumSet.of(Check.SPF)));

    assertThat(result.iprev()).isEmpty();
    assertThat(result.step().orElseThrow().steps()).hasSize(1);
    assertThat(checked(MAIL, Options.defaults().withChecks(Set.of())).verdicts()).isEmpty();
  }

  @Test
  void offlineEveryCheckSaysSo() throws InterruptedException {
    var result = checked(MAIL, Options.defaults().withAsking(false));

    assertThat(result.step().orElseThrow().allExchanges()).isEmpty();
    assertThat(result.verdicts().values()).containsOnly(Verdict.NONE);
  }

  @Test
  void resultsStayWhereTheRunIsStopped() {
    Resolver stopping =
        question -> {
          if (question.nameText().equals("a.example")) {
            throw new InterruptedException();
          }
          return TestZone.of(ZONE).resolve(question);
        };
    var branch = branch(stopping);
    var run = planned(MAIL, Options.defaults(), branch);

    assertThatThrownBy(run::run).isInstanceOf(InterruptedException.class);
    assertThat(run.result().iprev()).isPresent();
    assertThat(run.result().spfHelo()).isPresent();
    assertThat(run.result().spf()).isEmpty();
    assertThat(run.result().step()).isEmpty();
    assertThat(branch.stop().all()).anyMatch(Step::stopped);
  }

  @Test
  void dmarcRestsOnWhatSpfAndDkimCameTo() throws InterruptedException {
    var result = checked(MAIL, Options.defaults());

    var dmarc = result.dmarc().orElseThrow();
    assertThat(dmarc.verdict()).isEqualTo(Verdict.PASS);
    assertThat(dmarc.request().spf().orElseThrow().domain()).isEqualTo("a.example");
    assertThat(result.older().orElseThrow().verdict()).isEqualTo(Verdict.PASS);
    assertThat(result.verdicts().keySet()).containsExactly(Check.values());
  }

  @Test
  void heloSpeaksForNoAuthorWhereTheSenderIsNotKnown() throws InterruptedException {
    var mail = "From: x@a.example\r\n\r\n";
    var options =
        Options.defaults()
            .withClient(
                Optional.of(AddressLiteral.find("192.0.2.10").orElseThrow().address()),
                Optional.of("mail.a.example"),
                Optional.empty());
    var dmarc = checked(mail, options).dmarc().orElseThrow();
    assertThat(dmarc.request().spf()).isEmpty();
    assertThat(dmarc.warnings()).contains("spf-missing");
    var known = checked(mail, client("192.0.2.10", "mail.a.example", "")).dmarc().orElseThrow();
    assertThat(known.verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void offlineTellsThatDmarcWasNotAsked() throws InterruptedException {
    var dmarc = checked(MAIL, Options.defaults().withAsking(false)).dmarc().orElseThrow();
    assertThat(dmarc.verdict()).isEqualTo(Verdict.NONE);
    assertThat(dmarc.reason().word()).isEqualTo("offline");
  }
}
