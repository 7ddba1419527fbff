package org.whence.gui.model;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.whence.chain.Value;
import org.whence.investigation.Place;

/// The mail of the case as it is looked at: what it consists of, the part that was chosen, and what
/// of its octets is marked.
public final class MessageModel {
  private final ObjectProperty<Optional<Anatomy>> anatomy = absent("anatomy");
  private final ObjectProperty<Optional<PartRow>> part = absent("part");
  private final ObjectProperty<PartText> text =
      new SimpleObjectProperty<>(this, "text", PartText.NONE);
  private final ObjectProperty<Optional<Value.Place>> mark = absent("mark");
  private final ObjectProperty<Optional<Place>> repaired = absent("repaired");
  private final ReadOnlyIntegerWrapper shown = new ReadOnlyIntegerWrapper(this, "shown");

  private static <T> ObjectProperty<Optional<T>> absent(String name) {
    return new SimpleObjectProperty<>(null, name, Optional.empty());
  }

  /// What the mail consists of, soon after it was read.
  public ObjectProperty<Optional<Anatomy>> anatomyProperty() {
    return anatomy;
  }

  /// The part that is looked at.
  public ObjectProperty<Optional<PartRow>> partProperty() {
    return part;
  }

  /// The words of that part.
  public ObjectProperty<PartText> textProperty() {
    return text;
  }

  /// The octets of the message that are marked.
  public ObjectProperty<Optional<Value.Place>> markProperty() {
    return mark;
  }

  /// Marks octets, and asks that they be seen.
  public void show(Value.Place place) {
    mark.set(Optional.of(place));
    shown.set(shown.get() + 1);
  }

  /// Changes whenever somebody wants to see what is marked.
  public ReadOnlyIntegerProperty shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /// The place that is marked in the input as it came, where something was put right.
  public ObjectProperty<Optional<Place>> repairedProperty() {
    return repaired;
  }

  /// Forgets everything.
  void clear() {
    part.set(Optional.empty());
    text.set(PartText.NONE);
    mark.set(Optional.empty());
    repaired.set(Optional.empty());
    anatomy.set(Optional.empty());
  }
}
