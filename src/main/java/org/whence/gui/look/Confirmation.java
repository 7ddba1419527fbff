package org.whence.gui.look;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// A question in the place where it comes up, before something that does not come back. Nothing is
/// done until it is answered, and the answer that does nothing has the focus.
public final class Confirmation extends HBox {
  private final Label text = new Label();
  private final Button yes = new Button();
  private final Button no = new Button();

  /// None is asked.
  public Confirmation() {
    getStyleClass().addAll("notice", "error");
    text.setWrapText(true);
    text.setMaxWidth(Double.MAX_VALUE);
    setHgrow(text, Priority.ALWAYS);
    yes.setMinWidth(USE_PREF_SIZE);
    no.setMinWidth(USE_PREF_SIZE);
    yes.getStyleClass().add("danger");
    text.setId("questionText");
    yes.setId("questionYes");
    no.setId("questionNo");
    no.setOnAction(_ -> close());
    getChildren().setAll(text, yes, no);
    close();
  }

  /// What is asked, and how it is answered.
  ///
  /// @param question safe to show
  /// @param does the answer by which something is done
  /// @param not the answer by which nothing is
  public record Words(String question, String does, String not) {}

  /// Asks.
  public void ask(Words words, Runnable action) {
    text.setText(words.question());
    yes.setText(words.does());
    no.setText(words.not());
    yes.setOnAction(_ -> {
      close();
      action.run();
    });
    show(true);
    no.requestFocus();
  }

  /// Takes the question away.
  public void close() {
    show(false);
  }

  private void show(boolean wanted) {
    setVisible(wanted);
    setManaged(wanted);
  }
}
