package org.whence.gui.model;

import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.whence.dns.Profiles;

/// What the analyst does with resolver profiles of their own.
public final class ProfileDesk {
  private final CaseModel model;
  private final Places places;
  private final Notices notices;
  private final Tasks.Lane lane;
  private final StringProperty text = new SimpleStringProperty(this, "text", "");
  private final ReadOnlyIntegerWrapper saved = new ReadOnlyIntegerWrapper(this, "saved");

  /// @param places where the file is
  public ProfileDesk(CaseModel model, Places places, Tasks tasks) {
    this.model = model;
    this.places = places;
    this.notices = new Notices(model);
    this.lane = tasks.lane();
  }

  /// The text of the settings file, as it is written now.
  public StringProperty textProperty() {
    return text;
  }

  /// Changes whenever the file was written.
  public ReadOnlyIntegerProperty savedProperty() {
    return saved.getReadOnlyProperty();
  }

  /// Reads the file.
  public void open() {
    lane.start(places::profileText, text::set, notices::failed);
  }

  /// What the text means.
  public Profiles meaning() {
    return places.profiles(text.get());
  }

  /// Where the file is.
  public String file() {
    return model.words().wording().running(places.profileFile());
  }

  /// The names of all profiles that can be asked.
  public List<String> names() {
    return places.profiles();
  }

  /// Writes the file.
  public void save() {
    var now = text.get();
    lane.start(
        () -> {
          places.saveProfiles(now);
          return now;
        },
        _ -> {
          saved.set(saved.get() + 1);
          notices.tell(false, "profiles.saved", file());
        },
        notices::failed);
  }
}
