package org.whence.dns;

import java.util.Optional;

/// Opens any resolver as the program would open its own: for tests that answer in memory.
public final class ResolutionOf {
  private ResolutionOf() {}

  /// Asks a resolver, without a cache before it.
  public static Resolution resolver(String description, Resolver resolver) {
    var source = new Source(resolver, description, true, false);
    return new Resolution(source, resolver, resolver, new Warnings(), Optional.empty());
  }
}
