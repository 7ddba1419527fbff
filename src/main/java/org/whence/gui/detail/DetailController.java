package org.whence.gui.detail;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import org.whence.dns.Exchange;
import org.whence.gui.model.CaseModel;
import org.whence.gui.model.ChainNode;
import org.whence.gui.model.Clip;
import org.whence.gui.model.Desk;
import org.whence.gui.model.Fetches;
import org.whence.gui.model.Postures;
import org.whence.gui.note.NoteController;
import org.whence.report.Dig;

/// Shows the selected node; follows it while it grows.
public final class DetailController {
  private static final int EXCHANGES = 60;

  private final CaseModel model;
  private final Desk desk;
  private final Clip clip;
  private final Postures postures;
  private final Fetches fetches;

  @FXML private VBox why;
  @FXML private ScrollPane whyScroll;
  @FXML private TextArea evidence;
  @FXML private Label nothing;
  @FXML private Button askAgain;
  @FXML private Button posture;
  @FXML private Button fetch;
  @FXML private VBox copyBar;
  @FXML private NoteController noteController;

  /// What can be asked about a node beside its questions.
  public record Further(Postures postures, Fetches fetches) {}

  /// @param clip where copies go
  public DetailController(CaseModel model, Desk desk, Clip clip, Further further) {
    this.model = model;
    this.desk = desk;
    this.clip = clip;
    this.postures = further.postures();
    this.fetches = further.fetches();
  }

  @FXML
  void initialize() {
    model
        .selectedProperty()
        .subscribe(() -> {
          show();
          whyScroll.setVvalue(0);
        });
    model.chain().revisionProperty().subscribe(this::show);
    model.wordsProperty().subscribe(this::show);
    model.askingProperty().subscribe(this::show);
    model.phaseProperty().subscribe(this::show);
    model.investigationProperty().subscribe(this::show);
    show();
  }

  private Optional<ChainNode> selected() {
    return model.selectedProperty().get();
  }

  private void show() {
    var node = selected();
    nothing.setVisible(node.isEmpty());
    copyBar.setDisable(node.isEmpty());
    askAgain.setDisable(node.filter(desk::canAskAgain).isEmpty());
    posture.setDisable(node.flatMap(postures::domain).isEmpty());
    // One place for both: a step that names a document is about no domain.
    var document = node.flatMap(fetches::uri).isPresent();
    show(fetch, document);
    show(posture, !document);
    var words = model.words();
    if (node.isEmpty()) {
      why.getChildren().clear();
      evidence.clear();
      return;
    }
    var view =
        new WhyView(
            words,
            go -> model.selectedProperty().set(Optional.of(go)),
            model.message()::show,
            value -> model.recalledProperty().set(Optional.of(value)));
    why.getChildren().setAll(view.cards(node.get()));
    var text = evidence(node.get());
    if (!text.equals(evidence.getText())) {
      evidence.setText(text);
    }
  }

  private static void show(Button button, boolean shown) {
    button.setVisible(shown);
    button.setManaged(shown);
  }

  /// Every answer below the node; one that was asked again stands beside its first.
  private String evidence(ChainNode node) {
    var words = model.words();
    var blocks =
        node.all()
            .flatMap(n -> blocks(n.state().exchanges()))
            .limit(EXCHANGES)
            .collect(Collectors.joining("\n\n"));
    return blocks.isEmpty() ? words.texts().text("evidence.none") : blocks;
  }

  /// The answers to one question. Two that are equal are still the first and the second.
  private Stream<String> blocks(List<Exchange> exchanges) {
    var texts = model.words().texts();
    var dig = new Dig(model.words().wording());
    return IntStream.range(0, exchanges.size())
        .mapToObj(i -> {
          var title = i == 0 ? texts.text("evidence.first") : texts.text("evidence.again", i + 1);
          var answer = String.join("\n", dig.lines(exchanges.get(i)));
          return exchanges.size() == 1 ? answer : title + "\n" + answer;
        });
  }

  /// The note at the selected step.
  public NoteController note() {
    return noteController;
  }

  @FXML
  void again() {
    selected().ifPresent(desk::askAgain);
  }

  @FXML
  void posture() {
    selected().ifPresent(postures::ask);
  }

  /// Looks at the document that the node names; what it reveals is shown before it is fetched.
  @FXML
  void fetch() {
    selected().ifPresent(fetches::look);
  }

  @FXML
  void copyValue() {
    selected().ifPresent(clip::value);
  }

  @FXML
  void copyDefanged() {
    selected().ifPresent(clip::defanged);
  }

  @FXML
  void copyJson() {
    selected().ifPresent(clip::json);
  }

  @FXML
  void copyRow() {
    selected().ifPresent(clip::row);
  }
}
