package org.whence.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import net.lingala.zip4j.model.enums.EncryptionMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whence.mail.container.Samples;

final class ContainerCliTest {
  private static final String MAIL =
      """
      Received: from a (a [192.168.0.1]) by b; Mon, 23 Nov 2026 16:40:12 +0100
      Subject: %s

      body
      """;

  @TempDir Path folder;

  @Test
  void everyMessageOfAMailboxIsAnObjectOnALineOfItsOwn() throws IOException {
    var mbox = file("x.mbox", "From a\n" + mail("one") + "\nFrom b\n" + mail("two"));
    var run = Shell.run("check", mbox, "--offline", "-f", "json");

    assertThat(run.status()).isZero();
    assertThat(run.out().lines()).hasSize(2);
    assertThat(run.out().lines().toList().getLast())
        .contains("\"source\":\"message\",\"name\":\"2\"")
        .contains("\"foundIn\":[{\"kind\":\"mbox\",\"name\":\"x.mbox\",\"sha256\":\"")
        .contains("\"subject\":\"two\"");
  }

  @Test
  void oneCaseOfSeveralCanBeChosen() throws IOException {
    var mbox = file("x.mbox", "From a\n" + mail("one") + "\nFrom b\n" + mail("two"));

    assertThat(Shell.run("check", mbox, "--offline", "--case", "2").out())
        .contains("two")
        .doesNotContain(" one\n");
    var run = Shell.run("check", mbox, "--offline", "--case", "3");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("--case").contains("the last is 2");
  }

  @Test
  void encryptedArchiveIsOpenedByAPasswordThatIsGiven() throws IOException {
    var zip = folder.resolve("x.zip");
    Files.write(
        zip, Samples.zip(Map.of("m.eml", mail("one").getBytes(UTF_8)), EncryptionMethod.AES, "pw"));
    var without = Shell.run("check", zip.toString(), "--offline");

    assertThat(without.status()).isEqualTo(4);
    assertThat(without.err().lines()).hasSize(1);
    assertThat(without.err()).contains("x.zip").contains("--password");
    var with = Shell.run("check", zip.toString(), "--offline", "--password", "pw");
    assertThat(with.status()).isZero();
    assertThat(with.out()).contains("m.eml").contains("x.zip, a ZIP archive, SHA-256");
  }

  @Test
  void outlookMessageSaysThatItsBodyWasRebuilt() throws IOException {
    var msg = folder.resolve("x.msg");
    Files.write(msg, Samples.received(MAIL.formatted("one").split("\n\n", -1)[0], "text"));
    var run = Shell.run("check", msg.toString(), "--offline");

    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("one").contains("hashes of the body cannot be judged");
    assertThat(Shell.run("check", msg.toString(), "--offline", "-f", "json").out())
        .contains("\"format\":\"msg\",\"fidelity\":\"rebuilt\"");
  }

  @Test
  void folderIsEachOfItsFilesAndWhatIsNoMailIsTold() throws IOException {
    file("a.eml", mail("one"));
    file("b.eml", mail("two"));
    Files.write(folder.resolve("c.png"), new byte[100]);
    var run = Shell.run("check", folder.toString(), "--offline", "-f", "json");

    assertThat(run.status()).isZero();
    assertThat(run.out().lines()).hasSize(2);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).contains("c.png");
  }

  @Test
  void pageHoldsTheFirstCaseAndSaysHowToHaveAnother() throws IOException {
    var mbox = file("x.mbox", "From a\n" + mail("one") + "\nFrom b\n" + mail("two"));
    var page = folder.resolve("x.html");
    var run = Shell.run("check", mbox, "--offline", "-o", page.toString());

    assertThat(run.err()).contains("--case");
    assertThat(Files.readString(page)).contains("one").doesNotContain("two");
  }

  @Test
  void batchTakesTheMessageItselfOutOfItsContainer() throws IOException {
    var zip = folder.resolve("x.zip");
    Files.write(zip, Samples.zip(Map.of("m.eml", mail("one").getBytes(UTF_8))));
    var mbox = file("x.mbox", "From a\n" + mail("one") + "\nFrom b\n" + mail("two"));
    var request = "{\"check\":\"message\",\"file\":\"%s\",\"case\":%d}\n";
    var run =
        Shell.runWith(
            request.formatted(zip, 1) + request.formatted(mbox, 2) + request.formatted(mbox, 3),
            "batch",
            "--offline");
    var answers = run.out().lines().toList();

    assertThat(answers.get(0)).contains("\"subject\":\"one\"");
    assertThat(answers.get(1)).contains("\"subject\":\"two\"");
    assertThat(answers.get(2)).contains("\"error\":").contains("it has 2");
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private static String mail(String subject) {
    return MAIL.formatted(subject);
  }
}
