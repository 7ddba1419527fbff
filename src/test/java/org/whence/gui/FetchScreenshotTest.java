package org.whence.gui;

import java.io.IOException;
import javafx.scene.control.Button;
import org.junit.jupiter.api.Test;
import org.whence.fetch.HttpsFetch;
import org.whence.gui.model.ChainNode;
import org.whence.gui.model.Zone;
import org.whence.posture.PostureTopic;

/// Draws what a domain publishes, and what fetching its policy reveals.
final class FetchScreenshotTest extends Pictures {
  private static final int WIDTH = 1280;
  private static final String ZONE =
      """
      10.2.0.192.in-addr.arpa. 60 IN PTR bank.example.
      bank.example. 60 IN A 192.0.2.10
      bank.example. 60 IN SOA ns.bank.example. hostmaster.bank.example. 1 2 3 4 5
      bank.example. 60 IN NS ns.bank.example.
      bank.example. 60 IN MX 10 mx.bank.example.
      bank.example. 60 IN TXT "v=spf1 mx -all"
      bank.example. 60 IN CAA 0 issue "ca.example"
      mx.bank.example. 60 IN A 192.0.2.25
      _dmarc.bank.example. 60 IN TXT "v=DMARC1; p=reject; rua=mailto:dmarc@reports.example"
      default._bimi.bank.example. 60 IN TXT "v=BIMI1; l=https://bank.example/logo.svg"
      _mta-sts.bank.example. 60 IN TXT "v=STSv1; id=20261101"
      _smtp._tls.bank.example. 60 IN TXT "v=TLSRPTv1; rua=mailto:tls@bank.example"
      mta-sts.bank.example. 60 IN A 203.0.113.80
      """;

  @Override
  int width() {
    return WIDTH;
  }

  @Test
  void oneFetchAndWhatItReveals() throws IOException, InterruptedException {
    // The address stands for a public one, as those for documentation do; nothing is sent.
    var reach = HttpsFetch.Reach.everybody();
    places.fetch(
        new HttpsFetch(
            new HttpsFetch.Reach(reach.factory(), reach.port(), _ -> false, reach.patience())));
    places.answer(Zone.of(ZONE));
    investigate("192.0.2.10");
    robot.interact(() -> {
      select("name bank.example");
      fire("posture");
    });
    await(
        model().selectedProperty(),
        node -> node.filter(each -> each.topic() == PostureTopic.DOMAIN).isPresent());
    robot.interact(() -> {
      select("MTA-STS");
      fire("fetch");
    });
    await(node("sheet").visibleProperty(), visible -> visible);
    bothThemes("fetch", 0.4);
  }

  private void fire(String button) {
    ((Button) node(button)).fire();
  }

  private void select(String subject) {
    model()
        .selectedProperty()
        .set(
            model().chain().tops().stream()
                .flatMap(ChainNode::all)
                .filter(node -> model().words().row(node).subject().equals(subject))
                .findFirst());
  }
}
