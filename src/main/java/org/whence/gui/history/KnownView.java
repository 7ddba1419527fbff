package org.whence.gui.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.whence.gui.look.ValueField;
import org.whence.history.Entry;
import org.whence.history.Trait;

/// All that is known of a case, as text to be copied; what it is about leads to the other cases
/// that are about the same.
final class KnownView {
  /// How many things are shown; the export has all.
  private static final int MOST = 100;

  private final EntryWords words;
  private final Consumer<String> look;

  /// @param look searches for a value
  KnownView(EntryWords words, Consumer<String> look) {
    this.words = words;
    this.look = look;
  }

  List<Node> of(Entry entry) {
    var nodes = new ArrayList<Node>();
    fact(nodes, "history.fact.reference", words.running(entry.reference()));
    fact(nodes, "history.fact.time", entry.started().toString());
    fact(nodes, "history.fact.input", words.input(entry));
    entry.subject().map(words::running).ifPresent(text -> fact(nodes, "history.subject", text));
    entry.author().map(words::running).ifPresent(text -> fact(nodes, "history.fact.from", text));
    fact(nodes, "history.verdicts", EntryWords.verdicts(entry));
    nodes.add(title("history.fact.file"));
    nodes.add(
        entry
            .file()
            .map(file -> value(words.running(file), "history.fact.file"))
            .orElseGet(() -> sentence(words.text("history.no.file"))));
    nodes.add(title("history.about"));
    entry.traits().stream()
        .sorted(Comparator.comparing(Trait::kind).thenComparing(Trait::value))
        .limit(MOST)
        .forEach(trait -> nodes.add(about(trait)));
    if (entry.traits().size() > MOST) {
      nodes.add(sentence(words.text("history.more", entry.traits().size() - MOST)));
    }
    return nodes;
  }

  private void fact(List<Node> nodes, String key, String text) {
    nodes.add(title(key));
    nodes.add(value(text, key));
  }

  private Node about(Trait trait) {
    var link = new Hyperlink(words.text("history.others"));
    link.getStyleClass().addAll("step-link", "small-print");
    link.setMinWidth(Hyperlink.USE_PREF_SIZE);
    link.setAccessibleText(words.text("history.others.spoken", words.trait(trait)));
    link.setOnAction(_ -> look.accept(trait.value()));
    var text = value(words.trait(trait), "history.about");
    HBox.setHgrow(text, Priority.ALWAYS);
    var row = new HBox(text, link);
    row.getStyleClass().add("step-head");
    return row;
  }

  private Node value(String text, String key) {
    return new ValueField(text, words.text(key));
  }

  private Label title(String key) {
    var label = new Label(words.text(key));
    label.getStyleClass().add("section-title");
    return label;
  }

  private static Label sentence(String text) {
    var label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Label.USE_PREF_SIZE);
    label.getStyleClass().add("small-print");
    return label;
  }
}
