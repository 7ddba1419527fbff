package org.whence.report;

import java.util.Optional;
import org.whence.receiver.Block;

/// Why no block is offered, in words.
public final class BlockWords {
  private BlockWords() {}

  /// A sentence; empty where a block is offered.
  public static Optional<String> refusal(Block.Offer offer, Wording wording) {
    return switch (offer) {
      case Block.Offer.Offered _ -> Optional.empty();
      case Block.Offer.SpecialAddress(var use) ->
          Optional.of(wording.words("block.special-use", use.name() + ", " + use.block()));
      case Block.Offer.OwnRelay _ -> Optional.of(wording.text("block.own-relay"));
    };
  }
}
