package org.whence.gui.model;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.whence.receiver.Profile;
import org.whence.receiver.Profiles;

/// The analyst's own rules of receiving servers: files, which are remembered and read again at the
/// next start, until they are removed from here. The files themselves are never changed.
public final class OwnReceivers {
  private final Settings settings;
  private final Notices notices;
  private final Tasks.Lane lane;
  private final ObservableList<Own> all = FXCollections.observableArrayList();

  /// A file with rules.
  ///
  /// @param profile what it says; empty where it cannot be read or used now
  public record Own(Path file, Optional<Profile> profile) {}

  public OwnReceivers(CaseModel model, Settings settings, Tasks tasks) {
    this.settings = settings;
    this.notices = new Notices(model);
    this.lane = tasks.lane();
  }

  /// The files, in the order in which they were added.
  public ObservableList<Own> all() {
    return all;
  }

  /// What they say.
  public List<Profile> profiles() {
    return all.stream().flatMap(own -> own.profile().stream()).toList();
  }

  /// Reads what was remembered. A file that cannot be used is told, and stays.
  public void start() {
    var files = settings.receivers().stream().flatMap(OwnReceivers::path).toList();
    if (!files.isEmpty()) {
      lane.start(
          () -> read(files),
          read -> {
            all.setAll(read.found());
            read.troubles().stream().findFirst().ifPresent(this::tell);
          },
          notices::failed);
    }
  }

  private static Stream<Path> path(String text) {
    try {
      return Stream.of(Path.of(text));
    } catch (InvalidPathException ofAnotherSystem) {
      return Stream.of();
    }
  }

  private record Read(List<Own> found, List<String> troubles) {}

  private static Read read(List<Path> files) {
    var found = new ArrayList<Own>();
    var troubles = new ArrayList<String>();
    for (var file : files) {
      try {
        found.add(new Own(file, Optional.of(Profiles.read(file))));
      } catch (IOException e) {
        found.add(new Own(file, Optional.empty()));
        troubles.add(String.valueOf(e.getMessage()));
      }
    }
    return new Read(found, troubles);
  }

  private void tell(String trouble) {
    notices.tell(true, "receivers.own.trouble", notices.visible(trouble));
  }

  /// Adds a file, in the place of one that is there already or says the same name.
  public void add(Path file) {
    var added = file.toAbsolutePath().normalize();
    lane.start(
        () -> Profiles.read(added),
        profile -> {
          all.removeIf(own -> own.file().equals(added) || named(own, profile.name()));
          all.add(new Own(added, Optional.of(profile)));
          remember();
        },
        notices::failed);
  }

  private static boolean named(Own own, String name) {
    return own.profile().map(Profile::name).filter(name::equals).isPresent();
  }

  /// Forgets a file.
  public void remove(Own own) {
    all.remove(own);
    remember();
  }

  private void remember() {
    settings.receivers(all.stream().map(own -> own.file().toString()).toList());
  }
}
