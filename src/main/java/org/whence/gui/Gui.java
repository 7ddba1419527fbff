package org.whence.gui;

import java.io.IOException;
import java.nio.file.Path;
import javafx.application.Application;

/// The way into the window for those who do not know the toolkit. Nothing of JavaFX is loaded
/// before [#open] is called.
public final class Gui {
  private Gui() {}

  /// What the window opens with.
  public enum Opening {
    /// Nothing.
    EMPTY,
    /// The bundled sample case.
    SAMPLE,
    /// Nothing, for a private session.
    PRIVATE
  }

  /// Opens the window, and comes back when it was closed. Once in a process.
  ///
  /// @throws IOException if there is no display, or no toolkit for it, in one line
  public static void open(Opening how) throws IOException {
    launch(how.name());
  }

  /// Opens the window with a file in it, as a desktop does that was told to open one.
  ///
  /// @throws IOException as above; what is wrong with the file is told in the window
  public static void open(Path file) throws IOException {
    launch(App.FILE, file.toString());
  }

  private static void launch(String... arguments) throws IOException {
    try {
      Application.launch(App.class, arguments);
    } catch (UnsupportedOperationException | UnsatisfiedLinkError e) {
      // GTK without a display throws the first, a machine without GTK the second.
      throw new IOException("no display can be opened (" + e.getMessage() + ")", e);
    }
  }
}
