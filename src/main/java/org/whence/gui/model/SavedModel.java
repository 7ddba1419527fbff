package org.whence.gui.model;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.whence.casefile.CaseFile;
import org.whence.casefile.Notes;
import org.whence.investigation.Investigation;

/// What of the case on the desk is in a file: where, since when, and whether there is more by now.
public final class SavedModel {
  private final ReadOnlyObjectWrapper<Optional<Path>> file =
      new ReadOnlyObjectWrapper<>(this, "file", Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<CaseFile>> origin =
      new ReadOnlyObjectWrapper<>(this, "origin", Optional.empty());
  private final BooleanProperty askedAnew = new SimpleBooleanProperty(this, "askedAnew");
  private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper(this, "changed");
  private Optional<FileState> state = Optional.empty();
  private Notes savedNotes = Notes.NONE;
  private int savedVersion;
  private boolean left;
  private boolean live;
  private Notes notes = Notes.NONE;
  private boolean found;
  private int version;

  /// The file that the case was opened from or saved in last.
  public ReadOnlyObjectProperty<Optional<Path>> fileProperty() {
    return file.getReadOnlyProperty();
  }

  /// The case as it was opened; none for an input that was no case.
  public ReadOnlyObjectProperty<Optional<CaseFile>> originProperty() {
    return origin.getReadOnlyProperty();
  }

  /// Whether what is shown was asked anew, not answered by the recording of the case that was
  /// opened.
  public BooleanProperty askedAnewProperty() {
    return askedAnew;
  }

  /// Whether there is something that would be lost: what the analyst wrote, or what a network
  /// answered.
  public ReadOnlyBooleanProperty changedProperty() {
    return changed.getReadOnlyProperty();
  }

  /// Whether the analyst wrote something that is in no file.
  boolean wrote() {
    return !notes.equals(savedNotes);
  }

  /// How the file was when it was read or written last.
  Optional<FileState> state() {
    return state;
  }

  /// Another input: nothing of it is in a file.
  ///
  /// @param written what was written of it already
  void begin(Notes written) {
    begin(written, false);
  }

  private void begin(Notes written, boolean crashed) {
    file.set(Optional.empty());
    origin.set(Optional.empty());
    askedAnew.set(false);
    state = Optional.empty();
    savedNotes = written;
    savedVersion = version;
    left = crashed;
    live = false;
    check();
  }

  /// A case was opened.
  ///
  /// @param from where it can be saved again
  void opened(CaseFile kept, Optional<FileState> from) {
    begin(kept.notes());
    origin.set(Optional.of(kept));
    file.set(from.map(FileState::file));
    state = from;
  }

  /// A case was recovered, which is in no file.
  void recovered(CaseFile kept) {
    begin(Notes.NONE, true);
    origin.set(Optional.of(kept));
  }

  /// A run begins.
  ///
  /// @param somebody whether it asks somebody else than the recording of the case that was opened
  void asks(boolean somebody) {
    askedAnew.set(origin.get().isPresent() && somebody);
    if (askedAnew.get()) {
      // What was recorded before is not written over by what is said now.
      file.set(Optional.empty());
      state = Optional.empty();
    }
  }

  /// What is shown was saved.
  ///
  /// @param what the [#version] of what was found
  void saved(FileState to, Notes withNotes, int what) {
    file.set(Optional.of(to.file()));
    state = Optional.of(to);
    savedNotes = withNotes;
    savedVersion = what;
    left = false;
    check();
  }

  /// Nothing of it is missed.
  void forget() {
    savedNotes = notes;
    savedVersion = version;
    left = false;
    check();
  }

  /// @param network whether what is found was answered by a network, which may answer otherwise
  ///   tomorrow
  void live(boolean network) {
    live = network;
  }

  void wrote(Notes now) {
    notes = now;
    check();
  }

  void found(Optional<Investigation> now) {
    found = now.isPresent();
    version++;
    check();
  }

  /// Which of all that was found one after the other is shown now.
  int version() {
    return version;
  }

  private void check() {
    var answers = live && found && version != savedVersion;
    changed.set(wrote() || left || answers);
  }
}
