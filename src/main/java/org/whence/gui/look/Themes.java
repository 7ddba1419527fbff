package org.whence.gui.look;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.whence.gui.model.Settings;

/// Light or dark: as the system has it, also when that changes while the window is open, or as the
/// analyst chose.
public final class Themes {
  private final Settings settings;
  private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper(this, "dark");

  /// @param settings remember what was chosen
  public Themes(Settings settings) {
    this.settings = settings;
    Platform.getPreferences().colorSchemeProperty().addListener((_, _, _) -> apply());
    apply();
  }

  /// Whether the window is dark now.
  public ReadOnlyBooleanProperty darkProperty() {
    return dark.getReadOnlyProperty();
  }

  /// What was chosen.
  public Settings.Theme chosen() {
    return settings.theme();
  }

  /// Chooses, and remembers it.
  public void choose(Settings.Theme theme) {
    settings.theme(theme);
    apply();
  }

  private void apply() {
    var now =
        switch (settings.theme()) {
          case LIGHT -> false;
          case DARK -> true;
          case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
    dark.set(now);
    Application.setUserAgentStylesheet(
        (now ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
  }
}
