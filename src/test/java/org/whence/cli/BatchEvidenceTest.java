package org.whence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The batch's requests `plan` and `compare`, and `repeat` of `iprev`.
final class BatchEvidenceTest {
  @TempDir Path folder;
  private String old = "";
  private String zone = "";

  @BeforeEach
  void files() throws IOException {
    old =
        write(
            "old.dns.jsonl", "{'name':'10.2.0.192.in-addr.arpa','type':'PTR','outcome':'nodata'}");
    zone =
        write(
            "now.zone",
            "10.2.0.192.in-addr.arpa. 60 IN PTR mail.example.\nmail.example. 60 IN A 192.0.2.10\n");
  }

  private String write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text.replace('\'', '"')).toString();
  }

  /// The answer to a request that is written with single quotes.
  private static String answer(String request) {
    var line = request.replace('\'', '"') + "\n";
    var run = Shell.runWith(line, "batch");
    assertThat(run.out().lines()).hasSize(1);
    return run.out();
  }

  @Test
  void planTellsWhatWouldBeAsked() {
    assertThat(answer("{'id':1,'check':'plan','ip':'192.0.2.10','resolver':'udp://192.0.2.53:53'}"))
        .startsWith("{\"id\":1,\"check\":\"plan\",\"servers\":[{\"server\":\"udp://192.0.2.53:53\"")
        .contains("\"name\":\"10.2.0.192.in-addr.arpa\"", "\"then\":\"names\"");
  }

  @Test
  void planLooksFurtherWithARecording() {
    assertThat(
            answer(
                "{'check':'plan','ip':'192.0.2.10','resolver':'udp://192.0.2.53','replay':'%s'}"
                    .formatted(old)))
        .contains("\"fate\":\"expected\"");
  }

  @Test
  void planOfAMessage() {
    assertThat(
            answer(
                "{'check':'plan','message':'From:"
                    + " a@b.example\\n\\n','resolver':'udp://192.0.2.53'}"))
        .contains("\"name\":\"_dmarc.b.example\"", "\"witness\":\"sender\"");
  }

  @Test
  void compareTellsWhatChanged() {
    assertThat(
            answer(
                "{'id':'x','check':'compare','ip':'192.0.2.10','replay':'%s','zone':'%s'}"
                    .formatted(old, zone)))
        .startsWith("{\"id\":\"x\",\"check\":\"compare\",\"result\":\"changed\",\"before\":{")
        .contains("\"kind\":\"added\"");
  }

  @Test
  void repeatedIprevTellsWhatRotates() {
    assertThat(answer("{'check':'iprev','ip':'192.0.2.10','zone':'%s','repeat':2}".formatted(zone)))
        .contains("\"rotation\":{\"result\":\"steady\",\"rounds\":[{\"round\":1,");
    assertThat(answer("{'check':'iprev','ip':'192.0.2.10','zone':'%s'}".formatted(zone)))
        .doesNotContain("rotation");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'check':'compare','ip':'192.0.2.10'}|replay",
        "{'check':'plan'}|ip",
        "{'check':'plan','ip':'192.0.513'}|192.0.513",
        "{'check':'plan','file':'/no/file'}|/no/file",
        "{'check':'iprev','ip':'192.0.2.1','repeat':1000}|repeat",
        "{'check':'iprev','ip':'192.0.2.1','resolver':7}|resolver",
        "{'check':'iprev','ip':'192.0.2.1','resolver':'system','replay':'x'}|exclude"
      })
  void whatIsWrongIsToldInTheAnswer(String request, String names) {
    assertThat(answer(request)).contains("\"error\":").contains(names);
  }
}
