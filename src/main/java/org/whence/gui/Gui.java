package org.whence.gui;

import java.io.IOException;
import javafx.application.Application;

/// The way into the window for those who do not know the toolkit. Nothing of JavaFX is loaded
/// before [#open] is called.
public final class Gui {
  private Gui() {}

  /// Opens the window, and comes back when it was closed. Once in a process.
  ///
  /// @param sample whether it opens with the bundled sample case
  /// @throws IOException if there is no display, or no toolkit for it, in one line
  public static void open(boolean sample) throws IOException {
    try {
      if (sample) {
        Application.launch(App.class, App.SAMPLE);
      } else {
        Application.launch(App.class);
      }
    } catch (UnsupportedOperationException | UnsatisfiedLinkError e) {
      // GTK without a display throws the first, a machine without GTK the second.
      throw new IOException("no display can be opened (" + e.getMessage() + ")", e);
    }
  }
}
