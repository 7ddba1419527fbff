package org.whence.investigation;

import java.util.Optional;
import org.whence.chain.Value;
import org.whence.mail.Border;
import org.whence.mail.Hop;
import org.whence.mail.HopChain;
import org.whence.mail.Message;
import org.whence.mail.Received;

/// How a message came in, as far as it or the analyst tells.
///
/// @param chain the way that it tells
/// @param line where the trust line lies
/// @param receiver the server that took it in there, by its name
record Arrival(
    Message message, HopChain chain, TrustLine line, Optional<String> receiver, Envelope envelope) {

  static Arrival of(Message message, HopChain chain, Options options) {
    var line = TrustLine.of(chain, options.trust());
    var receiver =
        line.border()
            .map(b -> chain.hops().get(b.index()))
            .map(Hop::received)
            .flatMap(Received::by);
    return new Arrival(
        message, chain, line, receiver, Envelope.of(message, chain, line.border(), options));
  }

  /// Where the message came in.
  Optional<Border> border() {
    return line.border();
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
