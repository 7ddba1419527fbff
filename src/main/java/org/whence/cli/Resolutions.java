package org.whence.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.whence.dns.Resolution;
import org.whence.dns.ResolverSettings;

/// The resolvers that a batch uses: each opened once and kept while it is in use, and a few beyond.
final class Resolutions implements AutoCloseable {
  private static final int KEPT = 32;

  private final Console console;
  private final Map<ResolverSettings, Shared> open = new LinkedHashMap<>(16, 0.75f, true);

  Resolutions(Console console) {
    this.console = console;
  }

  private static final class Shared {
    final Resolution resolution;
    private int users;

    /// What goes wrong while it is open is told at once, such as a recording that cannot be written
    /// any further.
    Shared(Resolution resolution, Console console) {
      this.resolution = resolution;
      resolution.onWarning(console::tell);
    }
  }

  /// The use of a resolver, until it is closed.
  final class Lease implements AutoCloseable {
    private final Shared shared;

    private Lease(Shared shared) {
      this.shared = shared;
    }

    Resolution resolution() {
      return shared.resolution;
    }

    @Override
    public void close() {
      release(shared);
    }
  }

  synchronized Lease lease(ResolverSettings settings) throws CommandException {
    var shared = open.get(settings);
    if (shared == null) {
      shared = new Shared(RunOptions.open(settings), console);
      open.put(settings, shared);
    }
    shared.users++;
    return new Lease(shared);
  }

  private synchronized void release(Shared shared) {
    shared.users--;
    var eldest = open.entrySet().iterator();
    while (open.size() > KEPT && eldest.hasNext()) {
      var candidate = eldest.next().getValue();
      if (candidate.users == 0) {
        eldest.remove();
        candidate.resolution.close();
      }
    }
  }

  @Override
  public synchronized void close() {
    open.values().forEach(shared -> shared.resolution.close());
    open.clear();
  }
}
