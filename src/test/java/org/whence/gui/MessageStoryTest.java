package org.whence.gui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;
import org.whence.chain.Value;
import org.whence.gui.model.ChainNode;
import org.whence.gui.model.FieldRow;
import org.whence.gui.model.InputLine;
import org.whence.gui.model.LinkRow;
import org.whence.gui.model.PartRow;
import org.whence.gui.model.PartText;
import org.whence.gui.model.Phase;
import org.whence.header.HeaderTopic;
import org.whence.investigation.claim.ClaimTopic;
import org.whence.part.PartTopic;

/// Looking at the mail itself: its parts, words, links and fields, its octets, and what was put
/// right.
final class MessageStoryTest extends GuiTest {
  private static final int MESSAGE_TAB = 2;

  private void openSample() throws InterruptedException {
    robot.clickOn("#sample");
    await(Phase.DONE);
    showMessage();
  }

  private void showMessage() throws InterruptedException {
    robot.interact(() -> ((TabPane) node("tabs")).getSelectionModel().select(MESSAGE_TAB));
    await(model().message().anatomyProperty(), Optional::isPresent);
  }

  private void showPart(int tab) {
    robot.interact(() -> ((TabPane) node("partTabs")).getSelectionModel().select(tab));
    WaitForAsyncUtils.waitForFxEvents();
  }

  @SuppressWarnings("unchecked")
  private <T> TableView<T> table(String id) {
    return (TableView<T>) node(id);
  }

  private String marked() {
    return fx(() -> ((TextArea) node("raw")).getSelectedText());
  }

  @Test
  void mailIsTakenApartAndItsWordsAreText() throws InterruptedException {
    openSample();
    var paths =
        fx(() ->
            model()
                .message()
                .anatomyProperty()
                .get()
                .orElseThrow()
                .root()
                .all()
                .map(row -> row.words().path() + " " + row.entity().type().name())
                .toList());
    assertThat(paths).containsExactly("1 multipart/alternative", "1.1 text/plain", "1.2 text/html");

    robot.interact(() -> parts().getSelectionModel().select(2));
    await(
        model().message().textProperty(),
        text -> text.kind() == PartText.Kind.WHOLE && text.text().contains("within 24 hours"));
    showPart(1);
    assertThat(fx(() -> ((TextArea) node("partText")).getText())).doesNotContain("<p>");
    assertThat(marked()).startsWith("Content-Type: text/html").contains("<small>This is");
  }

  @Test
  void sizeAndHashOfPartsAreInSightInANarrowWindow() throws InterruptedException {
    openSample();
    assertThat(fx(this::widthOfParts)).isLessThanOrEqualTo(fx(parts()::getWidth));
    assertThat(fx(() -> parts().getColumns().get(2).isVisible())).isFalse();

    paste("From: ann@example.org\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\ncut here");
    showMessage();
    assertThat(fx(() -> parts().getColumns().get(2).isVisible())).isTrue();
    assertThat(fx(this::widthOfParts)).isLessThanOrEqualTo(fx(parts()::getWidth));
  }

  @SuppressWarnings("unchecked")
  private TreeTableView<PartRow> parts() {
    return (TreeTableView<PartRow>) node("parts");
  }

  private double widthOfParts() {
    return parts().getVisibleLeafColumns().stream().mapToDouble(column -> column.getWidth()).sum();
  }

  @Test
  void linkShowsItsTextBesideItsRealTarget() throws InterruptedException {
    openSample();
    showPart(2);
    var links = this.<LinkRow>table("links");
    var row = fx(() -> links.getItems().getLast());
    assertThat(row.words().shown()).isEqualTo("hxxps[:]//www[.]bank[.]example/confirm");
    assertThat(row.words().target())
        .startsWith("hxxps[:]//login[.]bank-account-check[.]example/confirm");
    assertThat(row.words().note()).contains("www[.]bank[.]example");

    robot.interact(() -> links.getSelectionModel().selectLast());
    robot.interact(() -> links.getContextMenu().getItems().getFirst().fire());
    assertThat(clipboard()).startsWith("hxxps[:]//login[.]");
    robot.interact(() -> links.getContextMenu().getItems().getLast().fire());
    assertThat(clipboard()).startsWith("https://login.bank-account-check.example/");
  }

  @Test
  void fieldSelectsItsStepAndStepMarksItsField() throws InterruptedException {
    openSample();
    var fields = this.<FieldRow>table("fields");
    var reply = fx(() -> row(fields.getItems(), "Reply-To"));
    robot.interact(() -> fields.getSelectionModel().select(reply));
    assertThat(marked()).isEqualTo("Reply-To: <helpdesk@bank-account-check.example>\n");
    assertThat(model().selectedProperty().get().orElseThrow().topic())
        .isEqualTo(HeaderTopic.HEADER);

    var claim =
        fx(() ->
            model().chain().tops().stream()
                .flatMap(top -> top.all())
                .filter(node -> node.topic() == ClaimTopic.FIELD)
                .findFirst()
                .orElseThrow());
    robot.interact(() -> model().selectedProperty().set(Optional.of(claim)));
    assertThat(marked()).startsWith("Received-SPF: ");
    assertThat(fx(() -> fields.getSelectionModel().getSelectedItem().name()))
        .isEqualTo("Received-SPF");
  }

  @Test
  void findingLeadsToItsPlaceInTheMail() throws InterruptedException {
    robot.clickOn("#sample");
    await(Phase.DONE);
    var header =
        fx(() ->
            model().chain().tops().stream()
                .filter(top -> top.topic() == HeaderTopic.HEADER)
                .findFirst()
                .orElseThrow());
    robot.interact(() -> model().selectedProperty().set(Optional.of(header)));
    var places =
        fx(() ->
            List.copyOf(
                ((Pane) ((ScrollPane) node("whyScroll")).getContent()).lookupAll(".hyperlink")));
    robot.interact(() -> ((Hyperlink) places.getLast()).fire());
    assertThat(fx(() -> ((TabPane) node("tabs")).getSelectionModel().getSelectedIndex()))
        .isEqualTo(MESSAGE_TAB);
    assertThat(marked()).isNotEmpty();
  }

  @Test
  void placeInAMailWithoutReceivedFieldIsShown() throws InterruptedException {
    investigate("From: ann@example.org\nFrom: bob@example.org\nSubject: x\n\nx\n");
    robot.interact(() -> model().message().show(new Value.Place(2, 22, 44)));
    assertThat(fx(() -> ((TabPane) node("tabs")).getSelectionModel().getSelectedIndex()))
        .isEqualTo(MESSAGE_TAB);
    assertThat(marked()).isEqualTo("From: bob@example.org\n");
  }

  @Test
  void oddPartIsToldBelowTheInputAndItsStepLeadsToItsOctets() throws InterruptedException {
    paste(
        """
        From: ann@example.org
        Content-Type: multipart/mixed; boundary=x

        --x

        it was cut here\
        """);
    showMessage();
    assertThat(fx(() -> model().lines().stream().map(InputLine::text).toList()))
        .contains("part 1: a multipart without its last delimiter");

    press(KeyCode.CONTROL, KeyCode.ENTER);
    await(Phase.DONE);
    robot.interact(() -> model().selectedProperty().set(Optional.of(oddPart())));
    var places =
        fx(() ->
            List.copyOf(
                ((Pane) ((ScrollPane) node("whyScroll")).getContent()).lookupAll(".hyperlink")));
    robot.interact(() -> ((Hyperlink) places.getLast()).fire());
    assertThat(marked()).contains("it was cut here");
  }

  private ChainNode oddPart() {
    return model().chain().tops().stream()
        .filter(top -> top.topic() == PartTopic.PARTS)
        .flatMap(parts -> parts.children().stream())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void clickOnOctetsSelectsTheHop() throws InterruptedException {
    openSample();
    var raw = (TextArea) node("raw");
    var second = fx(() -> raw.getText().indexOf("by gw.example.org"));
    robot.interact(() -> {
      raw.positionCaret(second);
      raw.requestFocus();
    });
    robot.interact(() -> raw.fireEvent(Clicks.on(raw)));
    assertThat(marked()).startsWith("Received: from mta1.transit.example").endsWith("+0000\n");
    assertThat(fx(() -> tree().getSelectionModel().getSelectedItem().getValue()))
        .isEqualTo(fx(() -> model().chain().tops().get(3)));
  }

  @Test
  void whatWasRepairedIsListedAndTheOriginalIsAClickAway() throws InterruptedException {
    paste(
        """
        > Received: from a.example (a.example [192.0.2.10]) by b.example;
        >  Mon, 23 Nov 2026 10:00:00 +0000
        > From: ann@example.org
        > Subject: x
        """);
    showMessage();
    showPart(3);
    @SuppressWarnings("unchecked")
    var repairs = (ListView<Object>) node("repairs");
    assertThat(fx(() -> repairs.getItems().size())).isEqualTo(4);
    robot.interact(() -> repairs.getSelectionModel().select(2));
    assertThat(marked()).isEqualTo("> From: ann@example.org");

    robot.clickOn("#rawRead");
    assertThat(fx(() -> ((TextArea) node("raw")).getText())).startsWith("Received: from a.example");
  }

  @Test
  void mailThatNeededNoRepairSaysSo() throws InterruptedException {
    openSample();
    showPart(3);
    assertThat(fx(() -> node("noRepairs").isVisible())).isTrue();
    assertThat(fx(() -> node("rawViews").isVisible())).isFalse();
    press(KeyCode.ESCAPE);
  }

  private static FieldRow row(List<FieldRow> rows, String name) {
    return rows.stream().filter(row -> row.field().is(name)).findFirst().orElseThrow();
  }
}
