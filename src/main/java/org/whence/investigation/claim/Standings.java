package org.whence.investigation.claim;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.whence.mail.AuthservIds;
import org.whence.mail.Belief;

/// How much a field counts: who wrote it, and on which side of the trust line.
///
/// @param writtenAt where fields stand on the way
/// @param own the ids of the analyst's servers
/// @param written the servers whose ids fields above the trust line bear
/// @param belief whose results are believed, and why
record Standings(WrittenAt writtenAt, OwnIds own, Set<String> written, Belief belief) {
  static Standings of(List<ClaimField> fields, WrittenAt writtenAt, OwnIds own, Belief belief) {
    return new Standings(writtenAt, own, written(fields, writtenAt), belief);
  }

  /// The servers whose ids fields above the trust line bear. A server that writes its fields there,
  /// as it should, did not write another one below its Received field.
  private static Set<String> written(List<ClaimField> fields, WrittenAt writtenAt) {
    return fields.stream()
        .filter(field -> field.source() == ClaimSource.AUTHENTICATION_RESULTS)
        .filter(field -> writtenAt.side(field.field()) == WrittenAt.Side.ABOVE)
        .flatMap(field -> id(field).stream())
        .collect(Collectors.toSet());
  }

  private static Optional<String> id(ClaimField field) {
    return field.source() == ClaimSource.AUTHENTICATION_RESULTS
        ? field.by().map(AuthservIds::server)
        : Optional.empty();
  }

  /// @param chain what a field of the chain counts (RFC 8617)
  Standing of(ClaimField field, Standing chain) {
    var side = writtenAt.side(field.field());
    if (own.has(field)
        && (side == WrittenAt.Side.BELOW
            || (side == WrittenAt.Side.AT && id(field).filter(written::contains).isPresent()))) {
      return Standing.OWN_ID_BELOW_LINE;
    }
    return switch (field.source()) {
      case ARC -> chain;
      case AUTHENTICATION_RESULTS ->
          side == WrittenAt.Side.BELOW ? Standing.BELOW_LINE : ofBelief(field);
      case RECEIVED_SPF, EXCHANGE, ORIGINAL ->
          switch (side) {
            case ABOVE -> Standing.ABOVE_LINE;
            case AT -> Standing.AT_LINE;
            case BELOW -> Standing.BELOW_LINE;
            case UNKNOWN -> Standing.NOT_ASKED;
          };
    };
  }

  private Standing ofBelief(ClaimField field) {
    var believed =
        belief.believed().stream()
            .anyMatch(claim -> claim.field().start() == field.field().start());
    if (believed) {
      return Standing.BELIEVED;
    }
    if (field.by().isEmpty()) {
      return Standing.NO_ID;
    }
    return switch (belief.why()) {
      case NO_CLAIM, NO_LIST -> Standing.NO_LIST;
      case NOT_LISTED, BELOW_LINE -> Standing.NOT_LISTED;
      case NEWEST_LISTED -> own.has(field) ? Standing.OLDER : Standing.NOT_LISTED;
    };
  }
}
