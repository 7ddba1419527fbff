package org.whence.gui.model;

import java.util.Optional;
import org.whence.dns.Answer;
import org.whence.dns.Failure;
import org.whence.investigation.Investigation;

/// Notices that it is the resolver or the network that does not do, rather than the addresses: no
/// question at all was answered.
final class Trouble {
  private Trouble() {}

  /// One line that names the server and the way out.
  static Optional<String> of(Investigation investigation, NodeWords words) {
    var exchanges = investigation.tree().allExchanges();
    var unanswered =
        exchanges.stream()
            .allMatch(exchange ->
                exchange.answer() instanceof Answer.Failed(var failure, _)
                    && failure != Failure.OFFLINE);
    return exchanges.isEmpty() || !unanswered || investigation.stopped()
        ? Optional.empty()
        : words.wording().help(exchanges.getFirst());
  }
}
