package org.whence.spf;

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
    var broken =
        terms.stream()
            .filter(Term.Broken.class::isInstance)
            .map(term -> ((Term.Broken) term).flaw());
    return Stream.concat(broken, limits.stream()).toList();
  }

  /// Its mechanisms in order.
  public List<Term.Directive> directives() {
    return terms.stream()
        .filter(Term.Directive.class::isInstance)
        .map(Term.Directive.class::cast)
        .toList();
  }

  /// The first `all`, which ends the evaluation (RFC 7208, 5.1).
  public Optional<Term.Directive> all() {
    return directives().stream().filter(Term.Directive::isAll).findFirst();
  }

  /// The `redirect` modifier, whether it counts or not.
  public Optional<Term.Redirect> redirect() {
    return terms.stream()
        .filter(Term.Redirect.class::isInstance)
        .map(Term.Redirect.class::cast)
        .findFirst();
  }

  /// The `exp` modifier.
  public Optional<Term.Explanation> explanation() {
    return terms.stream()
        .filter(Term.Explanation.class::isInstance)
        .map(Term.Explanation.class::cast)
        .findFirst();
  }

  /// The record in the canonical spelling, single blanks between its terms. Read again it gives the
  /// same terms.
  public String text() {
    return Stream.concat(Stream.of(VERSION), terms.stream().map(Term::canonical))
        .collect(Collectors.joining(" "));
  }
}
