package org.whence.gui.model;

import java.util.List;
import org.whence.enrichment.Enrichment;

/// What the window remembers from one day to the next.
public interface Settings {
  /// How the window looks.
  enum Theme {
    /// As the system.
    SYSTEM,
    /// Light, whatever the system says.
    LIGHT,
    /// Dark, whatever the system says.
    DARK
  }

  /// The look that was chosen.
  Theme theme();

  /// Remembers the look.
  void theme(Theme theme);

  /// The profile or URI of whom to ask.
  String resolver();

  /// Remembers whom to ask.
  void resolver(String resolver);

  /// The private enterprise number of log lines (RFC 5424, 7.2.2).
  long enterprise();

  /// Remembers that number.
  void enterprise(long number);

  /// Whom else to ask about addresses and domains, in words of [Enrichment#of].
  List<String> enrichment();

  /// Remembers whom else to ask.
  void enrichment(List<String> words);

  /// The files with the analyst's own rules of receiving servers.
  List<String> receivers();

  /// Remembers those files.
  void receivers(List<String> files);

  /// How long servers are waited for, and how hard they are pressed.
  Pace pace();

  /// Remembers that.
  void pace(Pace pace);

  /// What servers and their answers have to show.
  Security security();

  /// Remembers that.
  void security(Security security);

  /// Whether DNS may be asked.
  boolean asking();

  /// Remembers whether DNS may be asked.
  void asking(boolean asking);

  /// Whether cases are remembered in the history.
  boolean remembering();

  /// Remembers whether they are.
  void remembering(boolean wanted);

  /// The folder that was watched last.
  WatchChoice watch();

  /// Remembers that folder.
  void watch(WatchChoice choice);

  /// The names under which it is kept whom the analyst believes, in their order.
  List<String> trustProfiles();

  /// The name that is used; empty for what has no name yet.
  String trustProfile();

  /// Remembers the name.
  void trustProfile(String name);

  /// What is kept under a name; nobody where there is nothing.
  TrustProfile trust(String name);

  /// Keeps something under a name.
  void trust(String name, TrustProfile profile);

  /// Forgets what is kept under a name.
  void forgetTrust(String name);
}
