package org.whence.gui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.whence.Whence;
import org.whence.dns.Exchange;
import org.whence.dns.Resolver;
import org.whence.gui.model.Phase;
import org.whence.gui.model.Settings;
import org.whence.gui.model.Zone;

/// Draws the window with the sample case, light and dark, as the README shows it.
final class ScreenshotTest extends Pictures {
  private static final int WIDTH = 1280;

  @BeforeEach
  void openSample() throws InterruptedException {
    robot.clickOn("#sample");
    await(Phase.DONE);
  }

  @Test
  void windowWithTheSampleCaseInLightAndDark() throws IOException {
    // The third hop has no PTR record: its check explains itself well.
    select(2);
    var light = picture("screenshot-light", true);
    tab("tabs", 2);
    dark();
    select(2);
    var dark = picture("screenshot-dark", true);
    assertThat(settings.theme()).isEqualTo(Settings.Theme.DARK);
    assertThat(brightness(light)).isGreaterThan(0.7);
    assertThat(brightness(dark)).isLessThan(0.3);
  }

  @Test
  void waterfallOfTheQuestions() throws IOException {
    select(2);
    tab("tabs", 1);
    bothThemes("waterfall", 0.5);
  }

  @Test
  void claimsBesideWhatWasFound() throws IOException {
    tab("tabs", 3);
    tall();
    bothThemes("claims", 0.5);
  }

  @Test
  void whatReceivingServersWouldHaveDone() throws IOException {
    tab("tabs", 4);
    tall();
    bothThemes("receivers", 0.5);
  }

  /// Room for the tabs.
  private void tall() {
    robot.interact(() -> ((SplitPane) node("rows")).setDividerPositions(0.5));
  }

  @Test
  void sheetThatTellsWhatARunWillReveal() throws IOException, InterruptedException {
    places.real();
    @SuppressWarnings("unchecked")
    var resolver = (ComboBox<String>) node("resolver");
    robot.interact(() -> resolver.setValue("quad9_tls"));
    paste(sampleMail());
    press(KeyCode.CONTROL, KeyCode.R);
    var tree = (TreeView<?>) node("planTree");
    await(tree.rootProperty(), root -> root != null);
    bothThemes("plan", 0.5);
  }

  @Test
  void whatChangedSinceTheLastRun() throws IOException, InterruptedException {
    var zone =
        Zone.of(
            """
            10.2.0.192.in-addr.arpa. 3600 IN PTR mx1.transit.example.
            mx1.transit.example. 600 IN A 192.0.2.99
            """);
    places.answer(served(zone));
    chosen.recording = Optional.of(Path.of("assets", "sample", "case.dns.jsonl"));
    paste("192.0.2.10 198.51.100.61");
    robot.interact(() -> ((MenuButton) node("again")).getItems().get(1).fire());
    await(model().comparisonProperty(), Optional::isPresent);
    bothThemes("changes", 0.5);
  }

  @Test
  void longListAsATable() throws IOException, InterruptedException {
    var zone = new StringBuilder();
    for (var host = 1; host < 250; host++) {
      if (host % 7 != 0) {
        zone.append(
            "%d.2.0.192.in-addr.arpa. 3600 IN PTR mail%d.example.org.%n".formatted(host, host));
        zone.append(
            "mail%d.example.org. 300 IN A 192.0.2.%d%n".formatted(host, host % 5 == 0 ? 1 : host));
      }
    }
    places.answer(served(Zone.of(zone.toString())));
    var log =
        IntStream.range(1, 250)
            .mapToObj(i -> i == 9 ? "192.0.2.9999" : "192.0.2." + i)
            .collect(Collectors.joining("\n"));
    investigate(log);
    robot.interact(() -> ((TableView<?>) node("list")).getSelectionModel().select(4));
    await(model().chain().revisionProperty(), _ -> !model().chain().tops().isEmpty());
    robot.interact(
        () -> model().selectedProperty().set(model().chain().tops().stream().findFirst()));
    bothThemes("list", 0.5);
  }

  @Test
  void profilesOfOnesOwn() throws IOException {
    press(KeyCode.CONTROL, KeyCode.COMMA);
    robot.interact(() ->
        ((TextArea) node("profilesText"))
            .setText(
                """
                # The office
                office tls://192.0.2.53#dns.example tls://192.0.2.54#dns.example ca=office.pem
                lab udp://192.0.2.99:5300
                home doh.example
                """));
    bothThemes("profiles", 0.5);
  }

  /// The same answers from a server.
  private static Resolver served(Resolver zone) {
    return question ->
        Exchange.local(question, zone.resolve(question).answer(), "udp://192.0.2.53:53", Zone.NOW);
  }

  private static String sampleMail() throws IOException {
    try (var mail = Whence.class.getResourceAsStream("sample/case.eml")) {
      return new String(Objects.requireNonNull(mail).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Override
  int width() {
    return WIDTH;
  }

  private void select(int top) {
    var check = fx(() -> model().chain().tops().get(top).children().getFirst());
    robot.interact(() -> model().selectedProperty().set(Optional.of(check)));
  }
}
