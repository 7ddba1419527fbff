package org.whence.gui.model;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.whence.casefile.CaseFile;
import org.whence.dns.Resolution;
import org.whence.enrichment.Enrichment;
import org.whence.investigation.Options;

/// Who answers the case on the desk, and what it is judged by: the resolver that was chosen, or the
/// recording of the sample, of a case that was kept, or of a file.
final class Answering {
  private final CaseModel model;
  private final Places places;
  private final InstantSource clock;
  private boolean sample;
  private Optional<CaseFile> kept = Optional.empty();
  private Optional<Path> recording = Optional.empty();
  private KeysOfThen keys = KeysOfThen.NONE;

  Answering(CaseModel model, Places places, InstantSource clock) {
    this.model = model;
    this.places = places;
    this.clock = clock;
  }

  /// Whoever was chosen answers.
  void chosen() {
    sample = false;
    kept(Optional.empty());
    recording = Optional.empty();
  }

  /// A recording answers until another input comes, so that nothing of this one is sent unless it
  /// is asked again; a case that was kept has its own.
  ///
  /// @return whether it does
  boolean recording(Path file) {
    if (kept.isPresent()) {
      return false;
    }
    sample = false;
    recording = Optional.of(file);
    return true;
  }

  /// The recording of the sample answers.
  void sample() {
    sample = true;
  }

  /// The recording of a case answers, where there is one.
  void kept(Optional<CaseFile> found) {
    kept = found;
    model.trust().keptProperty().set(found.map(file -> TrustProfile.of(file.options().trust())));
  }

  /// The case whose recording answered what is shown; none where somebody was asked.
  Optional<CaseFile> recorded() {
    return kept.filter(_ -> !model.saved().askedAnewProperty().get());
  }

  /// The recordings that keys of then were taken from.
  byte[] keys() {
    return kept.map(CaseFile::keys).orElseGet(keys::octets);
  }

  /// Signatures are judged with these as well; those of a case that was kept with its own alone.
  ///
  /// @return whether a run would be judged with them now
  boolean keys(KeysOfThen found) {
    keys = found;
    return kept.isEmpty();
  }

  /// Opens whom a run would ask now.
  Tasks.Work<Resolution> whom() {
    var resolver = model.resolverProperty().get();
    var asking = asking();
    var security = model.securityProperty().get();
    var pace = model.paceProperty().get();
    if (kept.isPresent()) {
      var answering = kept.get();
      return () -> answering.resolution(answering.input().source().name(), clock);
    }
    if (recording.isPresent()) {
      var file = recording.get();
      return () -> places.recording(file);
    }
    return sample
        ? places::sampleResolution
        : () -> places.resolution(resolver, asking, security, pace);
  }

  /// Whom to ask now where what a recording answered is asked again: not the recording.
  Optional<Tasks.Work<List<Resolution>>> elsewhere() {
    var resolver = model.resolverProperty().get();
    var security = model.securityProperty().get();
    var pace = model.paceProperty().get();
    return kept.isPresent() || recording.isPresent()
        ? Optional.of(() -> List.of(places.resolution(resolver, true, security, pace)))
        : Optional.empty();
  }

  /// Who answers, in a line.
  String words() {
    if (sample) {
      return model.words().texts().text("sample.answers");
    }
    return recording
        .map(file -> model.words().wording().running(String.valueOf(file.getFileName())))
        .orElseGet(model.resolverProperty()::get);
  }

  /// A case that answers for itself is judged by the clock of its day.
  InstantSource clock(Purpose purpose) {
    return kept.isPresent() && purpose.whom().isEmpty() ? kept.get().clockThen(clock) : clock;
  }

  /// What a run would be made with now; a case by its own settings.
  Options options() {
    return kept.isPresent() ? kept.get().options() : chosenOptions();
  }

  private Options chosenOptions() {
    // The recording of the sample case holds nothing of what others say.
    var others = sample ? Enrichment.NONE : model.enrichmentProperty().get();
    return model
        .scopeProperty()
        .get()
        .options()
        .withAsking(asking())
        .withEnrichment(others)
        .withKeys(keys.history())
        .withTrust(model.trust().chosenProperty().get().trust());
  }

  /// Whether packets leave for it: a recording answers otherwise, and nothing else may.
  boolean sends() {
    return !sample && kept.isEmpty() && recording.isEmpty() && model.askingProperty().get();
  }

  /// Whether the case is the bundled one, which asks nobody.
  boolean isSample() {
    return sample;
  }

  /// Whether a network may be asked, or need not be.
  boolean askingNow() {
    return sample || model.askingProperty().get();
  }

  /// Whether DNS may be asked, or need not be: the sample case has its own recording.
  boolean asking() {
    return kept.isPresent() || recording.isPresent() || askingNow();
  }
}
