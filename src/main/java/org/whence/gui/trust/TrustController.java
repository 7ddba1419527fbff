package org.whence.gui.trust;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.whence.gui.model.CaseModel;
import org.whence.gui.model.Texts;
import org.whence.gui.model.TrustDesk;
import org.whence.gui.model.TrustProfile;
import org.whence.gui.model.TrustRow;
import org.whence.mail.BorderRule;
import org.whence.mail.BorderRule.Strategy;

/// Lets the analyst say whom they believe.
public final class TrustController {
  private static final int MOST_SERVERS = 50;

  private final CaseModel model;
  private final TrustDesk desk;
  private boolean showing;

  @FXML private HBox choices;
  @FXML private HBox ways;
  @FXML private HBox others;
  @FXML private Label keptNote;
  @FXML private ComboBox<String> profile;
  @FXML private Button forget;
  @FXML private ListView<TrustRow> rows;
  @FXML private TextField server;
  @FXML private Label serverNote;
  @FXML private ComboBox<Strategy> strategy;
  @FXML private Spinner<Integer> count;

  /// @param model the case to show
  /// @param desk does what is chosen
  public TrustController(CaseModel model, TrustDesk desk) {
    this.model = model;
    this.desk = desk;
  }

  @FXML
  void initialize() {
    rows.setCellFactory(_ -> new TrustCell(model::words, desk::believe));
    rows.setItems(model.trust().rows());
    rows.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    model.wordsProperty().subscribe(rows::refresh);
    strategy.setItems(
        FXCollections.observableArrayList(
            Strategy.AUTOMATIC,
            Strategy.TRUSTED,
            Strategy.LOCAL,
            Strategy.AUTHENTICATED,
            Strategy.COUNT));
    strategy.setConverter(new Words(model.words().texts()));
    count.setValueFactory(new IntegerSpinnerValueFactory(1, MOST_SERVERS, 1));
    count.visibleProperty().bind(Bindings.equal(Strategy.COUNT, strategy.valueProperty()));
    count.managedProperty().bind(count.visibleProperty());
    model.trust().chosenProperty().subscribe(() -> show(model.trust().judging()));
    model.trust().keptProperty().subscribe(this::kept);
    strategy.valueProperty().subscribe(this::draw);
    count.valueProperty().subscribe(this::draw);
    forget.disableProperty().bind(model.trust().profileProperty().isEmpty());
    profile.setItems(model.trust().profiles());
    model.trust().profileProperty().subscribe(name -> profile.setValue(name));
    profile
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(name -> {
          if (name != null && model.trust().profiles().contains(name)) {
            desk.load(name);
          }
        });
  }

  /// A case that was opened keeps whom it believes, and shows it.
  private void kept(Optional<TrustProfile> trust) {
    choices.setDisable(trust.isPresent());
    ways.setDisable(trust.isPresent());
    others.setDisable(trust.isPresent());
    keptNote.setVisible(trust.isPresent());
    keptNote.setManaged(trust.isPresent());
    show(model.trust().judging());
  }

  private void show(TrustProfile chosen) {
    showing = true;
    strategy.setValue(chosen.border().strategy());
    if (chosen.border().strategy() == Strategy.COUNT) {
      count.getValueFactory().setValue(chosen.border().number());
    }
    showing = false;
  }

  private void draw() {
    var how = Optional.ofNullable(strategy.getValue());
    if (!showing && how.isPresent() && how.get() != Strategy.HOP) {
      desk.draw(new BorderRule(how.get(), how.get() == Strategy.COUNT ? count.getValue() : 0));
    }
  }

  /// The blank ticks the chosen row, as it does a box that has the focus.
  private void key(KeyEvent event) {
    var row = rows.getSelectionModel().getSelectedItem();
    if (event.getCode() == KeyCode.SPACE && row != null) {
      event.consume();
      var place = rows.getSelectionModel().getSelectedIndex();
      desk.believe(row, !row.believed());
      rows.getSelectionModel().select(place);
    }
  }

  @FXML
  void add() {
    var known = desk.believeServer(server.getText());
    serverNote.setVisible(!known);
    serverNote.setManaged(!known);
    if (known) {
      server.clear();
    }
  }

  @FXML
  void save() {
    profile.commitValue();
    desk.save(Optional.ofNullable(profile.getValue()).orElse(""));
  }

  @FXML
  void forget() {
    desk.forget();
  }

  /// The ways to draw the line, in words.
  private static final class Words extends StringConverter<@Nullable Strategy> {
    private final Texts texts;

    Words(Texts texts) {
      this.texts = texts;
    }

    @Override
    public String toString(@Nullable Strategy how) {
      return how == null
          ? ""
          : texts.text(
              switch (how) {
                case AUTOMATIC -> "trust.how.automatic";
                case TRUSTED -> "trust.how.trusted";
                case LOCAL -> "trust.how.local";
                case AUTHENTICATED -> "trust.how.authenticated";
                case COUNT -> "trust.how.count";
                case HOP -> "trust.how.hop";
              });
    }

    @Override
    public @Nullable Strategy fromString(String words) {
      return List.of(Strategy.values()).stream()
          .filter(how -> toString(how).equals(words))
          .findFirst()
          .orElse(null);
    }
  }
}
