package org.whence.investigation;

import java.time.Instant;
import java.util.Optional;
import org.whence.chain.Value;
import org.whence.header.HeaderRequest;
import org.whence.hop.Way;
import org.whence.mail.Border;
import org.whence.mail.Hop;
import org.whence.mail.HopChain;
import org.whence.mail.MailDate;
import org.whence.mail.Message;
import org.whence.mail.Received;

/// How a message came in, as far as it or the analyst tells.
///
/// @param chain the way that it tells
/// @param line where the trust line lies
/// @param receiver the server that took it in there, by its name
/// @param domain the domain whose SPF policy is judged, where it is not that of the sender
record Arrival(
    Message message,
    HopChain chain,
    TrustLine line,
    Optional<String> receiver,
    Envelope envelope,
    Optional<String> domain) {

  static Arrival of(Message message, HopChain chain, Options options) {
    var line = TrustLine.of(chain, options.trust());
    var receiver =
        line.border()
            .map(b -> chain.hops().get(b.index()))
            .map(Hop::received)
            .flatMap(Received::by);
    return new Arrival(
        message,
        chain,
        line,
        receiver,
        Envelope.of(message, chain, line.border(), options),
        Optional.empty());
  }

  /// A client without a message, judged by a domain's policy.
  static Arrival of(String domain, Options options) {
    var nothing = Message.read(new byte[0]);
    var chain = HopChain.of(nothing);
    return new Arrival(
        nothing,
        chain,
        TrustLine.of(chain, options.trust()),
        Optional.empty(),
        Envelope.of(options),
        Optional.of(domain));
  }

  /// Where the message came in.
  Optional<Border> border() {
    return line.border();
  }

  /// When it came in, by the border's field.
  Optional<Instant> cameIn() {
    return line.border()
        .map(found -> chain.hops().get(found.index()))
        .map(Hop::received)
        .flatMap(Received::date)
        .flatMap(MailDate::instant);
  }

  /// What is known when its header is looked at.
  HeaderRequest header(Conditions conditions) {
    var options = conditions.options();
    return new HeaderRequest(
        message,
        cameIn(),
        conditions.clock().instant(),
        envelope.mailFrom().map(Envelope.Told::value),
        chain.hops().stream().anyMatch(Arrival::isInternational),
        (one, other) -> Organization.same(one, other, options));
  }

  /// What its way shows.
  Way way(Conditions conditions) {
    return Ways.of(
        message, chain, line.border(), conditions.options(), conditions.clock().instant());
  }

  /// RFC 6531, 4.3: `UTF8SMTPS` and its kind.
  private static boolean isInternational(Hop hop) {
    return hop.received()
        .with()
        .filter(with -> with.regionMatches(true, 0, "UTF8", 0, 4))
        .isPresent();
  }

  /// What the step [InvestigationTopic#MESSAGE] is about.
  Value[] values() {
    return new Value[] {
      envelope.ip().<Value>map(seen -> Value.of(seen.value())).orElse(Value.of("")),
      Value.of(envelope.helo().map(Envelope.Told::value).orElse("")),
      Value.of(
          envelope
              .mailFrom()
              .map(Envelope.Told::value)
              .map(path -> path.isEmpty() ? "<>" : path)
              .orElse(""))
    };
  }
}
