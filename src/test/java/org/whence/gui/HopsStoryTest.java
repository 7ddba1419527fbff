package org.whence.gui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.Test;
import org.whence.gui.model.HopRow;
import org.whence.gui.model.HopWords;
import org.whence.gui.model.Phase;

/// Reading the way of a mail: when each hop was, how it was carried, and whose clock is off.
final class HopsStoryTest extends GuiTest {
  @Test
  void hopsAreBarsOnOneAxisWithTheirTls() throws InterruptedException {
    robot.clickOn("#sample");
    await(Phase.DONE);
    var words = new HopWords(model().words());
    assertThat(fx(() -> model().hops().stream().map(words::carried).toList()))
        .containsExactly(
            "HTTP",
            "ESMTPS, TLSv1.3",
            "ESMTPSA, TLSv1.3",
            "esmtps, TLSv1.3",
            "Microsoft SMTP Server, TLSv1.2",
            "ESMTPS, TLSv1.3");
    assertThat(axis()).contains("07:11:34 to 07:12:28 UTC", "54 s");
    var bars =
        fx(() ->
            node("hops").lookupAll(".hop-bar").stream().filter(bar -> bar.isVisible()).count());
    assertThat(bars).isGreaterThanOrEqualTo(3);
  }

  @SuppressWarnings("unchecked")
  private String axis() {
    return fx(() ->
        ((TableView<HopRow>) node("hops"))
            .getColumns().stream()
                .filter(column -> "way".equals(column.getId()))
                .map(TableColumn::getText)
                .findFirst()
                .orElseThrow());
  }
}
