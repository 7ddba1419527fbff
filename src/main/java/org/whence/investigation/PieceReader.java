package org.whence.investigation;

import java.util.Optional;
import java.util.regex.Pattern;
import org.whence.ip.AddressLiteral;
import org.whence.ip.AddressLiteral.Parsed;
import org.whence.ip.AddressProblem;
import org.whence.ip.Ascii;
import org.whence.ip.Cidr;

/// Tells what one token is. An address stands alone: beside it in the token there may be a scheme
/// and path, a port, a label such as `ip4:`, a slash or at sign before it, full stops behind it,
/// and nothing else. So `Chrome/120.0.0.0`, `1.2.3.4.5` and `v1.2.3.4` hold none.
final class PieceReader {
  /// Longer than any address with what may be around it; of longer tokens the rest is a path.
  private static final int LONGEST = 256;

  private static final int LONGEST_SCHEME = 20;

  // All of these are applied to at most LONGEST characters and do not backtrack.
  private static final Pattern LABEL = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*+:(?=.)");
  private static final Pattern PORT = Pattern.compile("([0-9.]++):[0-9]{1,5}");
  private static final Pattern PREFIX = Pattern.compile("[0-9]++");
  private static final Pattern HEX = Pattern.compile("[0-9A-Fa-f]++:");
  private static final Pattern TIME =
      Pattern.compile("[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\\.[0-9]++)?)?");
  private static final Pattern MARK = Pattern.compile("[^\\p{L}\\p{N}]*+|[0-9]++\\.|:[0-9]++");
  private static final Pattern GROUPS = Pattern.compile("(?=.*(?:[0-9]|::))[0-9A-Fa-f:.%]*+");
  private static final Pattern HOST =
      Pattern.compile("(?:[\\p{L}\\p{N}_-]++\\.)++(?:\\p{L}{2,}+|xn--[A-Za-z0-9-]++)");

  private PieceReader() {}

  static Piece read(String token) {
    // What most tokens of long lists are needs no pattern.
    if (isPlain(token)) {
      var literal = AddressLiteral.find(token);
      if (literal.isPresent()) {
        return new Piece.Address(literal.get());
      }
    }
    var scheme = token.indexOf("://");
    if (scheme > 0 && scheme <= LONGEST_SCHEME) {
      return authority(token.substring(scheme + 3));
    }
    if (token.length() > LONGEST || isWord(token)) {
      return new Piece.Word();
    }
    if (MARK.matcher(token).matches() && AddressLiteral.find(token).isEmpty()) {
      return new Piece.Mark();
    }
    var body = bare(token);
    var labelled = LABEL.matcher(body);
    if (labelled.lookingAt()) {
      var rest = body.substring(labelled.end());
      if (!HEX.matcher(labelled.group()).matches() || isDotted(rest)) {
        return unlabelled(rest);
      }
    }
    return unlabelled(body);
  }

  /// Whether there are digits and dots alone.
  static boolean isPlain(String token) {
    for (var i = 0; i < token.length(); i++) {
      var c = token.charAt(i);
      if (!Ascii.isDigit(c) && c != '.') {
        return false;
      }
    }
    return true;
  }

  /// Whether it is plainly a word, as most tokens of a log are: letters, with or without a colon
  /// behind them.
  private static boolean isWord(String token) {
    var end = token.endsWith(":") ? token.length() - 1 : token.length();
    for (var i = 0; i < end; i++) {
      if (!Character.isLetter(token.charAt(i))) {
        return false;
      }
    }
    return end > 0;
  }

  /// RFC 3986, 3.2: who is asked, without user information, port and path.
  private static Piece authority(String rest) {
    var slash = rest.indexOf('/');
    var authority = slash < 0 ? rest : rest.substring(0, slash);
    var host = bare(authority.substring(authority.lastIndexOf('@') + 1));
    var ported = host.length() > LONGEST ? null : PORT.matcher(host);
    return AddressLiteral.find(ported != null && ported.matches() ? ported.group(1) : host)
        .<Piece>map(Piece.Address::new)
        .orElseGet(Piece.Word::new);
  }

  /// Without the slash of Java's addresses or the at sign of dig before it, and without the stops
  /// of a sentence behind it; yet `2001:db8::` ends with its colons.
  private static String bare(String token) {
    var body = token.startsWith("/") || token.startsWith("@") ? token.substring(1) : token;
    while ((body.endsWith(".") || body.endsWith(":")) && AddressLiteral.find(body).isEmpty()) {
      if (body.endsWith("::") && !body.endsWith(":::")) {
        break;
      }
      body = body.substring(0, body.length() - 1);
    }
    return body;
  }

  private static Piece unlabelled(String body) {
    var ported = PORT.matcher(body);
    var address = ported.matches() ? ported.group(1) : body;
    var slash = body.indexOf('/');
    if (slash > 0) {
      return block(body, slash);
    }
    return switch (AddressLiteral.parse(address)) {
      case Parsed.Accepted(var literal) -> new Piece.Address(literal);
      case Parsed.Rejected rejected -> rejected(body, rejected);
    };
  }

  private static Piece block(String body, int slash) {
    var prefix = PREFIX.matcher(body).region(slash + 1, body.length());
    if (!prefix.matches()) {
      return new Piece.Word();
    }
    return switch (AddressLiteral.parse(body.substring(0, slash))) {
      case Parsed.Accepted(var literal) ->
          Cidr.parse(body)
              .<Piece>map(Piece.Block::new)
              .orElseGet(() ->
                  new Piece.Flawed(
                      Problem.Kind.BAD_PREFIX,
                      Optional.empty(),
                      body,
                      String.valueOf(8 * literal.address().getAddress().length)));
      case Parsed.Rejected rejected -> rejected(body, rejected);
    };
  }

  private static Piece rejected(String body, Parsed.Rejected rejected) {
    var text = rejected.text();
    var dash = text.indexOf('-');
    if (dash > 0
        && AddressLiteral.find(text.substring(0, dash)).isPresent()
        && AddressLiteral.find(text.substring(dash + 1)).isPresent()) {
      return new Piece.Flawed(Problem.Kind.RANGE, Optional.empty(), body, "");
    }
    if (isMeant(text)) {
      return new Piece.Flawed(
          Problem.Kind.NOT_AN_ADDRESS, Optional.of(rejected.problem()), body, rejected.detail());
    }
    return HOST.matcher(text).matches() && body.equals(text)
        ? new Piece.Flawed(Problem.Kind.HOST_NAME, Optional.empty(), body, "")
        : new Piece.Word();
  }

  /// Whether a text that is no address was meant as one: numbers with dots, or groups with colons
  /// that are no time of day.
  private static boolean isMeant(String text) {
    if (text.indexOf(':') >= 0) {
      return GROUPS.matcher(text).matches() && !TIME.matcher(text).matches();
    }
    return isDotted(text)
        && AddressLiteral.parse(text) instanceof Parsed.Rejected(_, var problem, _)
        && problem != AddressProblem.NOT_AN_ADDRESS;
  }

  /// Whether it begins with a number and a dot.
  private static boolean isDotted(String text) {
    var dot = text.indexOf('.');
    return dot > 0 && text.chars().limit(dot).allMatch(Ascii::isDigit);
  }
}
