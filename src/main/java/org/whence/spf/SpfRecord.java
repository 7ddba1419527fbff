package org.whence.spf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A record, `v=spf1` and its terms (RFC 7208, 4.5 and 4.6).
///
/// @param terms in the order published, broken ones among them
/// @param limits what is wrong with the record as a whole; terms may be missing then
public record SpfRecord(List<Term> terms, List<Flaw> limits) {
  /// The version section (RFC 7208, 4.5).
  public static final String VERSION = "v=spf1";

  public SpfRecord {
    terms = List.copyOf(terms);
    limits = List.copyOf(limits);
  }

  /// Whether a TXT record is an SPF record: the version, in any case, and a blank or nothing behind
  /// it (RFC 7208, 4.5 and 12).
  public static boolean isRecord(String text) {
    return startsWithVersion(text)
        && (text.length() == VERSION.length() || text.charAt(VERSION.length()) == ' ');
  }

  static boolean startsWithVersion(String text) {
    return text.regionMatches(true, 0, VERSION, 0, VERSION.length());
  }

  /// Everything that is wrong with it, in the order of the record.
  public List<Flaw> flaws() {
    var flaws = new ArrayList<Flaw>(limits.size());
    for (var term : terms) {
      if (term instanceof Term.Broken(_, _, var flaw)) {
        flaws.add(flaw);
      }
    }
    flaws.addAll(limits);
    return flaws;
  }

  /// Whether nothing is wrong with it.
  boolean isSound() {
    for (var term : terms) {
      if (term instanceof Term.Broken) {
        return false;
      }
    }
    return limits.isEmpty();
  }

  /// Its mechanisms in order.
  public List<Term.Directive> directives() {
    var directives = new ArrayList<Term.Directive>(terms.size());
    for (var term : terms) {
      if (term instanceof Term.Directive directive) {
        directives.add(directive);
      }
    }
    return directives;
  }

  /// The first `all`, which ends the evaluation (RFC 7208, 5.1).
  public Optional<Term.Directive> all() {
    for (var term : terms) {
      if (term instanceof Term.Directive directive && directive.isAll()) {
        return Optional.of(directive);
      }
    }
    return Optional.empty();
  }

  /// The `redirect` modifier, whether it counts or not.
  public Optional<Term.Redirect> redirect() {
    return first(Term.Redirect.class);
  }

  /// The `exp` modifier.
  public Optional<Term.Explanation> explanation() {
    return first(Term.Explanation.class);
  }

  private <T extends Term> Optional<T> first(Class<T> kind) {
    for (var term : terms) {
      if (kind.isInstance(term)) {
        return Optional.of(kind.cast(term));
      }
    }
    return Optional.empty();
  }

  /// The record in the canonical spelling, single blanks between its terms. Read again it gives the
  /// same terms.
  public String text() {
    return Stream.concat(Stream.of(VERSION), terms.stream().map(Term::canonical))
        .collect(Collectors.joining(" "));
  }
}
