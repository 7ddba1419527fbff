package org.whence.gui;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.whence.gui.model.Pace;
import org.whence.gui.model.Security;
import org.whence.gui.model.Settings;
import org.whence.gui.model.TrustProfile;
import org.whence.gui.model.WatchChoice;

/// Settings that a test starts with and looks at.
final class MemorySettings implements Settings {
  private Theme theme = Theme.LIGHT;
  private String resolver = "system";
  private boolean asking = true;
  private final Map<String, String> trusted = new TreeMap<>();
  private String profile = "";
  private List<String> enrichment = List.of();
  private List<String> receivers = List.of();
  private long enterprise = 32473;
  private Pace pace = Pace.USUAL;
  private Security security = Security.USUAL;
  // A test that does not ask for it leaves nothing behind.
  private boolean remembering;
  private WatchChoice watch = WatchChoice.NONE;

  @Override
  public Theme theme() {
    return theme;
  }

  @Override
  public void theme(Theme chosen) {
    theme = chosen;
  }

  @Override
  public String resolver() {
    return resolver;
  }

  @Override
  public void resolver(String chosen) {
    resolver = chosen;
  }

  @Override
  public long enterprise() {
    return enterprise;
  }

  @Override
  public void enterprise(long chosen) {
    enterprise = chosen;
  }

  @Override
  public List<String> enrichment() {
    return enrichment;
  }

  @Override
  public void enrichment(List<String> words) {
    enrichment = List.copyOf(words);
  }

  @Override
  public List<String> receivers() {
    return receivers;
  }

  @Override
  public void receivers(List<String> files) {
    receivers = List.copyOf(files);
  }

  @Override
  public Pace pace() {
    return pace;
  }

  @Override
  public void pace(Pace chosen) {
    pace = chosen;
  }

  @Override
  public Security security() {
    return security;
  }

  @Override
  public void security(Security chosen) {
    security = chosen;
  }

  @Override
  public boolean asking() {
    return asking;
  }

  @Override
  public void asking(boolean chosen) {
    asking = chosen;
  }

  @Override
  public boolean remembering() {
    return remembering;
  }

  @Override
  public void remembering(boolean wanted) {
    remembering = wanted;
  }

  @Override
  public WatchChoice watch() {
    return watch;
  }

  @Override
  public void watch(WatchChoice choice) {
    watch = choice;
  }

  @Override
  public List<String> trustProfiles() {
    return trusted.keySet().stream().filter(name -> !name.isEmpty()).toList();
  }

  @Override
  public String trustProfile() {
    return profile;
  }

  @Override
  public void trustProfile(String name) {
    profile = name;
  }

  @Override
  public TrustProfile trust(String name) {
    return TrustProfile.parse(trusted.getOrDefault(name, ""));
  }

  @Override
  public void trust(String name, TrustProfile kept) {
    trusted.put(name, kept.toString());
  }

  @Override
  public void forgetTrust(String name) {
    trusted.remove(name);
  }
}
