package org.whence.gui.main;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.whence.gui.model.CaseModel;
import org.whence.gui.model.ExportChoice;
import org.whence.gui.model.FileDialogs;
import org.whence.gui.model.ListExport;
import org.whence.gui.model.Reports;
import org.whence.report.Format;

/// The menu of reports: each format, what is taken out of it, and a look at that before.
final class ExportMenu {
  /// Save, save as, the recording, and what parts them from the reports.
  private static final int CASE_ITEMS = 4;

  private final CaseModel model;
  private final Reports reports;
  private final ListExport list;
  private final FileDialogs dialogs;
  private final CheckMenuItem redacted;
  private final CheckMenuItem exchanges;

  ExportMenu(CaseModel model, Reports reports, ListExport list, FileDialogs dialogs) {
    this.model = model;
    this.reports = reports;
    this.list = list;
    this.dialogs = dialogs;
    this.redacted = check("exportRedacted", "export.redacted", false);
    this.exchanges = check("exportExchanges", "export.exchanges", true);
  }

  /// Fills the menu, below what saves the case and above what else stands in it.
  ///
  /// @param look shows a text
  void fill(MenuButton menu, Consumer<String> look) {
    var preview = new MenuItem(text("export.preview"));
    preview.setId("exportPreview");
    preview.setOnAction(_ -> reports.redaction(look));
    var at = CASE_ITEMS;
    var products = new Menu(text("export.products"));
    products.setId("exportProducts");
    for (var format : Format.values()) {
      if (format.product().isPresent()) {
        products.getItems().add(item(format));
      } else {
        menu.getItems().add(at++, item(format));
      }
    }
    menu.getItems().add(at++, products);
    menu.getItems().add(at++, new SeparatorMenuItem());
    menu.getItems().add(at++, redacted);
    menu.getItems().add(at++, preview);
    menu.getItems().add(at++, exchanges);
    menu.getItems().add(at, new SeparatorMenuItem());
  }

  private MenuItem item(Format format) {
    var word = format.word();
    var item = new MenuItem(text("export.format." + word));
    item.setId("export" + word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
    item.setOnAction(_ -> dialogs.save(format).ifPresent(file -> export(file, format)));
    return item;
  }

  /// Of a long list all rows where the format has rows; other formats hold the row that is open.
  private void export(Path file, Format format) {
    if (model.list().activeProperty().get() && format.isOfRows()) {
      list.write(file, format);
    } else {
      reports.export(file, format, choice());
    }
  }

  private ExportChoice choice() {
    return new ExportChoice(
        model.defangedProperty().get(), redacted.isSelected(), exchanges.isSelected());
  }

  private CheckMenuItem check(String id, String key, boolean selected) {
    var item = new CheckMenuItem(text(key));
    item.setId(id);
    item.setSelected(selected);
    return item;
  }

  private String text(String key) {
    return model.words().texts().text(key);
  }
}
