package org.whence.gui;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.whence.gui.model.InputLine;
import org.whence.gui.model.Notice;
import org.whence.gui.model.Phase;
import org.whence.gui.model.TrustRow;

/// Bad input in the window: what there is is shown, and what there is not is told in one clear
/// line.
final class BadInputStoryTest extends GuiTest {
  private static final int MESSAGE_TAB = 2;
  private static final String HEADER =
      """
      Received: from a.example (a.example [192.0.2.10]) by mx.example.org with ESMTP; 23 Nov 2026 15:40 Z
      From: a@a.example
      Date: Mon, 23 Nov 2026 15:39:00 +0000
      Subject: hello
      """;

  @TempDir Path folder;

  static Stream<Arguments> mails() {
    var levels =
        IntStream.range(0, 150)
            .mapToObj(level ->
                "Content-Type: multipart/mixed; boundary=b" + level + "\n\n--b" + level + "\n")
            .collect(Collectors.joining());
    var parts = "Content-Type: multipart/mixed; boundary=x\n\n" + "--x\n\np\n".repeat(10_500);
    return Stream.of(
        Arguments.of("header alone", HEADER, "ends within the header; there is no body"),
        Arguments.of(
            "cut off",
            HEADER + "Content-Type: multipart/mixed; boundary=x\n\n--x\n\nhel",
            "a multipart without its last delimiter"),
        Arguments.of(
            "encrypted",
            HEADER
                + "Content-Type: application/pkcs7-mime; smime-type=enveloped-data\n"
                + "Content-Transfer-Encoding: base64\n\nMIAGCSqGSIb3DQEHA6CAMIACAQA=\n",
            "encrypted with S/MIME: what is in it cannot be told"),
        Arguments.of(
            "no Received", "From: a@a.example\nSubject: hello\n\nbody\n", "no Received field"),
        Arguments.of(
            "ten thousand parts",
            HEADER + parts + "--x--\n",
            "more than 10,000 parts; the rest was not read"),
        Arguments.of(
            "a hundred levels",
            HEADER + levels + "\nhello\n",
            "more than 100 parts in each other; what is deeper was left as it is"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mails")
  void mailShowsWhatIsThereAndTellsWhatIsNot(String name, String content, String line)
      throws IOException, InterruptedException {
    chosen(content);
    await(Phase.READY);
    press(KeyCode.CONTROL, KeyCode.ENTER);
    await(Phase.DONE);
    robot.interact(() -> ((TabPane) node("tabs")).getSelectionModel().select(MESSAGE_TAB));
    await(model().message().anatomyProperty(), Optional::isPresent);

    assertThat(said()).anyMatch(each -> each.contains(line));
    assertThat(rows()).isNotEmpty();
    assertThat(fx(() -> ((TextArea) node("raw")).getText())).contains("hello");
  }

  @Test
  void mailOf200MegabytesShowsItsBeginningAndSaysWhatIsLeftOut()
      throws IOException, InterruptedException {
    var file = Files.writeString(folder.resolve("big.eml"), HEADER + "\nhello\n", ISO_8859_1);
    try (var large = new RandomAccessFile(file.toFile(), "rw")) {
      large.setLength(200_000_000);
    }
    chosen.opened = List.of(file);
    press(KeyCode.CONTROL, KeyCode.O);
    await(Phase.READY);
    press(KeyCode.CONTROL, KeyCode.ENTER);
    await(Phase.DONE);

    assertThat(model().investigationProperty().get().orElseThrow().input().size())
        .isEqualTo(200_000_000);
    assertThat(fx(() -> ((TextArea) node("raw")).getText())).contains("Subject: hello", "hello\n");
    assertThat(fx(() -> ((Label) node("rawCut")).getText())).contains("more octets are not shown");
    assertThat(rows()).anyMatch(row -> row.contains("more text than is searched"));
  }

  @Test
  void mailThatCameFromOwnServersAloneSaysSo() throws InterruptedException {
    paste(HEADER + "\nbody\n");
    robot.clickOn("#trustToggle");
    robot.interact(() -> {
      @SuppressWarnings("unchecked")
      var rows = (ListView<TrustRow>) node("trustRows");
      rows.getItems().stream()
          .filter(row -> row.text().equals("192.0.2.10"))
          .forEach(rows.getSelectionModel()::select);
      rows.requestFocus();
    });
    press(KeyCode.SPACE);

    assertThat(fx(() -> ((Label) node("trustLineText")).getText()))
        .contains("every client is one of your servers");
    press(KeyCode.CONTROL, KeyCode.ENTER);
    await(Phase.DONE);
    assertThat(rows()).anyMatch(row -> row.contains("every client is one of your servers"));
  }

  static Stream<Arguments> nothings() {
    return Stream.of(
        Arguments.of("empty", "", "there is nothing in it"),
        Arguments.of("binary", "\u0089PNG\0\1\2".repeat(50), "is no text"),
        Arguments.of("words", "just words", "neither an address nor a header is in it"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("nothings")
  void whatIsNoMailIsACaseOfItsOctetsAndSaysWhy(String name, String content, String line)
      throws IOException, InterruptedException {
    chosen(content);
    await(model().noticeProperty(), Notice::error);
    assertThat(model().noticeProperty().get().text()).contains("x.eml", line);

    press(KeyCode.CONTROL, KeyCode.ENTER);
    await(Phase.DONE);
    assertThat(said()).anyMatch(each -> each.contains("nothing that can be judged"));
    assertThat(model().investigationProperty().get().orElseThrow().input().size())
        .isEqualTo(content.length());
  }

  @Test
  void hiddenCharactersOfTheInputAreCodesAndCounted() throws IOException, InterruptedException {
    var mail = "From: ann@example.org\r\nSubject: \u202egpj.exe \u0007x\r\n\nx\n";
    var file = Files.writeString(folder.resolve("x.eml"), mail);
    chosen.opened = List.of(file);
    press(KeyCode.CONTROL, KeyCode.O);
    await(Phase.READY);

    var input = (TextArea) node("input");
    assertThat(fx(() -> input.getText())).contains("Subject: <U+202E>gpj.exe <U+0007>x\n");
    assertThat(input.isEditable()).isFalse();
    assertThat(fx(() -> node("inputLines").lookupAll(".concealed").toString()))
        .contains("2 hidden characters, the first <U+202E> in line 2, column 10");
    assertThat(model().textProperty().get()).isEqualTo(mail);
    assertThat(model().inputProperty().get().orElseThrow().text()).isEqualTo(mail);

    paste("192.0.2.10");
    assertThat(input.isEditable()).isTrue();
    assertThat(fx(() -> node("inputLines").lookupAll(".concealed"))).isEmpty();
  }

  private void chosen(String content) throws IOException {
    chosen.opened = List.of(Files.writeString(folder.resolve("x.eml"), content, ISO_8859_1));
    press(KeyCode.CONTROL, KeyCode.O);
  }

  /// Every line that tells something of the mail as it came: below the input, over the hops, at its
  /// parts.
  private List<String> said() {
    return fx(() -> {
      var lines = model().lines().stream().map(InputLine::text);
      var way = Stream.of(((Label) node("wayNoticed")).getText());
      var parts =
          model().message().anatomyProperty().get().stream()
              .flatMap(anatomy -> anatomy.root().all())
              .flatMap(part -> part.words().notes().stream());
      return Stream.of(lines, way, parts).flatMap(each -> each).toList();
    });
  }
}
