package org.whence.mail;

import java.util.List;
import java.util.Optional;

/// One mailbox of an address list (RFC 5322, 3.4), as it stands in a field: hostile text.
///
/// @param name its display name, encoded words decoded; empty where there is none
/// @param local the local-part as written, a quoted one with its quotes; all of it where there is
///   no `@`
/// @param domain what stands behind the last `@`: a domain, or a literal with its brackets; empty
///   where there is no `@`
/// @param route the obsolete route before the address (RFC 5322, 4.4), without its colon
/// @param comments the comments within it, without their outer parentheses
/// @param start where it begins, in characters from the beginning of the value as it was given
/// @param end where it ends
public record Mailbox(
    Optional<String> name,
    String local,
    Optional<String> domain,
    Optional<String> route,
    List<String> comments,
    int start,
    int end) {
  public Mailbox {
    comments = List.copyOf(comments);
  }

  /// The address: `local@domain`, or what stands there instead of one.
  public String address() {
    return domain.map(name -> local + "@" + name).orElse(local);
  }
}
