package org.whence.dkim;

import java.util.Optional;

/// The value of `c=`: one for the header, one for the body (RFC 6376, 3.5).
public record Canonicalizations(Canonicalization header, Canonicalization body) {
  /// Where there is no `c=`.
  static final Canonicalizations DEFAULT =
      new Canonicalizations(Canonicalization.SIMPLE, Canonicalization.SIMPLE);

  /// What ARC uses.
  static final Canonicalizations RELAXED =
      new Canonicalizations(Canonicalization.RELAXED, Canonicalization.RELAXED);

  /// Reads `relaxed/simple`, or `relaxed` alone, which means the same.
  static Optional<Canonicalizations> read(String value) {
    var slash = value.indexOf('/');
    var body = slash < 0 ? Canonicalization.SIMPLE.word() : value.substring(slash + 1);
    return Canonicalization.of(slash < 0 ? value : value.substring(0, slash))
        .flatMap(
            header -> Canonicalization.of(body).map(found -> new Canonicalizations(header, found)));
  }

  /// Both words: `relaxed/simple`.
  public String word() {
    return header.word() + "/" + body.word();
  }
}
