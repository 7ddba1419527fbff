package org.whence.hop;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The services that the program knows, by the domains that their hosts are in. A name tells as
/// much as whoever wrote it is believed: a looked-up name more than one that a client said.
final class Services {
  private static final String TABLE = "services.tsv";

  /// RFC 1035, 2.3.4.
  private static final int MAX_LABELS = 127;

  private final Map<String, Service> services;

  private static final class Holder {
    static final Services BUNDLED = read();
  }

  private Services(Map<String, Service> services) {
    this.services = services;
  }

  /// The table of the program.
  static Services bundled() {
    return Holder.BUNDLED;
  }

  /// Whose host a name is, if it is known.
  ///
  /// @param name in lower case, without the dot of the root
  Optional<Service> of(String name) {
    var rest = name;
    for (int labels = 0; labels < MAX_LABELS; labels++) {
      var found = services.get(rest);
      if (found != null) {
        return Optional.of(found);
      }
      var dot = rest.indexOf('.');
      if (dot < 0) {
        break;
      }
      rest = rest.substring(dot + 1);
    }
    return Optional.empty();
  }

  private static Services read() {
    try (var in = Services.class.getResourceAsStream(TABLE)) {
      if (in == null) {
        throw new IllegalStateException(TABLE + " is not in the program");
      }
      return read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Services read(BufferedReader table) throws IOException {
    var services = new HashMap<String, Service>();
    for (var line = table.readLine(); line != null; line = table.readLine()) {
      if (!line.isEmpty() && !line.startsWith("#")) {
        var columns = line.split("\t", -1);
        var kind = Service.Kind.valueOf(columns[1].toUpperCase(Locale.ROOT));
        services.put(columns[0], new Service(kind, columns[2], columns[0]));
      }
    }
    return new Services(services);
  }
}
