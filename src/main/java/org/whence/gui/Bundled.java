package org.whence.gui;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.whence.dns.Profile;
import org.whence.dns.Resolution;
import org.whence.dns.ResolverSettings;
import org.whence.dns.Resolvers;
import org.whence.gui.model.Places;
import org.whence.investigation.Input;
import org.whence.investigation.SampleCase;

/// The resolvers of the program, and its sample case.
final class Bundled implements Places {
  private final InstantSource clock;

  Bundled(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Resolution resolution(String resolver, boolean asking) throws IOException {
    return Resolvers.open(
        ResolverSettings.defaults().withResolver(resolver).withOffline(!asking), clock);
  }

  @Override
  public Resolution recording(Path file) throws IOException {
    return Resolvers.open(ResolverSettings.defaults().withReplay(Optional.of(file)), clock);
  }

  @Override
  public List<String> profiles() {
    return Profile.names();
  }

  @Override
  public Input sample() throws IOException {
    return SampleCase.input();
  }

  @Override
  public Resolution sampleResolution() throws IOException {
    return SampleCase.resolution(ResolverSettings.defaults());
  }
}
