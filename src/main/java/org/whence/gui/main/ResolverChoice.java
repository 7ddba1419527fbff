package org.whence.gui.main;

import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.whence.gui.model.CaseModel;
import org.whence.gui.model.ProfileDesk;
import org.whence.gui.model.Settings;

/// Whom to ask, and whether at all: as it was last, and remembered.
final class ResolverChoice {
  private final CaseModel model;
  private final Settings settings;
  private final ProfileDesk profiles;

  ResolverChoice(CaseModel model, Settings settings, ProfileDesk profiles) {
    this.model = model;
    this.settings = settings;
    this.profiles = profiles;
  }

  void fill(ComboBox<String> resolver, ToggleButton asking) {
    profiles.savedProperty().subscribe(() -> resolver.getItems().setAll(profiles.names()));
    resolver.setValue(settings.resolver());
    resolver.valueProperty().subscribe(this::choose);
    // What is typed counts as soon as the field is left, not only on Enter.
    resolver
        .getEditor()
        .focusedProperty()
        .addListener((_, _, focused) -> {
          if (!focused) {
            resolver.commitValue();
          }
        });
    model.askingProperty().set(settings.asking());
    asking.selectedProperty().bindBidirectional(model.askingProperty());
    asking
        .selectedProperty()
        .subscribe(may -> {
          settings.asking(may);
          asking.setGraphic(new FontIcon(may ? Feather.WIFI : Feather.WIFI_OFF));
        });
  }

  private void choose(@Nullable String chosen) {
    var trimmed = chosen == null ? "" : chosen.strip();
    if (!trimmed.isEmpty()) {
      model.resolverProperty().set(trimmed);
      settings.resolver(trimmed);
    }
  }
}
