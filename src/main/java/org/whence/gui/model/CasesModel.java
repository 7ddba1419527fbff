package org.whence.gui.model;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What was found in an input that holds several: a mailbox, an archive, a folder, a mail with
/// others attached.
public final class CasesModel {
  private final StringProperty title = new SimpleStringProperty(this, "title", "");
  private final ObservableList<CaseRow> rows = FXCollections.observableArrayList();
  private final ObjectProperty<Optional<CaseRow>> chosen =
      new SimpleObjectProperty<>(this, "chosen", Optional.empty());
  private final StringProperty locked = new SimpleStringProperty(this, "locked", "");

  /// What holds them, in a line; empty where there is one case alone.
  public StringProperty titleProperty() {
    return title;
  }

  /// What is in it, in the order in which it is to be looked at.
  public ObservableList<CaseRow> rows() {
    return rows;
  }

  /// The one that is on the desk.
  public ObjectProperty<Optional<CaseRow>> chosenProperty() {
    return chosen;
  }

  /// The archive that no known password opens, by its name; empty for none.
  public StringProperty lockedProperty() {
    return locked;
  }

  /// Shows what was found; rows that are there already stay as they are.
  ///
  /// @param listed whether it was one of these: an archive that is locked beside it stays locked
  void show(Unpacking.Found found, boolean listed) {
    title.set(found.title());
    if (!rows.equals(found.rows())) {
      rows.setAll(found.rows());
    }
    chosen.set(found.chosen());
    if (!listed || !found.locked().isEmpty()) {
      locked.set(found.locked());
    }
  }

  /// Another one was chosen and cannot be read: the one on the desk stays.
  void stay() {
    var here = chosen.get();
    chosen.set(Optional.empty());
    chosen.set(here);
  }

  void clear() {
    chosen.set(Optional.empty());
    rows.clear();
    title.set("");
    locked.set("");
  }
}
