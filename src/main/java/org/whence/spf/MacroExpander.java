package org.whence.spf;

import java.net.InetAddress;
import java.util.HexFormat;
import org.whence.chain.Branch;
import org.whence.chain.Value;
import org.whence.chain.Verdict;
import org.whence.ip.Addresses;

/// Expands texts with macros for one call of `check_host()` (RFC 7208, 7.2 and 7.3), a step a
/// macro.
final class MacroExpander {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  /// How long an expansion may get. A name needs 253 characters of its end, an explanation is one
  /// line of SMTP; a record can ask for gigabytes.
  static final int MAX_LENGTH = 65_536;

  private static final String UNKNOWN = "unknown";

  private final Evaluation evaluation;
  private final String domain;

  /// @param domain the `<domain>` of the call
  MacroExpander(Evaluation evaluation, String domain) {
    this.evaluation = evaluation;
    this.domain = domain;
  }

  /// The name that a text with macros makes: expanded and cut to the length of a name. What is no
  /// name is returned all the same.
  String name(MacroString string, TermStep step) throws InterruptedException {
    if (!string.hasMacros()) {
      return TargetName.cut(string.text());
    }
    var branch = step.branch().open(SpfTopic.EXPANSION, Value.of(string.text()));
    var expanded = expand(string, branch, step, true);
    var name = TargetName.cut(expanded);
    if (name.length() < expanded.length() - 1) {
      branch.note(SpfReason.NAME_CUT, Value.of(expanded.length()), Value.of(TargetName.LONGEST));
    }
    branch.close(Verdict.NONE, SpfReason.EXPANDED, TargetName.value(name));
    return name;
  }

  /// The text that an explanation makes.
  String explanation(MacroString string, Branch above, TermStep step) throws InterruptedException {
    var branch = above.open(SpfTopic.EXPANSION, Value.of(string.text()));
    var text = expand(string, branch, step, false);
    branch.close(Verdict.NONE, SpfReason.EXPANDED, Value.of(text));
    return text;
  }

  private String expand(MacroString string, Branch branch, TermStep step, boolean keepsEnd)
      throws InterruptedException {
    var text = new StringBuilder();
    for (var piece : string.pieces()) {
      text.append(
          switch (piece) {
            case Macro.Literal(var literal) -> literal;
            case Macro.Escape escape -> escape.meaning();
            case Macro.Expand macro -> expand(macro, branch, step);
          });
      if (text.length() > MAX_LENGTH && keepsEnd) {
        text.delete(0, text.length() - MAX_LENGTH);
      } else if (text.length() > MAX_LENGTH) {
        text.setLength(MAX_LENGTH);
        break;
      }
    }
    return text.toString();
  }

  private String expand(Macro.Expand macro, Branch branch, TermStep step)
      throws InterruptedException {
    var value = value(macro.kind(), branch, step);
    var result = macro.transform(value);
    branch.open(SpfTopic.MACRO, Value.of(macro.text()), Value.of(value), Value.of(result)).close();
    return result;
  }

  /// RFC 7208, 7.2.
  private String value(char letter, Branch branch, TermStep step) throws InterruptedException {
    return switch (letter) {
      case 's' -> evaluation.sender().text();
      case 'l' -> evaluation.sender().local();
      case 'o' -> evaluation.sender().domain();
      case 'd' -> domain;
      case 'i' -> dotted(evaluation.ip());
      case 'p' -> evaluation.validated().best(domain, branch, step).orElse(UNKNOWN);
      case 'v' -> evaluation.ip().getAddress().length == 4 ? "in-addr" : "ip6";
      case 'h' -> evaluation.request().helo();
      case 'c' -> Addresses.text(evaluation.ip());
      case 'r' -> evaluation.request().receiver().orElse(UNKNOWN);
      case 't' -> String.valueOf(evaluation.now().getEpochSecond());
      default -> throw new IllegalStateException("no macro letter: " + letter);
    };
  }

  /// RFC 7208, 7.3: a dotted quad, or nibbles between dots.
  private static String dotted(InetAddress ip) {
    return ip.getAddress().length == 4
        ? Addresses.text(ip)
        : String.join(".", HEX.formatHex(ip.getAddress()).split(""));
  }
}
