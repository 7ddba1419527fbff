package org.whence.mail;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A [Received] while it is read. What was said first stands.
final class ReceivedDraft {
  Optional<String> fromName = Optional.empty();
  Optional<String> helo = Optional.empty();
  Optional<String> rdns = Optional.empty();
  Optional<InetAddress> fromIp = Optional.empty();
  boolean fromMapped;
  Optional<Integer> fromPort = Optional.empty();
  boolean mayBeForged;

  /// Whether the address stands behind the name, in a comment: `name (rdns [192.0.2.1])`.
  boolean ipOfComment;

  /// Whether a name, or a word for none, stands before the address in that comment. Then what is in
  /// front is what the client called itself, whatever else looks like that.
  boolean nameAtAddress;

  /// Whether the server says that it is Exim.
  boolean exim;

  /// Whether the client is a process of the host itself: `([unix socket])`.
  boolean socket;

  /// Whether the field says what the client called itself, be it nothing: `(HELO )`.
  boolean heloTold;

  /// Whether the client stands as `user@192.0.2.1` without brackets, as qmail writes it.
  boolean userAtAddress;

  Optional<String> by = Optional.empty();
  Optional<InetAddress> byIp = Optional.empty();
  Optional<String> via = Optional.empty();
  Optional<String> with = Optional.empty();
  Optional<String> queueId = Optional.empty();
  Optional<String> forAddress = Optional.empty();
  Optional<String> envelopeFrom = Optional.empty();
  Optional<String> ident = Optional.empty();
  Optional<String> auth = Optional.empty();
  Optional<String> tlsVersion = Optional.empty();
  Optional<String> tlsCipher = Optional.empty();
  Optional<MailDate> date = Optional.empty();
  final List<String> comments = new ArrayList<>();

  /// The former where there is one, else the latter where that is no empty text.
  static Optional<String> first(Optional<String> former, @Nullable String latter) {
    return former.isPresent() || latter == null || latter.isEmpty() ? former : Optional.of(latter);
  }

  /// Takes what the client called itself.
  void said(String name) {
    heloTold = true;
    helo = first(helo, name);
  }

  /// Takes the host as the client unless there is one.
  void client(HostText host) {
    if (fromIp.isEmpty()) {
      fromIp = Optional.of(host.address());
      fromMapped = host.mapped();
      fromPort = fromPort.or(host::port);
    }
  }

  /// Takes the host that a comment behind the name tells as the client unless there is one.
  void clientOfComment(HostText host) {
    ipOfComment |= fromIp.isEmpty();
    client(host);
  }

  void tls(Tls tls) {
    tlsVersion = first(tlsVersion, tls.version());
    tlsCipher = first(tlsCipher, tls.cipher());
  }

  Received finish(Received.Result result) {
    return new Received(
        result,
        fromName,
        helo,
        rdns,
        fromIp,
        fromMapped,
        fromPort,
        mayBeForged,
        by,
        byIp,
        via,
        with,
        queueId,
        forAddress,
        envelopeFrom,
        ident,
        auth,
        tlsVersion,
        tlsCipher,
        date,
        comments);
  }
}
