package org.whence.gui.model;

/// What the window remembers from one day to the next.
public interface Settings {
  /// How the window looks.
  enum Theme {
    /// As the system.
    SYSTEM,
    /// Light, whatever the system says.
    LIGHT,
    /// Dark, whatever the system says.
    DARK
  }

  /// The look that was chosen.
  Theme theme();

  /// Remembers the look.
  void theme(Theme theme);

  /// The profile or URI of whom to ask.
  String resolver();

  /// Remembers whom to ask.
  void resolver(String resolver);

  /// Whether DNS may be asked.
  boolean asking();

  /// Remembers whether DNS may be asked.
  void asking(boolean asking);
}
