package org.whence.gui.model;

import java.util.Optional;
import org.whence.chain.Outcome;
import org.whence.investigation.AddressResult;
import org.whence.investigation.Comparison;
import org.whence.iprev.IprevReason;

/// What asking an address of a list again showed.
public sealed interface AskedAgain {
  /// It was held against what was found before.
  ///
  /// @param before how it was concluded then
  record Compared(Comparison.Result result, Optional<Outcome> before) implements AskedAgain {}

  /// It was to be held against what was found before, and had not been looked at then.
  record New() implements AskedAgain {}

  /// It was asked several times.
  ///
  /// @param reason whether the answers agree
  record Repeated(IprevReason reason) implements AskedAgain {}

  /// Of an address that was asked several times, if it was.
  static Optional<AskedAgain> of(AddressResult result) {
    return result.rotation().map(rotation -> new Repeated(rotation.reason()));
  }

  /// Of an address that was held against what was found before.
  static AskedAgain of(Comparison comparison) {
    return new Compared(
        comparison.result(),
        comparison.before().iprev().stream()
            .findFirst()
            .flatMap(before -> before.step().outcome()));
  }
}
