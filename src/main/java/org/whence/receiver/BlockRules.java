package org.whence.receiver;

import java.time.Duration;
import org.whence.ip.Ascii;

/// Writes block rules. What stands in a rule beside the address is made of letters, digits and few
/// marks, so that neither a shell nor a configuration file reads anything into it.
public final class BlockRules {
  private static final int LONGEST_COMMENT = 120;

  /// RFC 1035, 2.3.4, as text.
  private static final int LONGEST_DOMAIN = 253;

  /// The longest timeout, in seconds, that ipset takes (ipset(8), timeout).
  private static final long LONGEST_IPSET = 2_147_483;

  private BlockRules() {}

  /// The rule, with comments that say what it needs and for which case it is; lines end in LF.
  public static String write(Block block, BlockFormat format) {
    var about = "# " + comment(block.reason()) + "; until " + block.until() + ", then remove it\n";
    return switch (format) {
      case NFTABLES -> about + nftables(block);
      case IPSET -> about + ipset(block);
      case PF -> about + pf(block);
      case POSTFIX ->
          about
              + "# in a table of type cidr, for check_client_access\n"
              + block.text()
              + (block.isIpv4() ? "/32" : "/128")
              + "    550 5.7.1 Client host rejected\n";
      case FAIL2BAN ->
          about
              + "# the jail whence needs bantime = "
              + block.seconds()
              + "\nfail2ban-client set whence banip "
              + block.text()
              + "\n";
      case LIST -> block.text() + "," + domain(block.domain()) + "," + block.until() + "\n";
    };
  }

  /// A timeout such as `7d` or `1d12h`: a number in it has at most eight digits, so that not all of
  /// it can be written in seconds.
  private static String span(Duration lasts) {
    var parts = new StringBuilder();
    part(lasts.toDays(), "d", parts);
    part(lasts.toHoursPart(), "h", parts);
    part(lasts.toMinutesPart(), "m", parts);
    part(lasts.toSecondsPart(), "s", parts);
    return parts.toString();
  }

  private static void part(long number, String unit, StringBuilder parts) {
    if (number > 0) {
      parts.append(number).append(unit);
    }
  }

  private static String nftables(Block block) {
    var set = block.isIpv4() ? "whence4" : "whence6";
    var type = block.isIpv4() ? "ipv4_addr" : "ipv6_addr";
    var family = block.isIpv4() ? "ip" : "ip6";
    return "# nft add set inet filter %s '{ type %s; flags timeout; }'\n".formatted(set, type)
        + "# nft add rule inet filter input %s saddr @%s tcp dport 25 drop\n".formatted(family, set)
        + "nft add element inet filter %s '{ %s timeout %s comment \"%s\" }'\n"
            .formatted(
                set,
                block.text(),
                span(Duration.ofSeconds(block.seconds())),
                comment(block.reason()));
  }

  private static String ipset(Block block) {
    var set = block.isIpv4() ? "whence4" : "whence6";
    var tables = block.isIpv4() ? "iptables" : "ip6tables";
    return "# ipset create %s hash:ip family %s timeout 0 comment\n"
            .formatted(set, block.isIpv4() ? "inet" : "inet6")
        + "# %s -I INPUT -p tcp --dport 25 -m set --match-set %s src -j DROP\n"
            .formatted(tables, set)
        + (block.seconds() > LONGEST_IPSET ? "# ipset holds no entry longer than that\n" : "")
        + "ipset -exist add %s %s timeout %d comment \"%s\"\n"
            .formatted(
                set,
                block.text(),
                Math.min(LONGEST_IPSET, block.seconds()),
                comment(block.reason()));
  }

  private static String pf(Block block) {
    return "# in pf.conf: table <whence> persist\n"
        + "# in pf.conf: block in quick proto tcp from <whence> to any port smtp\n"
        + "pfctl -t whence -T add "
        + block.text()
        + "\n# pfctl -t whence -T expire "
        + block.seconds()
        + "   takes out what is older\n";
  }

  /// The domain, or nothing where it has what no domain of mail has: with another character in its
  /// place it would be somebody else's.
  private static String domain(String raw) {
    return raw.length() <= LONGEST_DOMAIN
            && !raw.startsWith("-")
            && raw.chars().allMatch(c -> Ascii.isLetterOrDigit(c) || ".-_".indexOf(c) >= 0)
        ? raw
        : "";
  }

  /// Text without anything that a shell, a configuration file or a list gives a meaning to.
  static String comment(String raw) {
    var clean = new StringBuilder();
    raw.codePoints()
        .limit(LONGEST_COMMENT)
        .forEach(c ->
            clean.append(Ascii.isLetterOrDigit(c) || " .-_@:".indexOf(c) >= 0 ? (char) c : '_'));
    return clean.toString();
  }
}
