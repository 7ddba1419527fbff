package org.whence.gui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
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

    var items = fx(() -> ((MenuButton) node("enrich")).getItems());
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

  private static boolean isOn(MenuItem item) {
    return item instanceof CheckMenuItem check && check.isSelected();
  }
}
