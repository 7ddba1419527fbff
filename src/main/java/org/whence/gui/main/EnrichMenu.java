package org.whence.gui.main;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import org.whence.enrichment.Enrichment;
import org.whence.gui.model.CaseModel;
import org.whence.gui.model.Notice;
import org.whence.gui.model.Settings;

/// The menu of those who can be asked beside the checks, each switched on by itself, and
/// remembered. Nobody is to begin with.
final class EnrichMenu {
  private final CaseModel model;
  private final Settings settings;
  private final TextField own = new TextField();
  private final List<CheckMenuItem> items = new ArrayList<>();

  EnrichMenu(CaseModel model, Settings settings) {
    this.model = model;
    this.settings = settings;
  }

  void fill(MenuButton menu) {
    var texts = model.words().texts();
    var remembered = settings.enrichment();
    for (var word : Enrichment.words()) {
      var shown = word.equals(Enrichment.ORIGIN) ? texts.text("enrich.origin") : word;
      var item = new CheckMenuItem(shown);
      item.setId("enrich-" + word.replace('.', '-'));
      item.setUserData(word);
      item.setSelected(remembered.contains(word));
      item.selectedProperty().subscribe((_, _) -> choose());
      items.add(item);
    }
    own.setId("enrichOwn");
    own.setPromptText(texts.text("enrich.own"));
    own.setAccessibleText(texts.text("enrich.own.spoken"));
    own.setPrefColumnCount(24);
    own.setText(
        String.join(
            " ", remembered.stream().filter(word -> !Enrichment.words().contains(word)).toList()));
    own.setOnAction(_ -> choose());
    menu.getItems().setAll(items);
    menu.getItems().add(new CustomMenuItem(own, false));
    menu.setOnHidden(_ -> choose());
    choose();
  }

  private void choose() {
    var words =
        Stream.concat(
                items.stream()
                    .filter(CheckMenuItem::isSelected)
                    .map(item -> String.valueOf(item.getUserData())),
                Stream.of(own.getText().strip().split("[\\s,]+", -1))
                    .filter(word -> !word.isEmpty()))
            .toList();
    Enrichment.of(words)
        .ifPresentOrElse(
            enrichment -> {
              model.enrichmentProperty().set(enrichment);
              settings.enrichment(words);
            },
            () ->
                model
                    .noticeProperty()
                    .set(new Notice(true, model.words().texts().text("enrich.unknown"))));
  }
}
