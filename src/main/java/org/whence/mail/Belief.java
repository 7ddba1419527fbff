package org.whence.mail;

import java.util.List;
import java.util.Optional;

/// Which Authentication-Results fields of a message are believed, and why (RFC 8601, 4.1): those of
/// the newest server whose authserv-id is on the analyst's list. Senders write such fields too;
/// what counts is whose they are and where they stand.
///
/// @param claims all fields, newest first
/// @param believed those that are believed: the newest that is on the list, and with it further
///   ones by the same id down to the next Received field, as servers write a field for each method
/// @param listed those whose id is on the list
/// @param why why that is so
public record Belief(List<Claim> claims, List<Claim> believed, List<Claim> listed, Why why) {

  /// Why a field is believed, or none.
  public enum Why {
    /// There is no field.
    NO_CLAIM,
    /// The analyst has no list: without one, none is believed.
    NO_LIST,
    /// No field has an id of the list.
    NOT_LISTED,
    /// The newest field with an id of the list stands below the trust line, where anybody may have
    /// written it: servers delete such a field when they let a message in (RFC 8601, 5).
    BELOW_LINE,
    /// The newest field with an id of the list.
    NEWEST_LISTED
  }

  public Belief {
    claims = List.copyOf(claims);
    believed = List.copyOf(believed);
    listed = List.copyOf(listed);
  }

  /// Decides.
  ///
  /// @param authservIds the ids of the analyst's servers, see [AuthservIds]
  /// @param lineAt where the trust line is known to lie: the offset of the border's Received field
  public static Belief of(Message message, List<String> authservIds, Optional<Integer> lineAt) {
    var claims = message.claims();
    if (claims.isEmpty() || authservIds.isEmpty()) {
      return new Belief(
          claims, List.of(), List.of(), claims.isEmpty() ? Why.NO_CLAIM : Why.NO_LIST);
    }
    var ids = AuthservIds.of(authservIds);
    var listed = claims.stream().filter(claim -> isListed(claim, ids)).toList();
    if (listed.isEmpty()) {
      return new Belief(claims, List.of(), listed, Why.NOT_LISTED);
    }
    var newest = listed.getFirst();
    var at = newest.field().start();
    if (lineAt.filter(line -> at > line).isPresent()) {
      return new Belief(claims, List.of(), listed, Why.BELOW_LINE);
    }
    var end =
        message.all("Received").stream()
            .mapToInt(HeaderField::start)
            .filter(start -> start > at)
            .findFirst()
            .orElse(Integer.MAX_VALUE);
    var own = AuthservIds.of(newest.authservId().stream().toList());
    var believed =
        listed.stream()
            .filter(claim -> isListed(claim, own))
            .filter(claim -> claim.field().start() >= at && claim.field().start() < end)
            .toList();
    return new Belief(claims, believed, listed, Why.NEWEST_LISTED);
  }

  /// The ids that were seen, each once, newest first: what an analyst may choose from.
  public List<String> seenIds() {
    return claims.stream()
        .flatMap(claim -> claim.authservId().stream())
        .map(AuthservIds::withoutJob)
        .distinct()
        .toList();
  }

  private static boolean isListed(Claim claim, AuthservIds ids) {
    return claim.authservId().filter(ids::has).isPresent();
  }
}
