package org.whence.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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

  /// The use of resolvers, until it is closed.
  final class Lease implements AutoCloseable {
    private final List<Shared> all = new ArrayList<>();

    private Lease() {}

    /// The first resolver, with the others beside it.
    Resolution resolution() {
      if (all.size() == 1) {
        return all.getFirst().resolution;
      }
      var others = all.stream().skip(1).map(shared -> shared.resolution).toList();
      return all.getFirst().resolution.beside(others);
    }

    @Override
    public void close() {
      all.forEach(Resolutions.this::release);
    }
  }

  /// @param others whom to ask where servers are held against each other
  Lease lease(ResolverSettings first, List<ResolverSettings> others) throws CommandException {
    var lease = new Lease();
    try {
      lease.all.add(take(first));
      for (var other : others) {
        lease.all.add(take(other));
      }
      return lease;
    } catch (CommandException e) {
      lease.close();
      throw e;
    }
  }

  Lease lease(ResolverSettings settings) throws CommandException {
    return lease(settings, List.of());
  }

  private synchronized Shared take(ResolverSettings settings) throws CommandException {
    var shared = open.get(settings);
    if (shared == null) {
      shared = new Shared(AskingOptions.open(settings), console);
      open.put(settings, shared);
    }
    shared.users++;
    return shared;
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
