package org.whence.gui.model;

import java.io.IOException;
import javafx.beans.property.ObjectProperty;

/// Puts lines where they are seen: at the top of the window, or in a sheet.
final class Notices {
  private final CaseModel model;
  private final ObjectProperty<Notice> place;

  /// At the top of the window.
  Notices(CaseModel model) {
    this(model, model.noticeProperty());
  }

  /// @param place where they are shown
  Notices(CaseModel model, ObjectProperty<Notice> place) {
    this.model = model;
    this.place = place;
  }

  /// What did not work, in words that are safe to show.
  void error(String text) {
    place.set(new Notice(true, text));
  }

  /// What the user's files or their network would not do.
  void failed(IOException e) {
    error(visible(String.valueOf(e.getMessage())));
  }

  /// What stands under a key.
  void tell(boolean error, String key, Object... values) {
    place.set(new Notice(error, model.words().texts().text(key, values)));
  }

  /// A hostile text made safe to show in a line.
  String visible(String text) {
    return model.words().wording().running(text);
  }
}
