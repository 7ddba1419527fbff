package org.whence.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import org.whence.ip.Ascii;
import org.whence.mail.AuthenticationResults.MethodResult;
import org.whence.mail.AuthenticationResults.Property;

/// Reads one statement of an Authentication-Results field, the `resinfo` of RFC 8601, 2.2.
final class StatementReader {
  /// The methods of IANA's registry "Email Authentication Methods", and those that are widely
  /// written beside them. A pair that begins with one of them and has a result is a statement of
  /// its own, although the semicolon is missing.
  private static final Set<String> METHODS =
      Set.of(
          "arc",
          "auth",
          "bimi",
          "compauth",
          "dkim",
          "dkim-adsp",
          "dkim-atps",
          "dmarc",
          "dnswl",
          "domainkeys",
          "iprev",
          "rrvs",
          "sender-id",
          "smime",
          "spf",
          "vbr");

  /// IANA's registry "Email Authentication Property Types".
  private static final Set<String> PTYPES = Set.of("body", "dns", "header", "policy", "smtp");

  private static final Set<String> RESULTS =
      Set.of(
          "none",
          "pass",
          "fail",
          "softfail",
          "neutral",
          "policy",
          "temperror",
          "permerror",
          "hardfail",
          "bestguesspass");

  private final FieldScanner scanner;
  private final List<Property> properties = new ArrayList<>();
  private final StringBuilder reason = new StringBuilder();
  private boolean hasReason;
  private boolean reasonIsOpen;

  StatementReader(FieldScanner scanner) {
    this.scanner = scanner;
  }

  /// Whether a word may name a method or a property, be it badly.
  static boolean isName(String word) {
    return !word.isEmpty()
        && Grammar.isOf(word, c -> Ascii.isLetterOrDigit(c) || c == '-' || c == '_');
  }

  /// Reads what stands at `method =`, up to the semicolon behind it.
  MethodResult read() {
    var method = keyword(c -> c == '=' || c == '/');
    scanner.skip();
    var version = Optional.<Integer>empty();
    if (scanner.take('/')) {
      scanner.skip();
      var start = scanner.at();
      version = AuthenticationResultsParser.number(scanner.word(c -> c == '='));
      if (version.isEmpty()) {
        scanner.flaw(Flaw.Kind.BAD_VERSION, start);
      }
      scanner.skip();
    }
    scanner.take('=');
    scanner.skip();
    var result = keyword(c -> c == '=' || c == '"');
    scanner.skip();
    while (!scanner.atEnd() && !scanner.is(';') && !atNextStatement()) {
      readPair();
      scanner.skip();
    }
    var why = hasReason ? Optional.of(reason.toString()) : Optional.<String>empty();
    return new MethodResult(method, version, result, why, scanner.takeComments(), properties);
  }

  private void readPair() {
    var start = scanner.at();
    var name = scanner.word(c -> c == '=' || c == '.' || c == '"');
    scanner.skip();
    if (scanner.is('.') && !name.isEmpty()) {
      scanner.take('.');
      scanner.skip();
      var property = scanner.word(c -> c == '=' || c == '"');
      scanner.skip();
      if (scanner.take('=')) {
        checkKeyword(name, start);
        checkKeyword(property, start);
        add(Optional.of(lower(name)), lower(property));
      } else {
        stray(start);
      }
    } else if (!name.isEmpty() && scanner.take('=')) {
      readUntyped(name, start);
    } else {
      stray(start);
    }
  }

  private void readUntyped(String name, int start) {
    if (name.equalsIgnoreCase("reason")) {
      if (hasReason || !properties.isEmpty()) {
        scanner.flaw(Flaw.Kind.REASON_OUT_OF_PLACE, start);
      }
      scanner.skip();
      var isWord = !scanner.is('"');
      var text = value(false);
      reasonIsOpen = !hasReason && isWord;
      reason.append(hasReason ? "" : text);
      hasReason = true;
    } else {
      scanner.flaw(Flaw.Kind.NO_PTYPE, start);
      add(Optional.empty(), lower(name));
    }
  }

  private void add(Optional<String> ptype, String property) {
    reasonIsOpen = false;
    var start = scanner.at();
    scanner.skip();
    // "header.i=@a" is a value by the grammar, but behind a blank it is the next property.
    var isMissing = scanner.at() > start && atPair();
    if (isMissing) {
      scanner.flaw(Flaw.Kind.BAD_VALUE, start);
    }
    properties.add(new Property(ptype, property, isMissing ? "" : value(true)));
  }

  /// Words that belong to nothing; behind a reason that is not quoted, they belong to that.
  private void stray(int start) {
    if (scanner.at() == start && scanner.quoted().isEmpty()) {
      scanner.word(c -> false);
    }
    scanner.flaw(reasonIsOpen ? Flaw.Kind.BAD_VALUE : Flaw.Kind.STRAY_TEXT, start);
    if (reasonIsOpen) {
      reason.append(' ').append(scanner.from(start).strip());
    }
  }

  /// `value`, or `[[local-part] "@"] domain-name` where a property has it.
  private String value(boolean mayBeAddress) {
    var start = scanner.at();
    var quoted = scanner.quoted();
    if (quoted.isPresent() && !(mayBeAddress && scanner.is('@'))) {
      return quoted.get();
    }
    var local = quoted.isPresent() ? scanner.from(start) : "";
    var word = local + scanner.word(c -> false);
    if (mayBeAddress && word.indexOf('@') < 0) {
      // RFC 5322, 3.4.1: comments and blanks may stand behind the local-part.
      scanner.skip();
      if (scanner.is('@')) {
        word += scanner.word(c -> false);
      }
    }
    if (mayBeAddress && word.length() > 1 && word.endsWith("@")) {
      var behind = scanner.at();
      scanner.skip();
      if (!atPair()) {
        word += scanner.word(c -> false);
        scanner.flaw(Flaw.Kind.BAD_VALUE, behind);
      }
    }
    if (!Grammar.isToken(word) && !(mayBeAddress && isAddress(word))) {
      scanner.flaw(Flaw.Kind.BAD_VALUE, start);
    }
    return word.length() > 1 && word.endsWith(",") ? word.substring(0, word.length() - 1) : word;
  }

  private static boolean isAddress(String word) {
    var at = word.lastIndexOf('@');
    var local = word.substring(0, Math.max(0, at));
    var isQuoted = local.length() > 1 && local.startsWith("\"") && local.endsWith("\"");
    return Grammar.isDomainName(word.substring(at + 1))
        && (at <= 0 || isQuoted || Grammar.isDotAtom(local));
  }

  /// Whether a property begins here.
  private boolean atPair() {
    var start = scanner.at();
    var count = scanner.commentCount();
    var found = PTYPES.contains(lower(scanner.word(c -> c == '.' || c == '='))) && scanner.is('.');
    scanner.back(start, count);
    return found;
  }

  /// Whether a statement begins here although no semicolon stands before it.
  private boolean atNextStatement() {
    var start = scanner.at();
    var count = scanner.commentCount();
    var isMethod = METHODS.contains(lower(scanner.word(c -> c == '=' || c == '.')));
    var found = false;
    if (isMethod && scanner.take('=')) {
      found = RESULTS.contains(lower(scanner.word(c -> c == ',')));
    }
    scanner.back(start, count);
    return found;
  }

  private String keyword(IntPredicate ends) {
    var start = scanner.at();
    var word = scanner.word(ends);
    checkKeyword(word, start);
    return lower(word);
  }

  private void checkKeyword(String word, int start) {
    if (!Grammar.isKeyword(word)) {
      scanner.flaw(Flaw.Kind.BAD_KEYWORD, start);
    }
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }
}
