package org.whence.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.whence.ip.Ascii;
import org.whence.mail.AuthenticationResults.MethodResult;

/// Reads the value of an Authentication-Results field by the grammar of RFC 8601, 2.2; where the
/// field leaves it, that is noted and reading goes on. A field without a [Flaw] is
/// [Conformance#STRICT].
///
/// Stateless, for any thread; linear time.
public final class AuthenticationResultsParser {
  /// How many characters a field may have to be read.
  public static final int MAX_LENGTH = 64 * 1024;

  private final FieldScanner scanner;
  private final boolean arc;
  private final List<MethodResult> results = new ArrayList<>();
  private Optional<Integer> instance = Optional.empty();
  private Optional<String> authservId = Optional.empty();
  private Optional<Integer> version = Optional.empty();
  private List<String> comments = List.of();
  private boolean saysNone;
  private boolean hasStray;

  private AuthenticationResultsParser(String value, boolean arc) {
    this.scanner = new FieldScanner(value);
    this.arc = arc;
  }

  /// Reads the value of an Authentication-Results field, or of
  /// X-MS-Exchange-Authentication-Results, folded or unfolded, without its name. Never throws; a
  /// value longer than [#MAX_LENGTH] is not read.
  public static AuthenticationResults parse(String value) {
    return parse(value, false);
  }

  /// Reads the value of an ARC-Authentication-Results field, which has the instance of its set in
  /// front (RFC 8617, 4.1.1).
  public static AuthenticationResults parseArc(String value) {
    return parse(value, true);
  }

  private static AuthenticationResults parse(String value, boolean arc) {
    if (value.length() > MAX_LENGTH) {
      return new AuthenticationResults(
          Conformance.UNPARSED,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          List.of(),
          List.of(new Flaw(Flaw.Kind.TOO_LONG, MAX_LENGTH)));
    }
    return new AuthenticationResultsParser(value, arc).read();
  }

  private AuthenticationResults read() {
    scanner.skip();
    readInstance();
    readHead();
    comments = scanner.takeComments();
    while (!scanner.atEnd()) {
      if (scanner.take(';')) {
        readStatement();
      } else if (atMethod()) {
        scanner.flaw(Flaw.Kind.NO_SEMICOLON, scanner.at());
        readStatement();
      } else {
        stray();
      }
      scanner.skip();
    }
    if (results.isEmpty() != saysNone) {
      var kind = saysNone ? Flaw.Kind.NONE_AND_RESULTS : Flaw.Kind.NO_RESULT;
      scanner.flaw(kind, scanner.at());
    }
    var conformance = conformance();
    var tells = conformance != Conformance.UNPARSED;
    return new AuthenticationResults(
        conformance,
        instance,
        authservId.filter(_ -> tells),
        version,
        results,
        comments,
        scanner.flaws());
  }

  private Conformance conformance() {
    if (scanner.isFlawless()) {
      return Conformance.STRICT;
    }
    var tells = !results.isEmpty() || saysNone || (authservId.isPresent() && !hasStray);
    return tells ? Conformance.LENIENT : Conformance.UNPARSED;
  }

  /// `i=1;`
  private void readInstance() {
    var start = scanner.at();
    var found = number(scanner.word(c -> c == '=').equalsIgnoreCase("i") ? afterEquals() : "");
    scanner.skip();
    if (found.isPresent() && scanner.take(';')) {
      instance = found;
      if (!arc) {
        scanner.flaw(Flaw.Kind.STRAY_INSTANCE, start);
      }
    } else {
      scanner.back(start, 0);
      if (arc) {
        scanner.flaw(Flaw.Kind.NO_INSTANCE, start);
      }
    }
    scanner.skip();
  }

  private String afterEquals() {
    scanner.skip();
    if (!scanner.take('=')) {
      return "";
    }
    scanner.skip();
    return scanner.digits();
  }

  private void readHead() {
    if (scanner.atEnd() || scanner.is(';')) {
      scanner.flaw(Flaw.Kind.NO_AUTHSERV_ID, scanner.at());
      return;
    }
    if (atMethod()) {
      scanner.flaw(Flaw.Kind.NO_AUTHSERV_ID, scanner.at());
      readStatement();
      return;
    }
    var start = scanner.at();
    var quoted = scanner.quoted();
    var id = quoted.orElseGet(() -> scanner.word(c -> false));
    authservId = Optional.of(id).filter(text -> !text.isEmpty());
    if (quoted.isEmpty() && !Grammar.isToken(id)) {
      scanner.flaw(Flaw.Kind.BAD_AUTHSERV_ID, start);
    }
    scanner.skip();
    if (atNone()) {
      scanner.flaw(Flaw.Kind.NO_SEMICOLON, scanner.at());
      scanner.word(c -> false);
      saysNone = true;
    } else if (!scanner.atEnd() && !scanner.is(';') && !atMethod()) {
      readVersion();
    }
    scanner.skip();
  }

  private void readVersion() {
    var start = scanner.at();
    var word = scanner.word(c -> false);
    version = number(word);
    if (version.isEmpty()) {
      scanner.flaw(Flaw.Kind.BAD_VERSION, start);
      hasStray = true;
    }
  }

  private void readStatement() {
    scanner.skip();
    if (scanner.atEnd() || scanner.is(';')) {
      scanner.flaw(Flaw.Kind.NOTHING_BEHIND_SEMICOLON, scanner.at());
      return;
    }
    if (atMethod()) {
      results.add(new StatementReader(scanner).read());
    } else if (atNone()) {
      scanner.word(c -> false);
      saysNone = true;
    } else {
      stray();
    }
  }

  private void stray() {
    scanner.flaw(Flaw.Kind.STRAY_TEXT, scanner.at());
    hasStray = true;
    if (scanner.quoted().isEmpty()) {
      scanner.word(c -> false);
    }
  }

  private boolean atNone() {
    var start = scanner.at();
    var count = scanner.commentCount();
    var isNone = scanner.word(c -> false).equalsIgnoreCase("none");
    scanner.skip();
    var alone = scanner.atEnd() || scanner.is(';');
    scanner.back(start, count);
    return isNone && alone;
  }

  /// Whether `method =` or `method / 1 =` stands here.
  private boolean atMethod() {
    var start = scanner.at();
    var count = scanner.commentCount();
    var name = scanner.word(c -> c == '=' || c == '/');
    scanner.skip();
    if (scanner.take('/')) {
      scanner.skip();
      scanner.word(c -> c == '=');
      scanner.skip();
    }
    var found = StatementReader.isName(name) && scanner.is('=');
    scanner.back(start, count);
    return found;
  }

  static Optional<Integer> number(String digits) {
    return digits.length() <= 9 && Ascii.isDigits(digits)
        ? Optional.of(Integer.parseInt(digits))
        : Optional.empty();
  }
}
