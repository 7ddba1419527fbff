package org.whence.gui.model;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;

/// How work leaves the thread that owns the state, and how its result comes back to it.
public interface Tasks {
  /// A lane of its own for one kind of work.
  Lane lane();

  /// Something to be done in the background.
  @FunctionalInterface
  interface Work<T> {
    /// Does it.
    ///
    /// @throws IOException where the user's files or their network will not do
    /// @throws InterruptedException if it was told to end and has nothing to hand back
    T call() throws IOException, InterruptedException;
  }

  /// A lane holds at most one piece of work. Starting another, or cancelling, interrupts the one
  /// before, and whatever that still hands back is dropped: each start is a generation.
  interface Lane {
    /// Works in the background, then hands the result to `done`, or what went wrong to `failed`, on
    /// the thread that owns the state.
    ///
    /// @param live called about ten times a second on that thread while the work goes on, and once
    ///   after it, before `done`
    <T> void start(Work<T> work, Runnable live, Consumer<T> done, Consumer<IOException> failed);

    /// The same after a pause, in which a further start replaces this one: for typing.
    <T> void startAfter(
        Duration pause, Work<T> work, Consumer<T> done, Consumer<IOException> failed);

    /// The same without live events.
    default <T> void start(Work<T> work, Consumer<T> done, Consumer<IOException> failed) {
      start(work, () -> {}, done, failed);
    }

    /// Asks the work to end; what it returns in answer still counts.
    void interrupt();

    /// Ends the work and drops what it returns.
    void cancel();
  }
}
