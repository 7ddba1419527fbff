package org.whence.investigation.claim;

import java.util.Optional;
import org.whence.mail.Border;
import org.whence.mail.HeaderField;
import org.whence.mail.Hop;
import org.whence.mail.HopChain;
import org.whence.mail.Received;

/// At which step of the way a field was written: by the server that wrote the next Received field
/// below it, since servers put their fields on top (RFC 5321, 4.4; RFC 8601, 5). Gmail puts its own
/// right below its Received field, so what stands there may be by either of two servers.
///
/// @param border the step at the trust line
/// @param certain whether the line is known to lie there, rather than guessed
public record WrittenAt(HopChain chain, Optional<Border> border, boolean certain) {

  /// On which side of the trust line.
  enum Side {
    /// Above the border's Received field, where only servers that are believed wrote.
    ABOVE,
    /// Between that field and the next older one: by the border's server, or by the step before.
    AT,
    /// Below, where anybody may have written it.
    BELOW,
    /// Nobody knows where the line lies.
    UNKNOWN
  }

  Side side(HeaderField field) {
    if (border.isEmpty()) {
      return Side.UNKNOWN;
    }
    if (field.start() < line().orElseThrow()) {
      return Side.ABOVE;
    }
    return field.start() < next().orElse(Integer.MAX_VALUE) ? Side.AT : Side.BELOW;
  }

  /// Where the border's Received field begins.
  private Optional<Integer> line() {
    return border.map(found -> chain.hops().get(found.index()).field().start());
  }

  /// Where the line is known to lie, for deciding whom to believe: below what the border's server
  /// may have written.
  Optional<Integer> line(boolean known) {
    return known ? next().map(start -> start - 1) : Optional.empty();
  }

  /// Where the next older Received field begins, above which the border's server may have written.
  Optional<Integer> next() {
    return line()
        .flatMap(line ->
            chain.hops().stream()
                .map(hop -> hop.field().start())
                .filter(start -> start > line)
                .findFirst());
  }

  /// The server at which the field was written, where that is not the one of the border, whose
  /// client our results are of.
  Optional<String> elsewhere(HeaderField field) {
    var step = chain.hops().stream().filter(hop -> hop.field().start() > field.start()).findFirst();
    var own = border.map(found -> chain.hops().get(found.index()));
    if (own.isEmpty() || step.equals(own) || side(field) == Side.AT) {
      return Optional.empty();
    }
    return Optional.of(step.map(Hop::received).flatMap(Received::by).orElse(""));
  }
}
