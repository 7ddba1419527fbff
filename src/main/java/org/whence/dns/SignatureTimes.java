package org.whence.dns;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.xbill.DNS.ExtendedErrorCodeOption;
import org.xbill.DNS.Message;
import org.xbill.DNS.RRSIGRecord;
import org.xbill.DNS.Section;

/// Why signatures do not hold at a time, where that is the time's fault: the validator often says
/// only that a key could not be trusted, which for the owner of a zone is no help.
///
/// @param extendedError the code of RFC 8914
record SignatureTimes(int extendedError, String reason) {

  /// Looks for a message all of whose signatures are out of time (RFC 4035, 5.3.1).
  static Optional<SignatureTimes> of(List<Message> messages, Instant now) {
    return messages.stream().flatMap(message -> of(message, now).stream()).findFirst();
  }

  private static Optional<SignatureTimes> of(Message message, Instant now) {
    var all =
        Stream.of(Section.ANSWER, Section.AUTHORITY)
            .flatMap(section -> message.getSection(section).stream())
            .filter(RRSIGRecord.class::isInstance)
            .map(RRSIGRecord.class::cast)
            .toList();
    if (all.isEmpty()) {
      return Optional.empty();
    }
    var first = all.getFirst();
    var whose = "the signatures of " + Names.text(first.getSigner());
    if (all.stream().allMatch(each -> each.getExpire().isBefore(now))) {
      return Optional.of(
          new SignatureTimes(
              ExtendedErrorCodeOption.SIGNATURE_EXPIRED, whose + " ended on " + first.getExpire()));
    }
    if (all.stream().allMatch(each -> each.getTimeSigned().isAfter(now))) {
      return Optional.of(
          new SignatureTimes(
              ExtendedErrorCodeOption.SIGNATURE_NOT_YET_VALID,
              whose + " begin only on " + first.getTimeSigned()));
    }
    return Optional.empty();
  }
}
