package org.whence.gui.message;

import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.text.Text;
import org.whence.chain.Value;
import org.whence.gui.model.Anatomy;
import org.whence.gui.model.CaseModel;
import org.whence.gui.model.RawText;
import org.whence.gui.model.Spots;

/// Shows the octets of the mail, and, where something was put right, the input as it came. What is
/// looked at elsewhere is marked; a click marks the field that was hit, and selects its step. By
/// keys, up and down mark a line, and Enter chooses the field that it is in.
public final class RawController {
  /// Lines that stay in sight above what is marked.
  private static final int LINES_ABOVE = 2;

  private final CaseModel model;
  private final Spots spots;
  private Runnable toFields = () -> {};

  @FXML private HBox views;
  @FXML private ToggleButton read;
  @FXML private ToggleButton original;
  @FXML private TextArea raw;
  @FXML private Label cut;

  /// @param model the case to show
  /// @param spots knows which step was read from which octets
  public RawController(CaseModel model, Spots spots) {
    this.model = model;
    this.spots = spots;
  }

  @FXML
  void initialize() {
    var group = new ToggleGroup();
    group.getToggles().setAll(read, original);
    group
        .selectedToggleProperty()
        .addListener((_, old, now) -> {
          if (now == null) {
            group.selectToggle(old);
          }
        });
    read.selectedProperty().subscribe(this::show);
    model.rawProperty().subscribe(this::begin);
    model.message().anatomyProperty().subscribe(this::show);
    model
        .message()
        .markProperty()
        .subscribe(mark -> {
          if (mark.isPresent()) {
            read.setSelected(true);
            mark();
          }
        });
    model
        .message()
        .repairedProperty()
        .subscribe(place -> {
          if (place.isPresent()) {
            original.setSelected(true);
            mark();
          }
        });
    // What was marked while the tab was hidden is scrolled to when it is shown.
    raw.heightProperty().addListener((_, _, _) -> mark());
    raw.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
    raw.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
  }

  /// Sets who shows the field that was chosen by a key.
  void onField(Runnable shown) {
    toFields = shown;
  }

  /// Hands the keys to the octets.
  void focus() {
    raw.requestFocus();
  }

  /// What cannot be edited shows no cursor, so a marked line is one.
  private void pressed(KeyEvent key) {
    if (key.isShiftDown() || key.isShortcutDown() || key.isAltDown()) {
      return;
    }
    switch (key.getCode()) {
      case UP -> line(-1);
      case DOWN -> line(1);
      case ENTER -> field();
      default -> {
        return;
      }
    }
    key.consume();
  }

  private void line(int by) {
    var text = raw.getText();
    var start = text.lastIndexOf('\n', raw.getCaretPosition() - 1) + 1;
    if (by > 0 && !raw.getSelectedText().isEmpty()) {
      var next = text.indexOf('\n', start) + 1;
      start = next > 0 && next < text.length() ? next : start;
    } else if (by < 0 && start > 0) {
      start = text.lastIndexOf('\n', start - 2) + 1;
    }
    var end = text.indexOf('\n', start);
    raw.selectRange(end < 0 ? text.length() : end, start);
  }

  private void field() {
    var octet = model.rawProperty().get().map(text -> text.octet(raw.getCaretPosition()));
    if (read.isSelected() && octet.filter(spots::point).isPresent()) {
      toFields.run();
    }
  }

  private void begin() {
    read.setSelected(true);
    show();
  }

  private Optional<RawText> asItCame() {
    return model.message().anatomyProperty().get().flatMap(Anatomy::original);
  }

  private Optional<RawText> shown() {
    return original.isSelected() ? asItCame() : model.rawProperty().get();
  }

  private void show() {
    var repaired = asItCame().isPresent();
    views.setVisible(repaired);
    views.setManaged(repaired);
    var now = shown().map(RawText::text).orElse("");
    if (!now.equals(raw.getText())) {
      raw.setText(now);
    }
    var hidden = shown().map(RawText::hidden).orElse(0);
    cut.setText(hidden > 0 ? model.words().texts().text("message.cut", hidden) : "");
    cut.setManaged(hidden > 0);
    cut.setVisible(hidden > 0);
    mark();
  }

  private void clicked(MouseEvent click) {
    if (click.getClickCount() == 1 && read.isSelected() && raw.getSelectedText().isEmpty()) {
      model.rawProperty().get().ifPresent(text -> spots.point(text.octet(raw.getCaretPosition())));
    }
  }

  private void mark() {
    if (original.isSelected()) {
      model
          .message()
          .repairedProperty()
          .get()
          .ifPresent(place ->
              asItCame()
                  .ifPresent(text -> {
                    var start = text.position(place.line(), place.column());
                    var end = text.text().indexOf('\n', start);
                    mark(text, start, end < 0 ? text.text().length() : end);
                  }));
    } else {
      model.message().markProperty().get().ifPresent(this::mark);
    }
  }

  private void mark(Value.Place place) {
    model
        .rawProperty()
        .get()
        .ifPresent(text -> mark(text, text.position(place.start()), text.position(place.end())));
  }

  private void mark(RawText text, int start, int end) {
    raw.selectRange(end, start);
    var above = text.text().substring(0, start).lines().count() - LINES_ABOVE;
    raw.setScrollTop(Math.max(0, above * lineHeight()));
  }

  private double lineHeight() {
    var line = new Text("X");
    line.setFont(raw.getFont());
    return line.getLayoutBounds().getHeight();
  }
}
