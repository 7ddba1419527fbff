package org.whence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whence.dns.ScriptedServer;
import org.whence.dns.ScriptedServer.Play;
import org.xbill.DNS.Type;

/// `--repeat N` and several `-r`: what rotates, and what depends on who is asked.
final class RepeatTest {
  private static final String ROTATING =
      """
      {"name":"10.2.0.192.in-addr.arpa","type":"PTR","outcome":"answer",\
      "records":["10.2.0.192.in-addr.arpa. 60 IN PTR a.example.","10.2.0.192.in-addr.arpa. 60 IN PTR b.example."]}
      {"name":"10.2.0.192.in-addr.arpa","type":"PTR","outcome":"answer",\
      "records":["10.2.0.192.in-addr.arpa. 60 IN PTR b.example.","10.2.0.192.in-addr.arpa. 60 IN PTR a.example."]}
      {"name":"a.example","type":"A","outcome":"answer","records":["a.example. 60 IN A 192.0.2.10"]}
      {"name":"b.example","type":"A","outcome":"answer","records":["b.example. 60 IN A 192.0.2.10"]}
      {"name":"a.example","type":"AAAA","outcome":"nodata"}
      {"name":"b.example","type":"AAAA","outcome":"nodata"}
      """;

  @TempDir Path folder;

  @Test
  void namesThatRotateAreAFindingAndTheFirstNameACoinToss() throws IOException {
    var recording = Files.writeString(folder.resolve("a.dns.jsonl"), ROTATING);

    var run =
        Shell.run(
            "check",
            "192.0.2.10",
            "--replay",
            recording.toString(),
            "--repeat",
            "2",
            "--mail-from",
            "x@a.example");

    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains(
            "192.0.2.10 again, 2 times of 1 server  · neutral  changes from answer to answer",
            "• the same names in 2 orders, in 3 answers of recording a.dns.jsonl",
            "round 2  recording a.dns.jsonl",
            "MAIL FROM domain a.example  · neutral  equals the PTR name a.example",
            "• a coin toss: 2 names came first in 3 answers, this one in 1",
            "each client checked again 2 times");
  }

  @Test
  void serversThatDisagreeAreToldAndTheirRecordingReplays() throws IOException {
    var recording = folder.resolve("both.dns.jsonl");
    var arguments = List.of("check", "192.0.2.10", "-f", "json", "--record", recording.toString());
    Shell.Run live;
    try (var one = ScriptedServer.start(times(6, mail("one.example")));
        var two = ScriptedServer.start(times(3, mail("two.example")))) {
      var servers = List.of("-r", one.uri("udp"), "-r", two.uri("udp"));
      live = Shell.run(Stream.of(arguments, servers).flatMap(List::stream).toArray(String[]::new));
    }

    assertThat(live.err()).isEmpty();
    assertThat(live.out())
        .contains(
            "\"rotations\":[{\"ip\":\"192.0.2.10\"",
            "\"result\":\"depends-on-server\"",
            "\"firstNames\":[\"one.example\",\"one.example\",\"two.example\"]",
            "\"reason\":\"names-disagree\"");
    var replayed =
        Shell.run(
            "check", "192.0.2.10", "-f", "json", "--replay", recording.toString(), "--repeat", "1");
    assertThat(fromIprev(replayed.out())).isEqualTo(fromIprev(live.out()));
  }

  /// The results and the tree, without times and who was asked.
  private static String fromIprev(String json) {
    return json.substring(json.indexOf("\"iprev\":["));
  }

  private static Play mail(String name) {
    return query ->
        query.message().getQuestion().getType() == Type.PTR
            ? ScriptedServer.answer("10.2.0.192.in-addr.arpa. 60 IN PTR " + name + ".")
                .replies(query)
            : ScriptedServer.answer(name + ". 60 IN A 192.0.2.10").replies(query);
  }

  private static Play[] times(int count, Play play) {
    var plays = new Play[count];
    Arrays.fill(plays, play);
    return plays;
  }

  @Test
  void withoutRepeatNothingIsAskedTwice() throws IOException {
    var recording = Files.writeString(folder.resolve("a.dns.jsonl"), ROTATING);
    var kept = folder.resolve("kept.dns.jsonl");

    Shell.run("check", "192.0.2.10", "--replay", recording.toString(), "--record", kept.toString());

    assertThat(Files.readAllLines(kept)).hasSize(5);
  }

  @Test
  void offlineAsksNothingAgain() {
    var run = Shell.run("check", "192.0.2.10", "--offline", "--repeat", "3");

    assertThat(run.status()).isZero();
    assertThat(run.out()).doesNotContain("round 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "101", "often"})
  void numberThatMakesNoSenseEndsWith2(String number) {
    var run = Shell.run("check", "192.0.2.10", "--offline", "--repeat", number);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).contains("--repeat");
  }

  @Test
  void furtherResolverThatIsNoneEndsWith2() {
    var arguments = new ArrayList<>(List.of("check", "192.0.2.10"));
    arguments.addAll(List.of("-r", "udp://127.0.0.1:1", "-r", "nosuch"));

    var run = Shell.run(arguments.toArray(String[]::new));

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("nosuch");
  }
}
