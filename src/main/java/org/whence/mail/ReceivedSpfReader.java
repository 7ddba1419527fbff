package org.whence.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.whence.mail.ReceivedSpf.Pair;

/// Reads one Received-SPF field: `result FWS [comment FWS] [key=value *(";" key=value) [";"]]`.
final class ReceivedSpfReader {
  private static final Set<String> RESULTS =
      Set.of("pass", "fail", "softfail", "neutral", "none", "temperror", "permerror");

  private final FieldScanner scanner;
  private final List<Pair> pairs = new ArrayList<>();

  ReceivedSpfReader(String value) {
    this.scanner = new FieldScanner(value);
  }

  ReceivedSpf read() {
    scanner.skip();
    var result = readResult();
    scanner.skip();
    while (!scanner.atEnd()) {
      readPair();
      scanner.skip();
      if (!scanner.take(';') && !scanner.atEnd()) {
        scanner.flaw(Flaw.Kind.NO_SEMICOLON, scanner.at());
      }
      scanner.skip();
    }
    var tells = !pairs.isEmpty() || result.filter(RESULTS::contains).isPresent();
    var conformance =
        scanner.isFlawless()
            ? Conformance.STRICT
            : tells ? Conformance.LENIENT : Conformance.UNPARSED;
    return new ReceivedSpf(conformance, result, scanner.takeComments(), pairs, scanner.flaws());
  }

  private Optional<String> readResult() {
    var start = scanner.at();
    var word = scanner.word(c -> c == '=').toLowerCase(Locale.ROOT);
    if (!RESULTS.contains(word)) {
      scanner.flaw(Flaw.Kind.NO_RESULT, start);
    }
    if (scanner.is('=')) {
      scanner.back(start, scanner.commentCount());
      return Optional.empty();
    }
    return Optional.of(word).filter(text -> !text.isEmpty());
  }

  private void readPair() {
    var start = scanner.at();
    var key = scanner.word(c -> c == '=' || c == '"');
    scanner.skip();
    if (key.isEmpty() || !scanner.take('=')) {
      if (scanner.at() == start && scanner.quoted().isEmpty()) {
        scanner.word(c -> false);
      }
      scanner.flaw(Flaw.Kind.STRAY_TEXT, start);
      return;
    }
    if (!StatementReader.isName(key)) {
      scanner.flaw(Flaw.Kind.BAD_KEYWORD, start);
    }
    var value = readValue();
    pairs.add(new Pair(key.toLowerCase(Locale.ROOT), value));
  }

  /// A dot-atom or a quoted string. Some write an address all the same, in angle brackets or with
  /// its local-part in quotes; what it says is read.
  private String readValue() {
    var start = scanner.at();
    var quoted = scanner.quoted();
    if (quoted.isPresent() && !scanner.is('@')) {
      return quoted.get();
    }
    var local = scanner.from(start);
    var value = local + scanner.word(c -> false);
    if (quoted.isPresent() || !Grammar.isDotAtom(value)) {
      scanner.flaw(Flaw.Kind.BAD_VALUE, start);
    }
    return value.length() > 2 && value.startsWith("<") && value.endsWith(">")
        ? value.substring(1, value.length() - 1)
        : value;
  }
}
