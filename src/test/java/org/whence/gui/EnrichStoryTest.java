package org.whence.gui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.event.ActionEvent;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import org.whence.enrichment.Enrichment;
import org.whence.gui.model.Zone;

/// Switching on whom else to ask, one by one.
final class EnrichStoryTest extends GuiTest {
  @Test
  void nobodyElseIsAskedUntilTheAnalystSwitchesItOn() throws InterruptedException {
    places.answer(
        Zone.of(
            """
            10.2.0.192.in-addr.arpa. 60 IN PTR mail.example.org.
            mail.example.org. 60 IN A 192.0.2.10
            10.2.0.192.zen.spamhaus.org. 60 IN A 127.255.255.254
            """));
    investigate("192.0.2.10");
    assertThat(rows()).noneMatch(row -> row.contains("block list"));

    var items = items();
    var spamhaus =
        (CheckMenuItem)
            items.stream()
                .filter(item -> "enrich-zen-spamhaus-org".equals(item.getId()))
                .findFirst()
                .orElseThrow();
    assertThat(items).filteredOn(EnrichStoryTest::isOn).isEmpty();
    robot.interact(() -> spamhaus.setSelected(true));

    assertThat(settings.enrichment()).containsExactly("zen.spamhaus.org");
    assertThat(model().enrichmentProperty().get())
        .isEqualTo(Enrichment.of(settings.enrichment()).orElseThrow());
    investigate("192.0.2.10");
    robot.clickOn("#expandAll");
    assertThat(rows())
        .anyMatch(
            row -> row.contains("block list zen.spamhaus.org") && row.contains("query refused"));
  }

  @Test
  void zonesOfOnesOwnAreAskedAndRememberedAndWhatIsNoneIsTold() throws InterruptedException {
    places.answer(
        Zone.of(
            """
            10.2.0.192.in-addr.arpa. 60 IN PTR mail.example.org.
            mail.example.org. 60 IN A 192.0.2.10
            10.2.0.192.bl.example. 60 IN A 127.0.0.2
            10.2.0.192.origin.asn.example. 60 IN TXT "64496 | 192.0.2.0/24 | ZZ | other | 2026-01-01"
            """));
    var own = (TextField) ((CustomMenuItem) items().getLast()).getContent();
    robot.interact(() -> {
      own.setText("ip:bl.example, origin=asn.example");
      own.fireEvent(new ActionEvent());
    });
    assertThat(settings.enrichment()).containsExactly("ip:bl.example", "origin=asn.example");

    investigate("192.0.2.10");
    robot.clickOn("#expandAll");
    assertThat(rows())
        .anyMatch(row -> row.contains("block list bl.example") && row.contains("listed"))
        .anyMatch(row -> row.contains("192.0.2.0/24"));

    robot.interact(() -> {
      own.setText("ip:bl.example http://no.example");
      own.fireEvent(new ActionEvent());
    });
    assertThat(model().noticeProperty().get().text()).contains("is no zone");
    assertThat(settings.enrichment()).containsExactly("ip:bl.example", "origin=asn.example");
  }

  private List<MenuItem> items() {
    return fx(() -> ((MenuButton) node("enrich")).getItems());
  }

  private static boolean isOn(MenuItem item) {
    return item instanceof CheckMenuItem check && check.isSelected();
  }
}
