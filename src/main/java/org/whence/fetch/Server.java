package org.whence.fetch;

import java.net.InetAddress;
import java.time.InstantSource;

/// Whoever answers for a document: the server itself, or what is known of its answer.
interface Server {
  /// Asks for it.
  ///
  /// @param at the address of its host
  /// @throws InterruptedException if the thread is interrupted
  Fetched.Reply ask(Target target, InetAddress at, InstantSource clock) throws InterruptedException;
}
