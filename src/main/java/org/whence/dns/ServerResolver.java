package org.whence.dns;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;

/// Asks servers: one after the other, and again, until one has an answer.
///
/// A server that was silent, could not be reached or did not find out is asked again in the next
/// round; one that refused or was not understood would only do so again. That a name does not exist
/// is an answer.
///
/// @param servers in the order in which they are asked; at least one
/// @param timeout how long one query waits
/// @param tries how often each server is asked at most
/// @param random makes the ids of queries: nobody else should guess them (RFC 5452, 9.2)
record ServerResolver(
    List<Server> servers, Duration timeout, int tries, RandomGenerator random, InstantSource clock)
    implements Resolver, AutoCloseable {

  ServerResolver {
    servers = List.copyOf(servers);
  }

  @Override
  public Exchange resolve(Question question) throws InterruptedException {
    return new Rounds(this, question).exchange();
  }

  /// Closes what is kept open to the servers.
  @Override
  public void close() {
    servers.forEach(Server::close);
  }
}
