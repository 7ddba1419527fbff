package org.whence.investigation;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.whence.investigation.Envelope.Origin;
import org.whence.investigation.Envelope.Told;
import org.whence.mail.Border;
import org.whence.mail.HeaderField;
import org.whence.mail.Hop;
import org.whence.mail.HopChain;
import org.whence.mail.Message;
import org.whence.mail.Received;

/// Finds the [Envelope] of one message.
final class EnvelopeReader {
  private static final List<String> SENDER_FIELDS = List.of("X-Envelope-From", "X-Envelope-Sender");

  private final Message message;
  private final HopChain chain;
  private final Optional<Hop> border;
  private final Options options;
  private final NotedEnvelope noted;

  EnvelopeReader(Message message, HopChain chain, Optional<Border> border, Options options) {
    this.message = message;
    this.chain = chain;
    this.border = border.map(found -> chain.hops().get(found.index()));
    this.options = options;
    this.noted = new NotedEnvelope(message, this::isAboveLine);
  }

  Envelope read() {
    var named = Envelope.of(options);
    var client = named.ip().isEmpty() ? border : stepOf(named.ip().get().value());
    return new Envelope(
        named.ip().or(() -> told(client, Received::fromIp)).or(noted::ip),
        named.helo().or(() -> told(client, Received::fromHelo)).or(() -> helo(named)),
        named.mailFrom().or(this::mailFrom));
  }

  /// What SPF was made of is that of the border's client.
  private Optional<Told<String>> helo(Envelope named) {
    return named.ip().isEmpty() ? noted.helo() : Optional.empty();
  }

  /// The newest step of a client, the border's first.
  private Optional<Hop> stepOf(InetAddress client) {
    if (border.filter(hop -> isOf(client, hop)).isPresent()) {
      return border;
    }
    for (var hop : chain.hops()) {
      if (isOf(client, hop)) {
        return Optional.of(hop);
      }
    }
    return Optional.empty();
  }

  private static boolean isOf(InetAddress client, Hop hop) {
    return hop.received().fromIp().filter(client::equals).isPresent();
  }

  private <T> Optional<Told<T>> told(Optional<Hop> hop, Function<Received, Optional<T>> part) {
    return hop.flatMap(step ->
        part.apply(step.received()).map(value -> told(value, Origin.RECEIVED, step.field())));
  }

  private <T> Told<T> told(T value, Origin origin, HeaderField field) {
    return new Told<>(value, origin, Optional.of(field), isAboveLine(field));
  }

  /// Servers put their fields on top, so what is above the border's Received field, they wrote.
  /// Without a border, the newest Received field is the last that is believed.
  private boolean isAboveLine(HeaderField field) {
    return border
        .or(() -> chain.hops().stream().findFirst())
        .filter(hop -> field.start() <= hop.field().start())
        .isPresent();
  }

  /// What stands above the trust line comes first, and there the field that is trusted most: a
  /// Return-Path below it came with the message (Microsoft moves its own down there).
  private Optional<Told<String>> mailFrom() {
    var senders = senders();
    for (var sender : senders) {
      if (sender.believed()) {
        return Optional.of(sender);
      }
    }
    return senders.stream().findFirst();
  }

  private List<Told<String>> senders() {
    var senders = new ArrayList<Told<String>>();
    add("Return-Path", Origin.RETURN_PATH, senders);
    for (var name : SENDER_FIELDS) {
      add(name, Origin.X_ENVELOPE_FROM, senders);
    }
    // From the border upwards: nearer to the mailbox, a forwarder of ours may have changed it.
    var from = border.map(Hop::index).orElse(0);
    for (var hop : chain.hops().subList(0, chain.hops().isEmpty() ? 0 : from + 1).reversed()) {
      told(Optional.of(hop), Received::envelopeFrom).ifPresent(senders::add);
    }
    senders.addAll(noted.senders());
    return senders;
  }

  private void add(String name, Origin origin, List<Told<String>> senders) {
    for (var field : message.all(name)) {
      ReversePath.of(field.value()).ifPresent(path -> senders.add(told(path, origin, field)));
    }
  }
}
