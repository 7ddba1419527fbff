package org.whence.gui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.whence.casefile.Notes;
import org.whence.casefile.Recorded;
import org.whence.chain.ChainListener;
import org.whence.dns.ResolutionOf;
import org.whence.dns.ResolverSettings;
import org.whence.enrichment.Enrichment;
import org.whence.gui.model.Phase;
import org.whence.gui.model.Zone;
import org.whence.history.Entry;
import org.whence.history.History;
import org.whence.investigation.Input;
import org.whence.investigation.InputReader;
import org.whence.investigation.Options;
import org.whence.investigation.SampleCase;

/// Draws the sheets of what outlives a case: history, watch, export.
@Timeout(120)
final class KeepingScreenshotTest extends Pictures {
  private static final int WIDTH = 1280;

  @TempDir Path folder;

  @Override
  int width() {
    return WIDTH;
  }

  private Recorded recorded(Input input, Options options) throws IOException {
    try (var resolution = SampleCase.resolution(ResolverSettings.defaults())) {
      var asked = new Recorded.Asked(resolution, options, new byte[0]);
      return Recorded.of(input, asked, () -> Zone.NOW, ChainListener.NONE, Notes.NONE);
    }
  }

  private void remember() throws IOException {
    var file = folder.resolve("history.db");
    places.history(file);
    settings.remembering(true);
    var options = Options.defaults();
    var zone =
        Zone.of("61.100.51.198.origin.asn.cymru.com. 60 IN TXT \"64500 | 198.51.100.0/24 | ZZ\"");
    var origin = options.withEnrichment(Enrichment.of(java.util.List.of("origin")).orElseThrow());
    var asked = new Recorded.Asked(ResolutionOf.resolver("test", zone), origin, new byte[0]);
    try (var history = History.open(file, () -> Zone.NOW)) {
      for (var address : new String[] {"192.0.2.10", "198.51.100.61"}) {
        var made =
            Recorded.of(
                InputReader.pasted(address), asked, () -> Zone.NOW, ChainListener.NONE, Notes.NONE);
        history.keep(Entry.of(made.investigation(), Optional.empty()));
      }
      var sample = recorded(SampleCase.input(), options);
      history.keep(
          Entry.of(sample.investigation(), Optional.of("/home/ana/cases/ticket-4711.whence")));
    }
  }

  @Test
  void historyWithWhatIsKnownOfACase() throws IOException, InterruptedException {
    remember();
    robot.interact(() -> model().privateProperty().set(true));
    press(KeyCode.CONTROL, KeyCode.H);
    await(((Label) node("historyCount")).textProperty(), text -> text.startsWith("3"));
    robot.interact(() -> ((TableView<?>) node("historyCases")).getSelectionModel().select(0));
    await(node("historyOpen").disabledProperty(), disabled -> !disabled);
    bothThemes("history", 0.4);
  }

  @Test
  void folderThatIsWatched() throws IOException, InterruptedException {
    var from = Files.createDirectory(folder.resolve("reported"));
    Files.writeString(from.resolve("invoice.txt"), "192.0.2.10");
    Files.writeString(from.resolve("note.txt"), "nothing to see");
    robot.interact(() -> {
      ((MenuButton) node("more")).getItems().get(3).fire();
      ((TextField) node("watchFrom")).setText(from.toString());
      ((TextField) node("watchTo")).setText(folder.resolve("cases").toString());
      ((CheckBox) node("watch-pdf")).setSelected(true);
    });
    robot.interact(() -> ((CheckBox) node("watch-pdf")).setSelected(false));
    robot.clickOn("#watchStart");
    await(((Label) node("watchCount")).textProperty(), "watching: 1 case, 1 failed"::equals);
    robot.interact(() -> {
      ((TextField) node("watchFrom")).setText("/home/ana/reported");
      ((TextField) node("watchTo")).setText("/home/ana/cases");
    });
    bothThemes("watch", 0.4);
  }

  @Test
  void exportWithItsPreview() throws IOException, InterruptedException {
    robot.clickOn("#sample");
    await(Phase.DONE);
    press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
    robot.interact(() -> {
      ((CheckBox) node("exportAs-json")).setSelected(true);
      ((CheckBox) node("exportAs-text")).setSelected(true);
      for (var kind : Set.of("recipient", "local-part", "message-id")) {
        ((CheckBox) node("exportTake-" + kind)).setSelected(true);
      }
      ((TextField) node("exportFolder")).setText("/home/ana/reports");
    });
    await(((TextArea) node("exportText")).textProperty(), text -> text.contains("Redacted"));
    bothThemes("export", 0.4);
    tab("exportTabs", 1);
    picture("screenshot-export-placeholders", false);
  }
}
