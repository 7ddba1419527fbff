package org.whence.gui.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.whence.dns.Profiles;
import org.whence.dns.Resolution;
import org.whence.dns.ResolutionOf;
import org.whence.dns.Resolver;
import org.whence.dns.ResolverSettings;
import org.whence.dns.Resolvers;
import org.whence.fetch.HttpsFetch;
import org.whence.investigation.Input;
import org.whence.investigation.SampleCase;

/// Places whose resolver a test chooses; it notes what was opened.
public final class TestPlaces implements Places {
  private final List<String> opened = new ArrayList<>();
  private final List<Security> secured = new ArrayList<>();
  private final List<Pace> paces = new ArrayList<>();
  private volatile Resolver resolver = Zone.small();
  private volatile boolean real;
  private volatile boolean live;
  private volatile HttpsFetch fetching = new HttpsFetch(HttpsFetch.Reach.everybody());
  private volatile String profileText = "";
  private volatile Optional<Path> journals = Optional.empty();
  private volatile Path history = Path.of("/settings/history.db");

  /// Answers from here on.
  public void answer(Resolver other) {
    resolver = other;
  }

  /// Opens the program's own resolvers from here on: for tests that send nothing.
  public void real() {
    real = true;
  }

  /// Keeps work in this folder from here on, for desks that are made after that.
  public void keepIn(Path folder) {
    journals = Optional.of(folder);
  }

  @Override
  public Optional<Path> journals() {
    return journals;
  }

  /// The resolvers that were opened, with `off` where nothing may be asked.
  public synchronized List<String> opened() {
    return List.copyOf(opened);
  }

  /// How each of them was to be asked.
  public synchronized List<Pace> paces() {
    return List.copyOf(paces);
  }

  /// What each of them had to show.
  public synchronized List<Security> secured() {
    return List.copyOf(secured);
  }

  @Override
  public synchronized Resolution resolution(
      String name, boolean asking, Security security, Pace pace) throws IOException {
    opened.add(asking ? name : "off");
    secured.add(security);
    paces.add(pace);
    if (name.startsWith("no")) {
      throw new IOException(name + ": unknown resolver; see the list");
    }
    if (live) {
      return ResolutionOf.live(resolver, () -> Zone.NOW);
    }
    return real
        ? Resolvers.open(
            ResolverSettings.defaults()
                .withResolver(name)
                .withOffline(!asking)
                .withDnssec(security.dnssec())
                .withAnchors(security.anchors())
                .withAuthority(security.authority()),
            () -> Zone.NOW)
        : ResolutionOf.resolver(name, resolver);
  }

  @Override
  public Resolution recording(Path file) throws IOException {
    return Resolvers.open(
        ResolverSettings.defaults().withReplay(Optional.of(file)), () -> Zone.NOW);
  }

  @Override
  public List<String> profiles() {
    var names = new ArrayList<>(List.of("system", "google", "quad9"));
    profiles(profileText).own().forEach(profile -> names.add(profile.name()));
    return names;
  }

  @Override
  public String profileText() {
    return profileText;
  }

  @Override
  public Profiles profiles(String text) {
    return Profiles.parse(text, Path.of("/settings"));
  }

  @Override
  public void saveProfiles(String text) throws IOException {
    if (text.contains("full")) {
      throw new IOException("/settings/resolvers.conf: no space left on device");
    }
    profileText = text;
  }

  @Override
  public String profileFile() {
    return "/settings/resolvers.conf";
  }

  /// Answers as a network does from here on, which is what may be fetched beside.
  public void live() {
    live = true;
  }

  /// The same, and fetches so.
  public void fetch(HttpsFetch other) {
    fetching = other;
    live();
  }

  @Override
  public HttpsFetch fetching() {
    return fetching;
  }

  /// The history lies there from here on.
  public void history(Path file) {
    history = file;
  }

  @Override
  public Path historyFile() {
    return history;
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
