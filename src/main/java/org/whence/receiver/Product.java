package org.whence.receiver;

import java.util.Locale;
import java.util.Optional;

/// Something that a receiving server, or who looks after it, writes.
///
/// @param text ready to be copied or put into a file; ends with a line end
public record Product(Kind kind, String text) {

  /// What there is to write.
  public enum Kind {
    /// The field of RFC 8601.
    AUTHENTICATION_RESULTS("authentication-results.txt"),
    /// The field of RFC 7208, 9.1.
    RECEIVED_SPF("received-spf.txt"),
    /// A line for syslog (RFC 5424).
    LOG_LINE("iprev.log"),
    /// For nftables.
    NFTABLES("block-nftables.sh", BlockFormat.NFTABLES),
    /// For iptables with ipset.
    IPSET("block-ipset.sh", BlockFormat.IPSET),
    /// For pf.
    PF("block-pf.sh", BlockFormat.PF),
    /// For Postfix.
    POSTFIX("block-postfix.cidr", BlockFormat.POSTFIX),
    /// For fail2ban.
    FAIL2BAN("block-fail2ban.sh", BlockFormat.FAIL2BAN),
    /// The address with the domain that it spoke for.
    LIST("block-list.csv", BlockFormat.LIST);

    private final String fileName;
    private final Optional<BlockFormat> block;

    Kind(String fileName) {
      this(fileName, Optional.empty());
    }

    Kind(String fileName, BlockFormat block) {
      this(fileName, Optional.of(block));
    }

    Kind(String fileName, Optional<BlockFormat> block) {
      this.fileName = fileName;
      this.block = block;
    }

    /// The name of a file that it may be written into.
    public String fileName() {
      return fileName;
    }

    /// The block rule that it is; empty for what is none.
    Optional<BlockFormat> block() {
      return block;
    }

    /// A stable key, such as `product.log-line`.
    public String key() {
      return "product." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
