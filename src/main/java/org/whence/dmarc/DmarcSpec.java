package org.whence.dmarc;

import java.util.Optional;

/// By which text a message is judged.
public enum DmarcSpec {
  /// The standard: the organization is found by a walk up the tree of names.
  RFC9989("9989"),
  /// What RFC 9989 replaced: the organization is found by the public suffix list.
  RFC7489("7489");

  private final String word;

  DmarcSpec(String word) {
    this.word = word;
  }

  /// The RFC's number, as requests name it.
  public String word() {
    return word;
  }

  /// The text as it is cited: `RFC 9989`.
  public String citation() {
    return "RFC " + word;
  }

  /// The text of a number.
  public static Optional<DmarcSpec> byWord(String word) {
    for (var spec : values()) {
      if (spec.word.equals(word)) {
        return Optional.of(spec);
      }
    }
    return Optional.empty();
  }
}
