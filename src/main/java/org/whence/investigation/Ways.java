package org.whence.investigation;

import java.time.Instant;
import java.util.Optional;
import org.whence.hop.Way;
import org.whence.hop.WayReader;
import org.whence.hop.WayRequest;
import org.whence.mail.Border;
import org.whence.mail.HopChain;
import org.whence.mail.Message;

/// Looks at the way of a message, with whose domains are whose by the analyst's public suffix list.
public final class Ways {
  private Ways() {}

  /// What the way of a message shows; asks nothing.
  ///
  /// @param chain the steps that the message tells
  /// @param now the clock to judge by
  public static Way of(
      Message message, HopChain chain, Optional<Border> border, Options options, Instant now) {
    return WayReader.read(
        new WayRequest(
            message,
            chain,
            now,
            border.map(Border::index),
            (one, other) -> Organization.same(one, other, options)));
  }
}
