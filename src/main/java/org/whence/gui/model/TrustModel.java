package org.whence.gui.model;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.whence.investigation.TrustLine;

/// Whom the analyst believes, what of the mail could be believed, and where the trust line lies.
public final class TrustModel {
  private final ObjectProperty<TrustProfile> chosen =
      new SimpleObjectProperty<>(this, "chosen", TrustProfile.NONE);
  private final ObjectProperty<Optional<TrustProfile>> kept =
      new SimpleObjectProperty<>(this, "kept", Optional.empty());
  private final ObservableList<TrustRow> rows = FXCollections.observableArrayList();
  private final ObjectProperty<Optional<TrustLine>> line =
      new SimpleObjectProperty<>(this, "line", Optional.empty());
  private final ObservableList<String> profiles = FXCollections.observableArrayList();
  private final StringProperty profile = new SimpleStringProperty(this, "profile", "");

  /// Who is believed, and how the line is drawn.
  public ObjectProperty<TrustProfile> chosenProperty() {
    return chosen;
  }

  /// Whom a case that was opened believes, by which it is judged; empty for any other input.
  public ObjectProperty<Optional<TrustProfile>> keptProperty() {
    return kept;
  }

  /// By whom the mail on the desk is judged.
  public TrustProfile judging() {
    return kept.get().orElseGet(chosen::get);
  }

  /// Servers and ids: those that are believed, and those that the mail has.
  public ObservableList<TrustRow> rows() {
    return rows;
  }

  /// Where the trust line lies in the mail; absent without one.
  public ObjectProperty<Optional<TrustLine>> lineProperty() {
    return line;
  }

  /// The names of what is remembered.
  public ObservableList<String> profiles() {
    return profiles;
  }

  /// The name of the profile that is used; empty for none.
  public StringProperty profileProperty() {
    return profile;
  }
}
