package org.whence.gui.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.whence.dns.Answer;
import org.whence.dns.Exchange;
import org.whence.dns.Failure;
import org.whence.dns.Resolver;
import org.whence.dns.ResolverSettings;
import org.whence.dns.Resolvers;

/// Answers for tests: a small zone in memory, and resolvers that fail.
public final class Zone {
  /// When everything is asked.
  public static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  private Zone() {}

  /// Answers from the lines of a master file.
  public static Resolver of(String lines) {
    try {
      var file = Files.createTempFile("whence", ".zone");
      try {
        Files.writeString(file, lines);
        var settings = ResolverSettings.defaults().withZones(List.of(Path.of(file.toString())));
        return Resolvers.open(settings, () -> NOW).resolver();
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// 192.0.2.10 confirmed, 192.0.2.11 a mismatch, all else without a name.
  public static Resolver small() {
    return of(
        """
        10.2.0.192.in-addr.arpa. 3600 IN PTR mail.example.org.
        mail.example.org. 300 IN A 192.0.2.10
        11.2.0.192.in-addr.arpa. 3600 IN PTR other.example.org.
        other.example.org. 300 IN A 192.0.2.99
        """);
  }

  /// Every question fails.
  public static Resolver failing(Failure failure) {
    return question ->
        Exchange.local(question, new Answer.Failed(failure, ""), "udp://192.0.2.53:53", NOW);
  }
}
