package org.whence.gui.model;

import java.io.IOException;

/// Puts lines at the top of the window.
final class Notices {
  private final CaseModel model;

  Notices(CaseModel model) {
    this.model = model;
  }

  /// What did not work, in words that are safe to show.
  void error(String text) {
    model.noticeProperty().set(new Notice(true, text));
  }

  /// What the user's files or their network would not do.
  void failed(IOException e) {
    error(visible(String.valueOf(e.getMessage())));
  }

  /// What stands under a key.
  void tell(boolean error, String key, Object... values) {
    model.noticeProperty().set(new Notice(error, model.words().texts().text(key, values)));
  }

  /// A hostile text made safe to show in a line.
  String visible(String text) {
    return model.words().wording().running(text);
  }
}
