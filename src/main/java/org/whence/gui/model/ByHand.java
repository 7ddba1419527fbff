package org.whence.gui.model;

import java.util.List;
import java.util.stream.Stream;
import org.whence.fetch.Fetched;
import org.whence.investigation.Investigation;
import org.whence.investigation.Options;
import org.whence.spf.Supposition;

/// What the analyst asked for beside the checks of a run, with which the run is made again.
///
/// @param postures domains whose publications were looked at
/// @param suppositions of SPF
/// @param documents what came of those that were asked for; none is fetched twice
record ByHand(List<String> postures, List<Supposition> suppositions, List<Fetched> documents) {
  static final ByHand NOTHING = new ByHand(List.of(), List.of(), List.of());

  static ByHand of(Investigation found) {
    var options = found.parameters().options();
    return new ByHand(options.postures(), options.spf().suppositions(), found.documents());
  }

  /// The options of a run that looks at the same again.
  Options into(Options options) {
    var spf = options.spf();
    return options
        .withPostures(both(options.postures(), postures))
        .withSpf(spf.withSuppositions(both(spf.suppositions(), suppositions)));
  }

  private static <T> List<T> both(List<T> some, List<T> others) {
    return Stream.concat(some.stream(), others.stream()).distinct().toList();
  }
}
