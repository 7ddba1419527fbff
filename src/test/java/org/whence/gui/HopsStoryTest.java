package org.whence.gui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Label;
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

  @Test
  void rowIsReadWithWhatItsBarAndItsColourTell() throws InterruptedException {
    investigate(
        hop("mx.example.net", "192.0.2.10", "Mon, 23 Nov 2026 10:00:09 +0000")
            + hop("relay.example.net", "192.0.2.11", "Mon, 23 Nov 2026 09:59:18 +0000")
            + hop("mail.example.org", "192.0.2.12", "Thu, 19 Nov 2026 10:00:05 +0000")
            + "From: ann@example.org\nSubject: x\n\nx\n");
    assertThat(axis()).isEqualTo("4 d: 2026-11-19 10:00:05 to 2026-11-23 10:00:09 UTC");
    var spoken =
        fx(() ->
            node("hops").lookupAll(".table-row-cell").stream()
                .map(row -> row.queryAccessibleAttribute(AccessibleAttribute.TEXT))
                .filter(Objects::nonNull)
                .map(Object::toString)
                .toList());
    assertThat(spoken)
        .anySatisfy(row ->
            assertThat(row)
                .startsWith("hop 1 of 3, 192.0.2.12, ")
                .contains("received by mail.example.org", "in the clear", "2026-11-19 10:00:05")
                .endsWith("below the trust line, IPREV permerror"))
        .anySatisfy(row ->
            assertThat(row).startsWith("hop 3 of 3").contains("51 s after", "at the trust line"));
  }

  private static String hop(String by, String ip, String date) {
    return "Received: from x.example (x.example [%s]) by %s with ESMTP; %s\n"
        .formatted(ip, by, date);
  }

  @Test
  void mailWithoutHopsSaysSoAndOffersNoLineToDraw() throws InterruptedException {
    paste("From: ann@example.org\nSubject: x\n\nx\n");
    assertThat(fx(() -> ((Label) node("noHops")).getText())).contains("no Received field");
    assertThat(fx(() -> node("drawFound").isVisible() || node("drawHere").isVisible())).isFalse();
    assertThat(fx(() -> node("trustToggle").isVisible())).isTrue();

    robot.clickOn("#trustToggle");
    assertThat(fx(() -> node("trustPane").isVisible())).isTrue();
    robot.clickOn("#trustToggle");
    assertThat(fx(() -> node("trustPane").isVisible())).isFalse();
  }

  @SuppressWarnings("unchecked")
  private String axis() {
    return fx(() ->
        ((TableView<HopRow>) node("hops"))
            .getColumns().stream()
                .filter(column -> "way".equals(column.getId()))
                .map(column -> ((Label) column.getGraphic()).getText())
                .findFirst()
                .orElseThrow());
  }
}
