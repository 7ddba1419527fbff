package org.whence.gui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;
import org.whence.chain.Verdict;
import org.whence.gui.model.ChainNode;
import org.whence.gui.model.Notice;
import org.whence.gui.model.Phase;
import org.whence.gui.model.Zone;
import org.whence.receiver.Product;
import org.whence.report.ClaimTable;
import org.whence.report.ReceiverTable;

/// Reading what it all came to, holding claims against it, and copying a rule into the ticket.
final class ReceiversStoryTest extends GuiTest {
  private static final int CLAIMS = 3;
  private static final int RECEIVERS = 4;

  @TempDir Path folder;

  @BeforeEach
  void openTheSample() throws InterruptedException {
    robot.clickOn("#sample");
    await(Phase.DONE);
  }

  @Test
  void sentenceStandsOverTheChain() {
    assertThat(fx(() -> ((Label) node("summary")).getText()))
        .startsWith("The mail reached mx.example.net from 198.51.100.20")
        .endsWith("its policy asks to reject.");
  }

  @Test
  void claimLeadsToTheStepThatOursRestsOn() {
    tab(CLAIMS);
    var claims = claims();
    var row =
        fx(() ->
            claims.getItems().stream()
                .filter(each -> each.claimed().equals("spf=pass bank.example"))
                .findFirst()
                .orElseThrow());
    assertThat(row.believed()).contains("below the trust line");
    assertThat(row.causes()).anyMatch(cause -> cause.contains("hosting.example"));
    robot.interact(() -> claims.getSelectionModel().select(row));
    assertThat(selected()).isEqualTo(Optional.of(row.path()));
  }

  @Test
  void ruleLeadsToTheStepThatItRestsOn() {
    tab(RECEIVERS);
    var receivers = receivers();
    var row =
        fx(() ->
            receivers.getItems().stream()
                .filter(each -> each.decision().equals("refused") && each.head())
                .findFirst()
                .orElseThrow());
    assertThat(row.said()).isEqualTo("550 5.7.25 Reverse DNS validation failed.");
    robot.interact(() -> receivers.getSelectionModel().select(row));
    assertThat(selected()).isEqualTo(row.path());
  }

  /// Of two names the second leads back: who asks for the first alone says so.
  @Test
  void everyServerTellsHowItReadsIprev() throws InterruptedException {
    places.answer(
        Zone.of(
            """
            10.2.0.192.in-addr.arpa. 60 IN PTR other.example.
            10.2.0.192.in-addr.arpa. 60 IN PTR mail.example.
            other.example. 60 IN A 198.51.100.1
            mail.example. 60 IN A 192.0.2.10
            """));
    investigate("192.0.2.10");
    tab(RECEIVERS);
    assertThat(iprev("Postfix with reject_unknown_client_hostname")).contains(Verdict.FAIL);
    assertThat(iprev("Exim with require verify = reverse_host_lookup")).contains(Verdict.PASS);
    assertThat(fx(() -> receivers().getItems()))
        .allMatch(row -> row.head() == row.iprev().isPresent());
  }

  private Optional<Verdict> iprev(String server) {
    return fx(() ->
        receivers().getItems().stream()
            .filter(row -> row.what().equals(server))
            .findFirst()
            .flatMap(ReceiverTable.Row::iprev));
  }

  @Test
  void productIsCopiedAndWritten() throws IOException, InterruptedException {
    tab(RECEIVERS);
    robot.clickOn("#copyProduct");
    assertThat(clipboard())
        .startsWith("Authentication-Results: mx.example.net;")
        .contains("policy.iprev=198.51.100.20");
    choose(Product.Kind.NFTABLES);
    robot.interact(() -> ((TextField) node("blockTicket")).setText("SOC-7\"; rm -rf /"));
    assertThat(fx(() -> ((TextArea) node("productText")).getText()))
        .contains("198.51.100.20 timeout 7d comment \"SOC-7__ rm -rf _\"");
    chosen.saved = Optional.of(folder.resolve("x"));
    robot.clickOn("#exportProduct");
    await(model().noticeProperty(), notice -> notice.text().startsWith("Written"));
    assertThat(Files.readString(folder.resolve("block-nftables.sh")))
        .isEqualTo(fx(() -> ((TextArea) node("productText")).getText()));
  }

  @Test
  void numberOfTheEnterpriseIsRemembered() {
    tab(RECEIVERS);
    choose(Product.Kind.LOG_LINE);
    robot.interact(() -> ((TextField) node("enterprise")).setText("4711"));
    assertThat(fx(() -> ((TextArea) node("productText")).getText())).contains("[netsec@4711 ");
    robot.interact(() -> ((TextField) node("enterprise")).setText("none"));
    assertThat(settings.enterprise()).isEqualTo(4711);
  }

  @Test
  void addressOfSpecialUseIsNotOfferedForBlocking() throws InterruptedException {
    investigate("127.0.0.1");
    tab(RECEIVERS);
    choose(Product.Kind.PF);
    assertThat(fx(() -> ((TextArea) node("productText")).getText())).isEmpty();
    assertThat(fx(() -> ((Label) node("productRefusal")).getText()))
        .startsWith("No block is offered: the address is set aside (Loopback");
    assertThat(fx(() -> node("copyProduct").isDisabled())).isTrue();
  }

  @Test
  void rulesOfOnesOwnComeFromAFileAndAreRemembered() throws IOException, InterruptedException {
    tab(RECEIVERS);
    var receivers = receivers();
    var file = rules("mine", "then reply 550 5.7.23 no, {ip}");
    chosen.rules = Optional.of(file);
    var before = fx(() -> receivers.getItems().size());
    add();
    var rows = fx(() -> Bindings.size(receivers.getItems()));
    await(rows, count -> count.intValue() > before);
    assertThat(last(receivers).said()).isEqualTo("550 5.7.23 no, 198.51.100.20");
    assertThat(settings.receivers()).containsExactly(file.toString());

    Files.writeString(file, "name: mine\n\nat noon then reply 550 no\n");
    add();
    await(model().noticeProperty(), Notice::error);
    assertThat(model().noticeProperty().get().text()).contains("mine:3");

    item("remove-mine");
    await(rows, count -> count.intValue() == before);
    assertThat(settings.receivers()).isEmpty();
    assertThat(file).exists();
  }

  private Path rules(String name, String then) throws IOException {
    return Files.writeString(
        folder.resolve(name),
        """
        name: mine
        title: my own gate
        source: here

        at mail if spf is softfail %s
        """
            .formatted(then));
  }

  private void add() {
    item("addReceiver");
  }

  /// Chooses of the menu of own rules.
  private void item(String id) {
    robot.interact(() ->
        List.copyOf(((MenuButton) node("ownReceiver")).getItems()).stream()
            .filter(each -> id.equals(each.getId()))
            .forEach(MenuItem::fire));
    WaitForAsyncUtils.waitForFxEvents();
  }

  private ReceiverTable.Row last(TableView<ReceiverTable.Row> receivers) {
    return fx(() -> receivers.getItems().getLast());
  }

  private void choose(Product.Kind kind) {
    robot.interact(() -> kinds().setValue(kind));
  }

  private Optional<String> selected() {
    return fx(() -> model().selectedProperty().get().map(ChainNode::path));
  }

  private void tab(int number) {
    robot.interact(() -> ((TabPane) node("tabs")).getSelectionModel().select(number));
    WaitForAsyncUtils.waitForFxEvents();
  }

  @SuppressWarnings("unchecked")
  private ComboBox<Product.Kind> kinds() {
    return (ComboBox<Product.Kind>) node("productKind");
  }

  @SuppressWarnings("unchecked")
  private TableView<ClaimTable.Row> claims() {
    return (TableView<ClaimTable.Row>) node("claims");
  }

  @SuppressWarnings("unchecked")
  private TableView<ReceiverTable.Row> receivers() {
    return (TableView<ReceiverTable.Row>) node("receivers");
  }
}
