package org.whence.gui.input;

import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;

/// Takes text. What is pasted where there is none, or over all of it, is something new and no
/// change of what is there: mails that are attached to it are offered, which cannot be done while
/// somebody types. The same goes for files, whatever is there.
public final class InputArea extends TextArea {
  private Runnable anew = super::paste;

  /// Sets who takes the clipboard as a new input.
  public void onAnew(Runnable anew) {
    this.anew = anew;
  }

  /// By its key and by its menu.
  @Override
  public void paste() {
    if (isAnew()) {
      anew.run();
    } else {
      super.paste();
    }
  }

  private boolean isAnew() {
    return getSelection().getLength() == getLength() || Clipboard.getSystemClipboard().hasFiles();
  }
}
