package org.whence.investigation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import org.whence.dns.Resolution;
import org.whence.dns.ResolverSettings;
import org.whence.dns.Resolvers;

/// The bundled sample: a phishing mail of six hops, and the DNS that it rests on.
public final class SampleCase {
  private static final String FOLDER = "/org/whence/sample/";
  private static final String MAIL = "case.eml";
  private static final String RECORDING = "case.dns.jsonl";

  private SampleCase() {}

  /// The mail.
  public static Input input() throws IOException {
    try (var mail = open(MAIL)) {
      return InputReader.read(Source.file(Path.of(MAIL)), mail.readAllBytes());
    }
  }

  /// Its DNS; nothing else is asked.
  ///
  /// @param settings of which only the recording to write counts
  public static Resolution resolution(ResolverSettings settings) throws IOException {
    try (var recording = open(RECORDING)) {
      return Resolvers.replay(recording, RECORDING, settings, InstantSource.system());
    }
  }

  private static InputStream open(String name) {
    var in = SampleCase.class.getResourceAsStream(FOLDER + name);
    if (in == null) {
      throw new IllegalStateException(FOLDER + name + " is not in the program");
    }
    return in;
  }
}
