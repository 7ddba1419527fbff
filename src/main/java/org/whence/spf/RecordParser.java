package org.whence.spf;

import java.util.ArrayList;

/// Reads records (RFC 7208, 4.5 and 4.6, 12). Never throws; looks at each character a bounded
/// number of times.
public final class RecordParser {
  /// The longest record: what the data of a TXT record can hold (RFC 1035, 3.2.1).
  public static final int MAX_LENGTH = 65_535;

  /// How many terms are read. More than twice as many as the shortest `ip4` terms that fit a
  /// record, so that only nonsense is beyond it. RFC 7208 has no such limit.
  public static final int MAX_TERMS = 10_000;

  private RecordParser() {}

  /// Reads a record.
  ///
  /// @param text the character-strings of the TXT record, joined; a character an octet
  /// @return the record with what is wrong with it; without the version, which [SpfRecord#isRecord]
  ///   tells, everything is a term
  public static SpfRecord parse(String text) {
    var limits = new ArrayList<Flaw>();
    if (text.length() > MAX_LENGTH) {
      limits.add(new Flaw(SpfReason.TOO_LONG, MAX_LENGTH, String.valueOf(text.length())));
    }
    var end = Math.min(text.length(), MAX_LENGTH);
    var at = SpfRecord.isRecord(text) ? SpfRecord.VERSION.length() : 0;
    var terms = new ArrayList<Term>();
    // RFC 7208, 6: `redirect` and `exp` stand in a record at most once each.
    var redirected = false;
    var explained = false;
    while (at < end) {
      if (text.charAt(at) == ' ') {
        at++;
        continue;
      }
      if (terms.size() == MAX_TERMS) {
        limits.add(new Flaw(SpfReason.TOO_MANY_TERMS, at, String.valueOf(MAX_TERMS)));
        break;
      }
      var blank = text.indexOf(' ', at);
      var stop = blank < 0 || blank > end ? end : blank;
      var term = new TermParser(text.substring(at, stop), at).parse();
      var again =
          (redirected && term instanceof Term.Redirect)
              || (explained && term instanceof Term.Explanation);
      terms.add(again ? repeated(term) : term);
      redirected |= term instanceof Term.Redirect;
      explained |= term instanceof Term.Explanation;
      at = stop;
    }
    return new SpfRecord(terms, limits);
  }

  private static Term repeated(Term term) {
    return new Term.Broken(
        term.text(),
        term.offset(),
        new Flaw(SpfReason.REPEATED_MODIFIER, term.offset(), term.text()));
  }
}
