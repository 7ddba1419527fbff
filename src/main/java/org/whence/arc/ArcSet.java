package org.whence.arc;

import java.util.List;
import java.util.Optional;
import org.whence.dkim.Signature;
import org.whence.mail.HeaderField;

/// The fields of one instance, as they were found (RFC 8617, 4.2).
///
/// @param instance from 1 on
/// @param results the ARC-Authentication-Results, from top to bottom
/// @param messageSignatures the ARC-Message-Signatures
/// @param seals the ARC-Seals
record ArcSet(
    int instance,
    List<HeaderField> results,
    List<Signature> messageSignatures,
    List<Signature> seals) {
  ArcSet {
    results = List.copyOf(results);
    messageSignatures = List.copyOf(messageSignatures);
    seals = List.copyOf(seals);
  }

  /// Whether it has exactly one of each.
  boolean isWhole() {
    return results.size() == 1 && messageSignatures.size() == 1 && seals.size() == 1;
  }

  /// `cv=` of its seal, where there is one seal.
  Optional<String> status() {
    return seals.size() == 1 ? seals.getFirst().tags().value("cv") : Optional.empty();
  }

  /// The three fields in the order in which they are sealed (RFC 8617, 5.1.1).
  List<HeaderField> fields() {
    return List.of(
        results.getFirst(), messageSignatures.getFirst().field(), seals.getFirst().field());
  }
}
