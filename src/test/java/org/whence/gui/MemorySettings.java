package org.whence.gui;

import org.whence.gui.model.Settings;

/// Settings that a test starts with and looks at.
final class MemorySettings implements Settings {
  private Theme theme = Theme.LIGHT;
  private String resolver = "system";
  private boolean asking = true;

  @Override
  public Theme theme() {
    return theme;
  }

  @Override
  public void theme(Theme chosen) {
    theme = chosen;
  }

  @Override
  public String resolver() {
    return resolver;
  }

  @Override
  public void resolver(String chosen) {
    resolver = chosen;
  }

  @Override
  public boolean asking() {
    return asking;
  }

  @Override
  public void asking(boolean chosen) {
    asking = chosen;
  }
}
