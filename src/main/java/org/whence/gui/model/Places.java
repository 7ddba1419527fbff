package org.whence.gui.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.whence.dns.Profiles;
import org.whence.dns.Resolution;
import org.whence.fetch.HttpsFetch;
import org.whence.investigation.Input;

/// Where a case and its answers come from, opened in the background; tests put their own here.
public interface Places {
  /// Opens whom to ask.
  ///
  /// @param resolver a profile or a URI
  /// @param asking whether anything may be asked at all
  /// @param security what servers and their answers have to show
  /// @param pace how long they are waited for, and how hard they are pressed
  /// @throws IOException in one line with the way out
  Resolution resolution(String resolver, boolean asking, Security security, Pace pace)
      throws IOException;

  /// Opens whom to ask, the way that was chosen.
  interface Opening {
    Resolution open(String resolver) throws IOException;
  }

  /// Opens a recording, to be answered by it alone.
  ///
  /// @throws IOException in one line with the way out
  Resolution recording(Path file) throws IOException;

  /// The folder in which work is kept against a crash; none where the system knows no place for it.
  Optional<Path> journals();

  /// The names of the profiles that can be asked, in the order in which they are listed: those of
  /// the program, then the user's own.
  List<String> profiles();

  /// The settings file with the user's own profiles, as text; empty where there is none yet.
  ///
  /// @throws IOException in one line that names the file
  String profileText() throws IOException;

  /// What the text of that file means.
  Profiles profiles(String text);

  /// Writes that file.
  ///
  /// @throws IOException in one line that names the file
  void saveProfiles(String text) throws IOException;

  /// Where that file is, to be shown.
  String profileFile();

  /// What fetches a document over HTTPS.
  HttpsFetch fetching();

  /// The file of the history, whether it is there or not.
  Path historyFile();

  /// The bundled case.
  Input sample() throws IOException;

  /// Whom the bundled case asks: its own recording.
  Resolution sampleResolution() throws IOException;
}
