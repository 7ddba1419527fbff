package org.whence.gui;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.whence.dns.Profiles;
import org.whence.dns.Resolution;
import org.whence.dns.ResolverSettings;
import org.whence.dns.Resolvers;
import org.whence.fetch.HttpsFetch;
import org.whence.gui.model.Pace;
import org.whence.gui.model.Places;
import org.whence.gui.model.Security;
import org.whence.history.HistoryFile;
import org.whence.investigation.Input;
import org.whence.investigation.SampleCase;

/// The resolvers of the program, and its sample case.
final class Bundled implements Places {
  private final InstantSource clock;
  private final OwnProfiles own = OwnProfiles.ofUser();

  Bundled(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Resolution resolution(String resolver, boolean asking, Security security, Pace pace)
      throws IOException {
    return Resolvers.open(
        ResolverSettings.defaults()
            .withProfiles(own.read())
            .withResolver(resolver)
            .withOffline(!asking)
            .withTimeout(pace.timeout())
            .withTries(pace.tries())
            .withInFlight(pace.inFlight())
            .withRate(pace.rate())
            .withDnssec(security.dnssec())
            .withAnchors(security.anchors())
            .withAuthority(security.authority()),
        clock);
  }

  @Override
  public Resolution recording(Path file) throws IOException {
    return Resolvers.open(ResolverSettings.defaults().withReplay(Optional.of(file)), clock);
  }

  @Override
  public Optional<Path> journals() {
    return own.file().map(file -> file.resolveSibling("unsaved"));
  }

  @Override
  public List<String> profiles() {
    try {
      return own.read().names();
    } catch (IOException toldWhereItIsEdited) {
      return Profiles.none().names();
    }
  }

  @Override
  public String profileText() throws IOException {
    return own.text();
  }

  @Override
  public Profiles profiles(String text) {
    return own.parse(text);
  }

  @Override
  public void saveProfiles(String text) throws IOException {
    own.write(text);
  }

  @Override
  public String profileFile() {
    return own.name();
  }

  @Override
  public HttpsFetch fetching() {
    return new HttpsFetch(HttpsFetch.Reach.everybody());
  }

  @Override
  public Path historyFile() {
    return HistoryFile.usual(System.getenv());
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
