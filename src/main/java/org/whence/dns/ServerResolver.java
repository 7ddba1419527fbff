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
/// @param dnssec whether signatures are wanted with the answers
record ServerResolver(
    List<Server> servers,
    Duration timeout,
    int tries,
    RandomGenerator random,
    InstantSource clock,
    boolean dnssec)
    implements Resolver, AutoCloseable {

  ServerResolver {
    servers = List.copyOf(servers);
  }

  /// Without signatures.
  ServerResolver(
      List<Server> servers,
      Duration timeout,
      int tries,
      RandomGenerator random,
      InstantSource clock) {
    this(servers, timeout, tries, random, clock, false);
  }

  @Override
  public Exchange resolve(Question question) throws InterruptedException {
    return new Rounds(this, question).exchange();
  }

  /// Who is asked, as URIs in order.
  List<String> uris() {
    return servers.stream().map(server -> server.first().server()).toList();
  }

  /// How long a question is asked altogether: as long as one server may take with all its tries,
  /// and one query more for each further server.
  Duration longest() {
    // Each question asks; the general product goes by way of decimal numbers without limit.
    var queries = tries + servers.size() - 1L;
    return Duration.ofSeconds(queries * timeout.getSeconds(), queries * timeout.getNano());
  }

  /// Closes what is kept open to the servers.
  @Override
  public void close() {
    servers.forEach(Server::close);
  }
}
