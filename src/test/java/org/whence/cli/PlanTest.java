package org.whence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whence.dns.ScriptedServer;

/// `--plan`: what would be asked, with nothing sent; and `--without`.
final class PlanTest {
  private static final String MAIL = "assets/sample/case.eml";
  private static final String RECORDING = "assets/sample/case.dns.jsonl";

  @TempDir Path folder;

  @Test
  void planSendsNothingAndEndsWith0() throws IOException {
    try (var server = ScriptedServer.start()) {
      var run = Shell.run("check", MAIL, "--plan", "-r", server.uri("udp"));

      assertThat(run.status()).isZero();
      assertThat(run.err()).isEmpty();
      assertThat(run.out())
          .contains(
              "Will be asked   " + server.uri("udp") + ", in the clear",
              "PTR 61.100.51.198.in-addr.arpa",
              "seen by the name servers of the address's owner; the name carries the client's",
              "then: A and AAAA of each name that it gives, at most 10",
              "seen by the name servers of a domain that the message names");
      assertThat(server.asked()).isEmpty();
    }
  }

  @Test
  void dmarcNamesWhatItWasJudgedWithout() {
    var run = Shell.run("check", MAIL, "--replay", RECORDING, "--without", "spf,dkim");
    assertThat(run.out()).contains("DKIM was not checked", "SPF was not checked");
    assertThat(Shell.run("check", MAIL, "--replay", RECORDING).out())
        .doesNotContain("was not checked");
  }

  @Test
  void hopThatTheWayDoesNotHaveIsTold() {
    var run = Shell.run("check", MAIL, "--replay", RECORDING, "--without-hop", "99");
    assertThat(run.out()).contains("hop 99 was to be left alone, and is none: the way has ");
  }

  @Test
  void keysThatDnssecNeedsAreTold() {
    var plain = Shell.run("check", MAIL, "--plan", "-r", "udp://192.0.2.53");
    var validated = Shell.run("check", MAIL, "--plan", "-r", "udp://192.0.2.53", "--dnssec");
    var json =
        Shell.run("check", MAIL, "--plan", "-r", "udp://192.0.2.53", "--dnssec", "-f", "json");

    assertThat(plain.out()).doesNotContain("DNSKEY");
    assertThat(validated.out())
        .contains(
            "udp://192.0.2.53:53, in the clear",
            "for DNSSEC, also DNSKEY and DS of the zones above each name");
    assertThat(json.out()).contains("\"dnssec\"");
  }

  @Test
  void recordingBesideAResolverLooksFurther() {
    var run = Shell.run("check", MAIL, "--plan", "-r", "udp://192.0.2.53", "--replay", RECORDING);

    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("A web14.pool.hosting.example  sent; the recording says 203.0.113.14");
  }

  @Test
  void recordingAloneIsAskedAndNobodySeesIt() {
    var run = Shell.run("check", MAIL, "--plan", "--replay", RECORDING);

    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("nobody: recording case.dns.jsonl", "answered from files", "not sent: NXDOMAIN");
  }

  @Test
  void documentsThatWouldBeFetchedAreNamed() {
    var uri = "https://mta-sts.bank.example/.well-known/mta-sts.txt";
    var run = Shell.run("check", MAIL, "--plan", "-r", "udp://192.0.2.53", "--fetch", uri);
    var json =
        Shell.run("check", MAIL, "--plan", "-r", "udp://192.0.2.53", "--fetch", uri, "-f", "json");

    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("Will be fetched", "document " + uri, "A mta-sts.bank.example")
        .contains("the name mta-sts.bank.example goes in the clear");
    assertThat(json.out()).contains("\"fetches\"", "\"host\":\"mta-sts.bank.example\"");
  }

  @Test
  void documentThatIsRefusedIsNotFetched() {
    var run =
        Shell.run(
            "check", MAIL, "--plan", "-r", "udp://192.0.2.53", "--fetch", "http://a.example/");

    assertThat(run.out()).contains("not fetched: only https").doesNotContain("Will be fetched");
  }

  /// A recording that knows the host's address makes no difference: a plan sends nothing.
  @Test
  void planThatKnowsTheAddressFetchesNothing() throws IOException {
    var known =
        Files.writeString(
            folder.resolve("a.dns.jsonl"),
            """
            {"name":"a.example","type":"A","outcome":"answer","records":["a.example. 60 IN A 8.8.8.8"]}
            {"name":"a.example","type":"AAAA","outcome":"nodata"}
            """);
    var run =
        Shell.run(
            "check",
            "192.0.2.10",
            "--plan",
            "-r",
            "udp://192.0.2.53",
            "--replay",
            known.toString(),
            "--fetch",
            "https://a.example/x",
            "-f",
            "json");

    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("\"host\":\"a.example\"", "\"fate\":\"expected\"");
  }

  @Test
  void planRecordsNothingAndLeavesWhatIsThere() throws IOException {
    var kept = Files.writeString(folder.resolve("kept.dns.jsonl"), "kept");

    Shell.run("check", MAIL, "--plan", "-r", "udp://192.0.2.53", "--record", kept.toString());

    assertThat(kept).content().isEqualTo("kept");
  }

  @Test
  void jsonHasStableWords() {
    var json =
        Shell.run("check", "192.0.2.10", "--plan", "-r", "udp://192.0.2.53", "-f", "json").out();

    assertThat(json)
        .contains(
            "\"servers\":[{\"server\":\"udp://192.0.2.53:53\",\"encrypted\":false}],"
                + "\"questions\":[{\"name\":\"10.2.0.192.in-addr.arpa\",\"type\":\"PTR\","
                + "\"paths\":[\"0.0.0.0\"],\"server\":\"udp://192.0.2.53:53\",\"fate\":\"sent\","
                + "\"witness\":\"address-owner\",\"reveals\":[\"client\"],\"macros\":[],\"then\":\"names\"}]");
  }

  @Test
  void everyServerIsNamedWithHowItIsAsked() {
    var run =
        Shell.run(
            "check",
            "192.0.2.10",
            "--plan",
            "-r",
            "udp://192.0.2.53,udp://192.0.2.54",
            "-r",
            "tls://192.0.2.55#dns.example");

    assertThat(run.out())
        .contains(
            "udp://192.0.2.53:53, in the clear",
            "udp://192.0.2.54:53, in the clear",
            "tls://192.0.2.55:853#dns.example, encrypted",
            "round 1");
  }

  @Test
  void pageIsWritten() throws IOException {
    var page = folder.resolve("plan.html");

    Shell.run("check", MAIL, "--plan", "-r", "udp://192.0.2.53", "-o", page.toString());

    assertThat(page).content().contains("what this will reveal", "then: what the record names");
  }

  @Test
  void checksAndHopsCanBeLeftOut() {
    var run =
        Shell.run(
            "check",
            MAIL,
            "--replay",
            RECORDING,
            "--without",
            "iprev,spf,dkim,arc,dmarc",
            "-f",
            "json");
    var hop = Shell.run("check", MAIL, "--replay", RECORDING, "--without-hop", "3,4");
    assertThat(hop.out()).doesNotContain("was to be left alone");

    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("\"reason\":\"switched-off\"").doesNotContain("\"outcome\":");
    assertThat(hop.out())
        .contains("without hops 3, 4", "hop 3 of 6", "switched off")
        .doesNotContain("PTR 61.100.51.198.in-addr.arpa");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "check 192.0.2.1 --plan --compare --replay x",
        "check 192.0.2.1 --without everything",
        "check 192.0.2.1 --without-hop one",
        "check 192.0.2.1 --plan --zone a -r system"
      })
  void misuseEndsWith2AndOneLine(String command) {
    var run = Shell.run(command.split(" ", -1));

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.out()).isEmpty();
  }
}
