package org.whence.gui.main;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.whence.gui.model.Notice;

/// The line at the top of the window; away where there is nothing to say.
final class NoticeBar {
  private NoticeBar() {}

  static void show(Notice told, HBox bar, Label text, FontIcon icon) {
    bar.setVisible(told.present());
    bar.setManaged(told.present());
    bar.getStyleClass().setAll("notice", told.error() ? "error" : "info");
    icon.setIconCode(told.error() ? Feather.ALERT_CIRCLE : Feather.INFO);
    text.setText(told.text());
    text.setTooltip(told.present() ? new Tooltip(told.text()) : null);
  }
}
