package org.whence.gui;

import java.util.Locale;
import java.util.prefs.Preferences;
import org.whence.gui.model.Settings;

/// Settings in the user's preferences. What cannot be stored is forgotten at the end of the day.
final class Remembered implements Settings {
  private static final String THEME = "theme";
  private static final String RESOLVER = "resolver";
  private static final String ASKING = "askDns";

  private final Preferences node;

  Remembered(Preferences node) {
    this.node = node;
  }

  @Override
  public Theme theme() {
    return switch (node.get(THEME, "")) {
      case "light" -> Theme.LIGHT;
      case "dark" -> Theme.DARK;
      default -> Theme.SYSTEM;
    };
  }

  @Override
  public void theme(Theme theme) {
    node.put(THEME, theme.name().toLowerCase(Locale.ROOT));
  }

  @Override
  public String resolver() {
    return node.get(RESOLVER, "system");
  }

  @Override
  public void resolver(String resolver) {
    // A longer value is no resolver, and the store throws at it.
    if (resolver.length() <= Preferences.MAX_VALUE_LENGTH) {
      node.put(RESOLVER, resolver);
    }
  }

  @Override
  public boolean asking() {
    return node.getBoolean(ASKING, true);
  }

  @Override
  public void asking(boolean asking) {
    node.putBoolean(ASKING, asking);
  }
}
