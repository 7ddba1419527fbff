package org.whence.dns;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/// Opens any resolver as the program would open its own: for tests that answer in memory.
public final class ResolutionOf {
  private ResolutionOf() {}

  /// Asks a resolver, without a cache before it.
  public static Resolution resolver(String description, Resolver resolver) {
    var source = new Source(resolver, description, true, false);
    return new Resolution(source, resolver, resolver, new Warnings(), Optional.empty());
  }

  /// Asks a resolver that the analyst did not name, such as the system's.
  public static Resolution unnamed(String description, Resolver resolver) {
    var source = new Source(resolver, description, false, false);
    return new Resolution(source, resolver, resolver, new Warnings(), Optional.empty());
  }

  /// Asks a resolver as servers are asked, through the cache.
  public static Resolution live(Resolver resolver, InstantSource clock) throws IOException {
    var source = new Source(resolver, "test", true, true);
    return Resolvers.assemble(source, ResolverSettings.defaults(), clock, new Warnings());
  }

  /// Asks a resolver as servers are asked, through the cache, and records what it says.
  public static Resolution recorded(Resolver resolver, Path file, InstantSource clock)
      throws IOException {
    var source = new Source(resolver, "test", true, true);
    var settings = ResolverSettings.defaults().withRecord(Optional.of(file));
    return Resolvers.assemble(source, settings, clock, new Warnings());
  }
}
