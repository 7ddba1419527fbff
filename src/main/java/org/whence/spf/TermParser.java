package org.whence.spf;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.whence.ip.Ascii;
import org.whence.spf.MacroParser.Kind;
import org.whence.spf.Mechanism.Prefixes;

/// Reads one term (RFC 7208, 4.6.1, 5, 6). What the grammar does not allow is a [Term.Broken].
final class TermParser {
  private static final Prefixes NO_PREFIXES = new Prefixes(Optional.empty(), Optional.empty());

  private final String text;
  private final int offset;
  private @Nullable Flaw flaw;

  TermParser(String text, int offset) {
    this.text = text;
    this.offset = offset;
  }

  Term parse() {
    var end = nameEnd(0);
    var term =
        end > 0 && end < text.length() && text.charAt(end) == '='
            ? modifier(text.substring(0, end), end + 1)
            : directive();
    var found = flaw;
    return found == null ? term : new Term.Broken(text, offset, found);
  }

  /// Where a `name` ends that begins at the place; the place itself where none does.
  private int nameEnd(int start) {
    var end = start;
    while (end < text.length() && isNameCharacter(text.charAt(end), end == start)) {
      end++;
    }
    return end;
  }

  private static boolean isNameCharacter(char c, boolean first) {
    return Ascii.isLetter(c) || (!first && (Ascii.isDigit(c) || "-_.".indexOf(c) >= 0));
  }

  private Term modifier(String name, int value) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "redirect" -> new Term.Redirect(text, offset, macros(value, text.length(), Kind.DOMAIN));
      case "exp" -> new Term.Explanation(text, offset, macros(value, text.length(), Kind.DOMAIN));
      default -> new Term.Unknown(text, offset, name, macros(value, text.length(), Kind.VALUE));
    };
  }

  private Term directive() {
    var written = Qualifier.of(text.charAt(0));
    var start = written.isPresent() ? 1 : 0;
    return new Term.Directive(
        text, offset, written.orElse(Qualifier.PASS), mechanism(start, nameEnd(start)));
  }

  private Mechanism mechanism(int start, int end) {
    return switch (text.substring(start, end).toLowerCase(Locale.ROOT)) {
      case "all" -> {
        nothingFollows(end);
        yield new Mechanism.All();
      }
      case "include" -> new Mechanism.Include(domain(end));
      case "exists" -> new Mechanism.Exists(domain(end));
      case "a" -> {
        var slash = prefixStart(end);
        yield new Mechanism.A(optionalDomain(end, slash), prefixes(slash));
      }
      case "mx" -> {
        var slash = prefixStart(end);
        yield new Mechanism.Mx(optionalDomain(end, slash), prefixes(slash));
      }
      case "ptr" -> new Mechanism.Ptr(optionalDomain(end, text.length()));
      case "ip4" -> new Mechanism.Ip4(network(end, 32));
      case "ip6" -> new Mechanism.Ip6(network(end, 128));
      default -> {
        wrong(SpfReason.UNKNOWN_MECHANISM, start, text.substring(start));
        yield new Mechanism.All();
      }
    };
  }

  private void nothingFollows(int at) {
    if (at < text.length()) {
      wrong(SpfReason.UNEXPECTED, at, text.substring(at));
    }
  }

  private MacroString domain(int at) {
    if (at >= text.length() || text.charAt(at) != ':') {
      wrong(SpfReason.NO_DOMAIN, at, text.substring(at));
      return new MacroString(List.of());
    }
    return macros(at + 1, text.length(), Kind.DOMAIN);
  }

  private Optional<MacroString> optionalDomain(int at, int end) {
    if (at >= end) {
      return Optional.empty();
    }
    if (text.charAt(at) != ':') {
      wrong(SpfReason.UNEXPECTED, at, text.substring(at, end));
      return Optional.empty();
    }
    return Optional.of(macros(at + 1, end, Kind.DOMAIN));
  }

  private MacroString macros(int start, int end, Kind kind) {
    return switch (MacroParser.parse(text.substring(start, end), offset + start, kind)) {
      case MacroParser.Parsed.Accepted(var string) -> string;
      case MacroParser.Parsed.Rejected(var wrong) -> {
        flaw = flaw == null ? wrong : flaw;
        yield new MacroString(List.of());
      }
    };
  }

  /// Where the prefixes begin: neither a top label nor a macro ends in a slash and digits, so the
  /// slashes and digits at the end are theirs from the first slash on.
  private int prefixStart(int from) {
    var start = text.length();
    for (var i = text.length() - 1; i >= from; i--) {
      var c = text.charAt(i);
      if (c == '/') {
        start = i;
      } else if (!Ascii.isDigit(c)) {
        break;
      }
    }
    return start;
  }

  private Prefixes prefixes(int start) {
    var written = text.substring(start);
    if (written.isEmpty()) {
      return NO_PREFIXES;
    }
    var gap = written.indexOf("//");
    var ip4 = gap < 0 ? written : written.substring(0, gap);
    return new Prefixes(
        ip4.isEmpty() ? Optional.empty() : prefix(start + 1, start + ip4.length(), 32),
        gap < 0 ? Optional.empty() : prefix(start + gap + 2, text.length(), 128));
  }

  /// A prefix length without leading zeros, from one place of the text to another.
  private Optional<Integer> prefix(int from, int to, int bits) {
    var digits = text.substring(from, Math.max(from, to));
    var wellFormed =
        Ascii.isDigits(digits)
            && digits.length() <= 3
            && (digits.equals("0") || !digits.startsWith("0"));
    if (!wellFormed || Integer.parseInt(digits) > bits) {
      wrong(SpfReason.BAD_PREFIX, from, digits);
      return Optional.empty();
    }
    return Optional.of(Integer.parseInt(digits));
  }

  private Mechanism.Network network(int at, int bits) {
    if (at >= text.length() || text.charAt(at) != ':') {
      wrong(SpfReason.NO_ADDRESS, at, text.substring(at));
      return new Mechanism.Network("", Optional.empty(), Optional.empty());
    }
    var slash = text.indexOf('/', at);
    var address = text.substring(at + 1, slash < 0 ? text.length() : slash);
    var prefix = slash < 0 ? Optional.<Integer>empty() : prefix(slash + 1, text.length(), bits);
    var octets = NetworkAddress.read(address, bits);
    if (octets.isEmpty()) {
      wrong(SpfReason.BAD_ADDRESS, at + 1, address);
      return new Mechanism.Network(address, prefix, Optional.empty());
    }
    return new Mechanism.Network(
        address, prefix, NetworkAddress.block(octets.get(), prefix.orElse(bits)));
  }

  /// The first thing that is wrong is told.
  private void wrong(SpfReason reason, int where, String detail) {
    if (flaw == null) {
      flaw = new Flaw(reason, offset + where, detail);
    }
  }
}
