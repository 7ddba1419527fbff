package org.whence.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whence.TestZone;
import org.whence.chain.Branch;
import org.whence.chain.ChainListener;
import org.whence.chain.Step;
import org.whence.chain.Value;
import org.whence.chain.Verdict;
import org.whence.dns.Resolution;
import org.whence.dns.ResolutionOf;
import org.whence.dns.Resolver;
import org.whence.dns.ResolverSettings;
import org.whence.dns.Resolvers;
import org.whence.investigation.Comparison.Result;
import org.whence.investigation.Difference.Kind;
import org.whence.iprev.IprevTopic;
import org.whence.spf.SpfTopic;

final class ComparisonTest {
  private static final String CONFIRMED =
      """
      10.2.0.192.in-addr.arpa PTR mail.example.
      mail.example A 192.0.2.10
      """;

  private static Investigation investigate(Resolver resolver) {
    Resolution resolution = ResolutionOf.resolver("test", resolver);
    return new Investigator(resolution, () -> TestZone.NOW, Options.defaults())
        .investigate(InputReader.pasted("192.0.2.10"), ChainListener.NONE);
  }

  private static Comparison compare(String before, String after) {
    return Comparison.of(investigate(TestZone.of(before)), investigate(TestZone.of(after)));
  }

  /// What differs, a line each: its kind, its topic, and the changes of its own.
  private static List<String> told(Comparison comparison) {
    return comparison
        .tree()
        .all()
        .filter(each -> each.kind() != Kind.SAME)
        .filter(each -> each.kind() != Kind.CHANGED || !each.changes().isEmpty())
        .map(each ->
            (each.kind().word()
                    + " "
                    + each.step().topic().key()
                    + " "
                    + String.join(" ", each.changes().stream().map(Change::word).toList()))
                .strip())
        .toList();
  }

  @Test
  void theSameAnswersAreNoChange() {
    var comparison = compare(CONFIRMED, CONFIRMED);

    assertThat(comparison.result()).isEqualTo(Result.SAME);
    assertThat(comparison.tree().kind()).isEqualTo(Kind.SAME);
    assertThat(comparison.verdicts()).isEmpty();
  }

  @Test
  void nameThatCameNewIsAddedAndTheVerdictsChangeWithIt() {
    var comparison = compare("10.2.0.192.in-addr.arpa NXDOMAIN", CONFIRMED);

    assertThat(comparison.result()).isEqualTo(Result.CHANGED);
    assertThat(told(comparison))
        .containsExactly(
            "changed case.address result",
            "changed iprev.check result",
            "changed chain.question answer",
            "added iprev.name",
            "added chain.question",
            "added chain.question",
            "added iprev.address");
    assertThat(comparison.verdicts()).extracting(each -> each.step().path()).containsExactly("0.0");
    var change = comparison.verdicts().getFirst().verdict().orElseThrow();
    assertThat(change.before().orElseThrow().verdict()).isEqualTo(Verdict.PERMERROR);
    assertThat(change.after().orElseThrow().verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void whatIsGoneStandsWhereItStood() {
    var before =
        """
        10.2.0.192.in-addr.arpa PTR a.example.
        10.2.0.192.in-addr.arpa PTR b.example.
        10.2.0.192.in-addr.arpa PTR c.example.
        a.example A 192.0.2.10
        b.example A 192.0.2.10
        c.example A 192.0.2.10
        """;
    var after = before.replace("10.2.0.192.in-addr.arpa PTR b.example.\n", "");

    var check = compare(before, after).tree().steps().getFirst().steps().getFirst();

    assertThat(check.steps())
        .extracting(Difference::kind)
        .containsExactly(Kind.CHANGED, Kind.SAME, Kind.GONE, Kind.SAME);
    assertThat(check.steps().get(2).after()).isEmpty();
    assertThat(check.steps().get(2).steps()).allMatch(below -> below.kind() == Kind.GONE);
  }

  @Test
  void orderTimeToLiveAndServerAreDetails() {
    var two = CONFIRMED + "mail.example A 192.0.2.11\n";
    var turned =
        """
        10.2.0.192.in-addr.arpa PTR mail.example.
        mail.example A 192.0.2.11
        mail.example A 192.0.2.10
        """;

    var comparison = compare(two, turned);

    assertThat(told(comparison)).containsExactly("changed chain.question order");
    assertThat(comparison.result()).isEqualTo(Result.SAME);
  }

  @Test
  void caseOfNamesIsNoChange() {
    var comparison = compare(CONFIRMED, CONFIRMED.replace("mail.", "MAIL."));

    assertThat(comparison.result()).isEqualTo(Result.SAME);
    assertThat(comparison.tree().all()).noneMatch(each -> each.kind() == Kind.ADDED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10.2.0.192.in-addr.arpa PTR TIMEOUT|UNSURE",
        "10.2.0.192.in-addr.arpa PTR SERVFAIL|UNSURE",
        "10.2.0.192.in-addr.arpa NXDOMAIN|CHANGED"
      })
  void whatGotNoAnswerNowNeedNotHaveChanged(String now, Result result) {
    assertThat(compare(CONFIRMED, now).result()).isEqualTo(result);
  }

  @Test
  void whatHadNoAnswerBeforeHasChanged() {
    assertThat(compare("10.2.0.192.in-addr.arpa PTR TIMEOUT", CONFIRMED).result())
        .isEqualTo(Result.CHANGED);
  }

  @Test
  void whatTheRecordingDidNotHoldNeedNotHaveChanged() {
    assertThat(compare("10.2.0.192.in-addr.arpa PTR NOT_RECORDED", CONFIRMED).result())
        .isEqualTo(Result.UNSURE);
  }

  @Test
  void changeBesideAFailureIsStillOne() {
    var before = CONFIRMED.replace("A 192.0.2.10", "A 192.0.2.99") + "mail.example TXT one\n";
    var after =
        """
        10.2.0.192.in-addr.arpa PTR mail.example.
        mail.example A 192.0.2.98
        mail.example AAAA TIMEOUT
        """;

    assertThat(compare(before, after).result()).isEqualTo(Result.CHANGED);
  }

  @ParameterizedTest
  @CsvSource({
    "secure,insecure,CHANGED", "insecure,secure,CHANGED", "secure,bogus,CHANGED",
    "bogus,secure,CHANGED", "insecure,bogus,CHANGED", "secure,secure,SAME",
    "secure,indeterminate,SAME", ",secure,SAME", "secure,,SAME"
  })
  void statusOfDnssecIsPartOfTheAnswer(String before, String after, Result result)
      throws IOException {
    var comparison = Comparison.of(validated(before), validated(after));

    assertThat(comparison.result()).isEqualTo(result);
    var changes =
        comparison.tree().all().flatMap(each -> each.changes().stream()).map(Change::word).toList();
    if (String.valueOf(before).equals(String.valueOf(after))) {
      assertThat(changes).isEmpty();
    } else {
      assertThat(changes).contains("dnssec");
    }
  }

  /// An address without a name, as a validating resolver tells it.
  private static Investigation validated(@Nullable String status) throws IOException {
    var outcome = "bogus".equals(status) ? "bogus" : "nxdomain";
    var dnssec = status == null ? "" : ",\"dnssec\":{\"status\":\"" + status + "\"}";
    var line =
        "{\"name\":\"10.2.0.192.in-addr.arpa\",\"type\":\"PTR\",\"outcome\":\""
            + outcome
            + "\""
            + dnssec
            + "}\n";
    var recording =
        Resolvers.replay(
            new ByteArrayInputStream(line.getBytes(StandardCharsets.US_ASCII)),
            "test",
            ResolverSettings.defaults(),
            () -> TestZone.NOW);
    return new Investigator(recording, () -> TestZone.NOW, Options.defaults())
        .investigate(InputReader.pasted("192.0.2.10"), ChainListener.NONE);
  }

  @Test
  void recordWithAnotherTextIsTheSameRecordChanged() {
    var before = record("v=spf1 -all", 1);
    var after = record("v=spf1 +all", 2);

    var tree = Pairing.of(before, after);

    assertThat(tree.steps()).hasSize(2);
    assertThat(tree.steps().getFirst().changes()).singleElement().isInstanceOf(Change.About.class);
    assertThat(tree.steps().getLast().kind()).isEqualTo(Kind.CHANGED);
  }

  private static Step record(String text, long number) {
    var root = Branch.root(TestZone.of(""), SpfTopic.HOST, Value.domain("example"));
    root.open(SpfTopic.RECORD, Value.domain("example"), Value.of(text)).close();
    root.open(SpfTopic.TERM, Value.of("a"), Value.of(number)).close();
    return root.close();
  }

  @Test
  void stepsThatAreAlikeArePairedInTheirOrder() {
    var before = names(Verdict.PASS, Verdict.FAIL);
    var after = names(Verdict.PASS, Verdict.FAIL, Verdict.PASS);

    assertThat(Pairing.of(before, after).steps())
        .extracting(Difference::kind)
        .containsExactly(Kind.SAME, Kind.SAME, Kind.ADDED);
  }

  private static Step names(Verdict... verdicts) {
    var root = Branch.root(TestZone.of(""), IprevTopic.CHECK);
    for (var verdict : verdicts) {
      root.open(IprevTopic.NAME, Value.domain("a.example"))
          .close(verdict, InvestigationReason.UNREADABLE);
    }
    return root.close();
  }

  @Test
  void longListsArePairedInLinearTime() {
    var many = new Verdict[20_000];
    java.util.Arrays.fill(many, Verdict.PASS);

    assertThat(Pairing.of(names(many), names(many)).kind()).isEqualTo(Kind.SAME);
  }
}
