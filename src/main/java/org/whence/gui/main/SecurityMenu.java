package org.whence.gui.main;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.whence.gui.model.CaseModel;
import org.whence.gui.model.FileDialogs;
import org.whence.gui.model.Security;
import org.whence.gui.model.Settings;

/// The menu of what servers and their answers have to show: DNSSEC with its first keys, and whose
/// certificates are trusted. It is remembered, and holds from the next run on.
final class SecurityMenu {
  private final CaseModel model;
  private final Settings settings;
  private final FileDialogs dialogs;

  SecurityMenu(CaseModel model, Settings settings, FileDialogs dialogs) {
    this.model = model;
    this.settings = settings;
    this.dialogs = dialogs;
  }

  void fill(MenuButton menu) {
    model.securityProperty().set(settings.security());
    var validate = new CheckMenuItem(text("security.dnssec"));
    validate.setId("dnssec");
    validate.setOnAction(_ -> change(now().withDnssec(validate.isSelected())));
    var ofRoot = item("anchorsOfRoot", () -> change(now().withAnchors(Optional.empty())));
    var ofSystem = item("authorityOfSystem", () -> change(now().withAuthority(Optional.empty())));
    var anchors = item("anchors", () -> chosen(dialogs::anchors, this::begin));
    var authority =
        item(
            "authority",
            () -> chosen(dialogs::authority, file -> now().withAuthority(Optional.of(file))));
    ofRoot.setText(text("security.anchors.root"));
    ofSystem.setText(text("security.authority.system"));
    menu.getItems().setAll(validate, anchors, ofRoot, new SeparatorMenuItem(), authority, ofSystem);
    model
        .securityProperty()
        .subscribe(security -> {
          validate.setSelected(security.dnssec());
          anchors.setText(named("security.anchors", "security.anchors.named", security.anchors()));
          ofRoot.setDisable(security.anchors().isEmpty());
          authority.setText(
              named("security.authority", "security.authority.named", security.authority()));
          ofSystem.setDisable(security.authority().isEmpty());
          tell(menu, security);
        });
  }

  private void tell(MenuButton menu, Security security) {
    menu.setGraphic(new FontIcon(security.dnssec() ? Feather.SHIELD : Feather.SHIELD_OFF));
    var state = text(security.dnssec() ? "security.on" : "security.off");
    menu.setAccessibleText(state);
    menu.setTooltip(new Tooltip(state));
  }

  /// Keys are for validating with.
  private Security begin(Path file) {
    return now().withAnchors(Optional.of(file)).withDnssec(true);
  }

  private interface Changed {
    Security with(Path file);
  }

  private void chosen(Supplier<Optional<Path>> dialog, Changed changed) {
    dialog.get().ifPresent(file -> change(changed.with(file)));
  }

  private void change(Security security) {
    model.securityProperty().set(security);
    settings.security(security);
  }

  private Security now() {
    return model.securityProperty().get();
  }

  private String named(String none, String named, Optional<Path> file) {
    return file.map(path ->
            text(named, model.words().wording().running(String.valueOf(path.getFileName()))))
        .orElseGet(() -> text(none));
  }

  private MenuItem item(String id, Runnable action) {
    var item = new MenuItem();
    item.setId(id);
    item.setOnAction(_ -> action.run());
    return item;
  }

  private String text(String key, Object... values) {
    return values.length == 0
        ? model.words().texts().text(key)
        : model.words().texts().text(key, values);
  }
}
