package org.whence.receiver;

import java.util.Locale;

/// Whom a block rule is written for.
public enum BlockFormat {
  /// nftables, a set with timeouts.
  NFTABLES,
  /// iptables, a set of ipset with timeouts.
  IPSET,
  /// The packet filter of OpenBSD and FreeBSD, a table.
  PF,
  /// Postfix, a table of cidr_table(5) for check_client_access.
  POSTFIX,
  /// fail2ban, a ban by hand.
  FAIL2BAN,
  /// Addresses with their domains, one a line, for an allow or block list that expires.
  LIST;

  /// The word that it is chosen by.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
