package org.whence.dns;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Resolvers that are open, put together as the settings say. Any number of threads may use it; it
/// is closed once the last question was answered.
public final class Resolution implements AutoCloseable {
  private final Source source;
  private final Resolver resolver;
  private final Resolver fresh;
  private final Warnings warnings;
  private final Optional<Recorder> recorder;

  Resolution(
      Source source,
      Resolver resolver,
      Resolver fresh,
      Warnings warnings,
      Optional<Recorder> recorder) {
    this.source = source;
    this.resolver = resolver;
    this.fresh = fresh;
    this.warnings = warnings;
    this.recorder = recorder;
  }

  /// Whom to ask.
  public Resolver resolver() {
    return resolver;
  }

  /// The same past the cache, for asking again; the cache keeps what it brings.
  public Resolver fresh() {
    return fresh;
  }

  /// Where answers come from, in one line: `udp://192.0.2.53:53`, `system (192.0.2.1)`, `google
  /// (8.8.8.8, …)`, `zone a.zone`, `recording case.dns.jsonl`, `offline`.
  public String description() {
    return source.description();
  }

  /// Whether answers come from somewhere that the user named: master files, a recording, or a
  /// server by its URI. Addresses of special use may be asked there.
  public boolean named() {
    return source.named();
  }

  /// What the user should know, a line each, as far as it is known by now: damaged lines of a
  /// recording, and a recording that could not be written any further.
  public List<String> warnings() {
    return warnings.lines();
  }

  /// Tells the [#warnings] that there are, and from then on each one at once, on the thread that
  /// met with it, until the end.
  public void onWarning(Consumer<String> hearer) {
    warnings.tell(hearer);
  }

  /// Ends the recording, and closes what is open to servers; questions that are under way fail.
  /// Questions after that are answered, and not recorded.
  @Override
  public void close() {
    source.close();
    recorder.ifPresent(Recorder::close);
  }
}
