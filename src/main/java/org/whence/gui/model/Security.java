package org.whence.gui.model;

import java.nio.file.Path;
import java.util.Optional;

/// What servers and their answers have to show before they are believed.
///
/// @param dnssec whether answers are validated
/// @param anchors a file of keys (DS, DNSKEY) that validation begins with, in place of the root's
/// @param authority a file of certificates (PEM) whose authorities are trusted beside the system's
///   for TLS and HTTPS
public record Security(boolean dnssec, Optional<Path> anchors, Optional<Path> authority) {
  /// As the program is without being told: nothing is validated, and the system's authorities.
  public static final Security USUAL = new Security(false, Optional.empty(), Optional.empty());

  /// The same, validating or not.
  public Security withDnssec(boolean validating) {
    return new Security(validating, anchors, authority);
  }

  /// The same, beginning with other keys.
  public Security withAnchors(Optional<Path> file) {
    return new Security(dnssec, file, authority);
  }

  /// The same, trusting another authority too.
  public Security withAuthority(Optional<Path> file) {
    return new Security(dnssec, anchors, file);
  }
}
