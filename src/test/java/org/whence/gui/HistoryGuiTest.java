package org.whence.gui;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.whence.gui.model.Zone;
import org.whence.history.Entry;
import org.whence.history.History;
import org.whence.history.Trait;

/// A window that remembers its cases, and the history beside it.
abstract class HistoryGuiTest extends GuiTest {
  @TempDir Path folder;

  @BeforeEach
  void remember() {
    settings.remembering(true);
    places.history(file());
    places.answer(
        Zone.of(
            """
            10.2.0.192.in-addr.arpa. 60 IN PTR mail.example.org.
            mail.example.org. 60 IN A 192.0.2.10
            """));
  }

  Path file() {
    return folder.resolve("history.db");
  }

  History open() throws IOException {
    return History.open(file(), () -> Zone.NOW);
  }

  void keep(String reference, Optional<Path> kept, Trait... traits) throws IOException {
    try (var history = open()) {
      history.keep(
          new Entry(
              reference,
              Zone.NOW.minus(Duration.ofDays(40)),
              "00",
              reference + ".eml",
              Optional.of("Your invoice"),
              Optional.of("Billing <a@evil.example>"),
              kept.map(Path::toString),
              Map.of("spf", "softfail", "dmarc", "fail"),
              Set.of(traits)));
    }
  }

  static Trait address() {
    return new Trait(Trait.Kind.ADDRESS, "192.0.2.10");
  }

  List<String> references() throws IOException {
    try (var history = open()) {
      return history.search("", 10).stream().map(Entry::name).toList();
    }
  }

  void showHistory() throws InterruptedException {
    press(KeyCode.CONTROL, KeyCode.H);
    await(node("sheet").visibleProperty(), shown -> shown);
  }

  @SuppressWarnings("unchecked")
  TableView<Entry> cases() {
    return (TableView<Entry>) node("historyCases");
  }

  void awaitCases(int count) throws InterruptedException {
    ObservableList<Entry> items = fx(() -> cases().getItems());
    await(Bindings.size(items), size -> size.intValue() == count);
  }

  Label label(String id) {
    return (Label) node(id);
  }
}
