package org.whence.gui.fetch;

import javafx.fxml.FXML;
import javafx.scene.control.Label;
import org.whence.gui.model.CaseModel;
import org.whence.gui.model.Fetches;
import org.whence.ip.Addresses;

/// Shows what fetching the document that is offered reveals, and to whom.
public final class FetchController {
  private final CaseModel model;
  private final Fetches fetches;

  @FXML private Label uri;
  @FXML private Label everybody;
  @FXML private Label operator;
  @FXML private Label address;

  /// @param fetches whose offer is shown
  public FetchController(CaseModel model, Fetches fetches) {
    this.model = model;
    this.fetches = fetches;
  }

  @FXML
  void initialize() {
    fetches.offerProperty().subscribe(this::update);
    model.wordsProperty().subscribe(this::update);
  }

  private void update() {
    fetches.offerProperty().get().ifPresent(this::show);
  }

  private void show(Fetches.Offer offer) {
    var words = model.words();
    var wording = words.wording();
    var host = wording.name(offer.prospect().host());
    var at = wording.name(Addresses.text(offer.prospect().address()));
    uri.setText(wording.running(offer.uri()));
    everybody.setText(words.texts().text("fetch.everybody", at, host));
    operator.setText(
        words.texts().text("fetch.operator", host, wording.running(offer.prospect().path())));
    address.setText(words.texts().text("fetch.address", at));
  }
}
