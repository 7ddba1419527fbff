package org.whence.gui.model;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.whence.casefile.CaseFile;
import org.whence.dns.Resolution;
import org.whence.enrichment.Enrichment;
import org.whence.investigation.Options;

/// Who answers the case on the desk, and what it is judged by: the resolver that was chosen, or the
/// recording of the sample or of a case that was kept.
final class Answering {
  private final CaseModel model;
  private final Places places;
  private final InstantSource clock;
  private boolean sample;
  private Optional<CaseFile> kept = Optional.empty();
  private KeysOfThen keys = KeysOfThen.NONE;

  Answering(CaseModel model, Places places, InstantSource clock) {
    this.model = model;
    this.places = places;
    this.clock = clock;
  }

  /// Whoever was chosen answers.
  void chosen() {
    sample = false;
    kept = Optional.empty();
  }

  /// The recording of the sample answers.
  void sample() {
    sample = true;
  }

  /// The recording of a case answers, where there is one.
  void kept(Optional<CaseFile> found) {
    kept = found;
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
    return sample
        ? places::sampleResolution
        : () -> places.resolution(resolver, asking, security, pace);
  }

  /// Whom to ask now where a case that was kept is asked again: not its recording.
  Optional<Tasks.Work<List<Resolution>>> elsewhere() {
    var resolver = model.resolverProperty().get();
    var security = model.securityProperty().get();
    var pace = model.paceProperty().get();
    return kept.map(_ -> () -> List.of(places.resolution(resolver, true, security, pace)));
  }

  /// Who answers, in a line.
  String words() {
    return sample ? model.words().texts().text("sample.answers") : model.resolverProperty().get();
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
    return !sample && kept.isEmpty() && model.askingProperty().get();
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
    return kept.isPresent() || askingNow();
  }
}
