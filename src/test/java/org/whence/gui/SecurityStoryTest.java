package org.whence.gui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.Test;
import org.whence.gui.look.MarkLabel;
import org.whence.gui.model.Security;
import org.whence.gui.page.PageTree;

/// Validation, and whose keys and certificates are trusted, are switched on in the window.
final class SecurityStoryTest extends GuiTest {
  private static final Path KEYS = Path.of("/keys/root.ds");
  private static final Path OFFICE = Path.of("/keys/office.pem");

  @Test
  void nextRunIsMadeWithWhatWasChosenAndItIsRemembered() throws InterruptedException {
    investigate("192.0.2.10");
    assertThat(places.secured()).containsExactly(Security.USUAL);
    assertThat(node("security").getAccessibleText()).contains("not validated");

    fire("dnssec");
    assertThat(node("security").getAccessibleText()).contains("are validated");
    chosen.authority = Optional.of(OFFICE);
    fire("authority");
    assertThat(item("authority").getText()).contains("office.pem");
    investigate("192.0.2.10");
    assertThat(places.secured().getLast())
        .isEqualTo(new Security(true, Optional.empty(), Optional.of(OFFICE)))
        .isEqualTo(settings.security());

    fire("authorityOfSystem");
    fire("dnssec");
    investigate("192.0.2.10");
    assertThat(places.secured().getLast()).isEqualTo(Security.USUAL);
  }

  @Test
  void keysOfOnesOwnSwitchValidationOn() {
    chosen.anchors = Optional.of(KEYS);
    fire("anchors");
    assertThat(item("anchors").getText()).contains("root.ds");
    assertThat(((CheckMenuItem) item("dnssec")).isSelected()).isTrue();
    assertThat(settings.security())
        .isEqualTo(new Security(true, Optional.of(KEYS), Optional.empty()));
    fire("anchorsOfRoot");
    assertThat(settings.security()).isEqualTo(Security.USUAL.withDnssec(true));
    assertThat(item("anchorsOfRoot").isDisable()).isTrue();
  }

  @Test
  void planTellsWhatValidationAsksBesides() throws InterruptedException {
    places.real();
    robot.interact(() -> model().resolverProperty().set("udp://192.0.2.53"));
    paste("192.0.2.10");
    press(KeyCode.CONTROL, KeyCode.R);
    var plan = ((PageTree) node("planTree")).rootProperty();
    await(plan, root -> root != null);
    assertThat(badges()).noneMatch(badge -> badge.contains("DNSSEC"));

    fire("dnssec");
    await(plan, _ -> badges().stream().anyMatch(badge -> badge.contains("DNSKEY and DS")));
  }

  private java.util.List<String> badges() {
    return ((Pane) node("planCounts"))
        .getChildren().stream().map(badge -> ((MarkLabel) badge).getText()).toList();
  }

  private MenuItem item(String id) {
    return ((MenuButton) node("security"))
        .getItems().stream().filter(i -> id.equals(i.getId())).findFirst().orElseThrow();
  }

  private void fire(String id) {
    robot.interact(() -> {
      var item = item(id);
      if (item instanceof CheckMenuItem check) {
        check.setSelected(!check.isSelected());
      }
      item.fire();
    });
  }
}
