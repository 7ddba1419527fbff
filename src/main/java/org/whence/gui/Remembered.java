package org.whence.gui;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.prefs.BackingStoreException;
import java.util.prefs.Preferences;
import java.util.stream.Stream;
import org.whence.gui.model.Pace;
import org.whence.gui.model.Security;
import org.whence.gui.model.Settings;
import org.whence.gui.model.TrustProfile;
import org.whence.gui.model.WatchChoice;
import org.whence.receiver.LogLine;

/// Settings in the user's preferences. What cannot be stored is forgotten at the end of the day.
final class Remembered implements Settings {
  private static final String THEME = "theme";
  private static final String RESOLVER = "resolver";
  private static final String ASKING = "askDns";
  private static final String TRUST = "trust";
  private static final String ENRICHMENT = "enrichment";
  private static final String RECEIVERS = "receivers";
  private static final String TIMEOUT = "timeoutMs";
  private static final String TRIES = "tries";
  private static final String IN_FLIGHT = "inFlight";
  private static final String RATE = "rate";
  private static final String DNSSEC = "dnssec";
  private static final String ANCHORS = "trustAnchors";
  private static final String AUTHORITY = "authority";
  private static final String HISTORY = "history";
  private static final String WATCH = "watch";
  private static final String ENTERPRISE = "enterpriseNumber";

  private final Preferences node;

  Remembered(Preferences node) {
    this.node = node;
  }

  @Override
  public Theme theme() {
    return switch (node.get(THEME, "")) {
      case "light" -> Theme.LIGHT;
      case "dark" -> Theme.DARK;
      default -> Theme.SYSTEM;
    };
  }

  @Override
  public void theme(Theme theme) {
    node.put(THEME, theme.name().toLowerCase(Locale.ROOT));
  }

  @Override
  public String resolver() {
    return node.get(RESOLVER, "system");
  }

  @Override
  public void resolver(String resolver) {
    // A longer value is no resolver, and the store throws at it.
    if (resolver.length() <= Preferences.MAX_VALUE_LENGTH) {
      node.put(RESOLVER, resolver);
    }
  }

  @Override
  public long enterprise() {
    return node.getLong(ENTERPRISE, LogLine.DOCUMENTATION_ENTERPRISE);
  }

  @Override
  public void enterprise(long number) {
    node.putLong(ENTERPRISE, number);
  }

  @Override
  public List<String> enrichment() {
    return Stream.of(node.get(ENRICHMENT, "").split(" ", -1))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  @Override
  public void enrichment(List<String> words) {
    var line = String.join(" ", words);
    if (line.length() <= Preferences.MAX_VALUE_LENGTH) {
      node.put(ENRICHMENT, line);
    }
  }

  @Override
  public List<String> receivers() {
    return node.get(RECEIVERS, "").lines().filter(file -> !file.isEmpty()).toList();
  }

  /// Those that fit into the store, the first ones first; a name with a line break is left out.
  @Override
  public void receivers(List<String> files) {
    var lines = new StringBuilder();
    files.stream()
        .filter(file -> file.lines().count() == 1 && file.indexOf('\0') < 0)
        .filter(file -> lines.length() + file.length() < Preferences.MAX_VALUE_LENGTH)
        .forEach(file -> lines.append(file).append('\n'));
    node.put(RECEIVERS, lines.toString());
  }

  /// What is out of range, in a store that something else wrote, is as usual.
  @Override
  public Pace pace() {
    var usual = Pace.USUAL;
    return new Pace(
        Duration.ofMillis(number(TIMEOUT, (int) usual.timeout().toMillis(), 1)),
        number(TRIES, usual.tries(), 1),
        number(IN_FLIGHT, usual.inFlight(), 1),
        number(RATE, usual.rate(), 0));
  }

  private int number(String key, int usual, int least) {
    var kept = node.getInt(key, usual);
    return kept < least ? usual : kept;
  }

  @Override
  public void pace(Pace pace) {
    node.putInt(TIMEOUT, (int) pace.timeout().toMillis());
    node.putInt(TRIES, pace.tries());
    node.putInt(IN_FLIGHT, pace.inFlight());
    node.putInt(RATE, pace.rate());
  }

  @Override
  public Security security() {
    return new Security(node.getBoolean(DNSSEC, false), file(ANCHORS), file(AUTHORITY));
  }

  @Override
  public void security(Security security) {
    node.putBoolean(DNSSEC, security.dnssec());
    file(ANCHORS, security.anchors());
    file(AUTHORITY, security.authority());
  }

  private Optional<Path> file(String key) {
    try {
      return Optional.of(node.get(key, "")).filter(name -> !name.isEmpty()).map(Path::of);
    } catch (InvalidPathException notOfThisSystem) {
      return Optional.empty();
    }
  }

  private void file(String key, Optional<Path> file) {
    var name = file.map(Path::toString).orElse("");
    node.put(key, name.length() <= Preferences.MAX_VALUE_LENGTH ? name : "");
  }

  @Override
  public boolean asking() {
    return node.getBoolean(ASKING, true);
  }

  @Override
  public void asking(boolean asking) {
    node.putBoolean(ASKING, asking);
  }

  @Override
  public boolean remembering() {
    return node.getBoolean(HISTORY, true);
  }

  @Override
  public void remembering(boolean wanted) {
    node.putBoolean(HISTORY, wanted);
  }

  @Override
  public WatchChoice watch() {
    return WatchChoice.parse(node.get(WATCH, ""));
  }

  @Override
  public void watch(WatchChoice choice) {
    var lines = choice.toString();
    // Folders of a longer name, or of one that the store cannot hold, are used and not kept.
    if (lines.length() <= Preferences.MAX_VALUE_LENGTH && lines.indexOf('\0') < 0) {
      node.put(WATCH, lines);
    }
  }

  @Override
  public List<String> trustProfiles() {
    try {
      return Stream.of(trusted().keys()).filter(name -> !name.isEmpty()).sorted().toList();
    } catch (BackingStoreException e) {
      return List.of();
    }
  }

  @Override
  public String trustProfile() {
    return node.get(TRUST, "");
  }

  @Override
  public void trustProfile(String name) {
    node.put(TRUST, key(name));
  }

  @Override
  public TrustProfile trust(String name) {
    return TrustProfile.parse(trusted().get(key(name), ""));
  }

  /// A profile that is too long for the store is used and not kept.
  @Override
  public void trust(String name, TrustProfile profile) {
    var text = profile.toString();
    if (text.length() <= Preferences.MAX_VALUE_LENGTH) {
      trusted().put(key(name), text);
    }
  }

  @Override
  public void forgetTrust(String name) {
    trusted().remove(key(name));
  }

  private Preferences trusted() {
    return node.node(TRUST);
  }

  private static String key(String name) {
    return name.substring(0, Math.min(name.length(), Preferences.MAX_KEY_LENGTH))
        .replace('\0', ' ');
  }
}
