package org.whence.report;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.whence.receiver.Product;

/// The forms that a report has. A report that is added is a constant here and a writer class.
public enum Format {
  /// The tree as lines of text.
  TEXT("txt"),
  /// Everything, for programs.
  JSON("json"),
  /// A row an address or a hop, for spreadsheets.
  CSV("csv"),
  /// One self-contained page, for the file of the case.
  HTML("html"),
  /// The page on paper, PDF/A-2u.
  PDF("pdf"),
  /// The page for tickets.
  MARKDOWN("md"),
  /// The tree as a picture that stays sharp.
  SVG("svg"),
  /// The tree as a picture of pixels.
  PNG("png"),
  /// What was seen, as STIX 2.1.
  STIX("stix.json"),
  /// What was seen, as an event of MISP.
  MISP("misp.json"),
  /// The draft of an abuse report (RFC 5965), with the mail.
  ARF("eml"),
  /// The draft of an abuse report as XARF 4, with the mail.
  XARF("xarf.json"),
  /// The field of RFC 8601 that a receiving server would write.
  AUTHENTICATION_RESULTS("authentication-results.txt", Product.Kind.AUTHENTICATION_RESULTS),
  /// The field of RFC 7208, 9.1.
  RECEIVED_SPF("received-spf.txt", Product.Kind.RECEIVED_SPF),
  /// A line for syslog (RFC 5424).
  LOG("log", Product.Kind.LOG_LINE),
  /// A rule that blocks the client, for nftables.
  RULES_NFTABLES("nftables.sh", Product.Kind.NFTABLES),
  /// The same for iptables with ipset.
  RULES_IPSET("ipset.sh", Product.Kind.IPSET),
  /// The same for pf.
  RULES_PF("pf.sh", Product.Kind.PF),
  /// The same for Postfix.
  RULES_POSTFIX("postfix.cidr", Product.Kind.POSTFIX),
  /// The same for fail2ban.
  RULES_FAIL2BAN("fail2ban.sh", Product.Kind.FAIL2BAN),
  /// The address with the domain that it spoke for, for a list that expires.
  RULES_LIST("block-list.csv", Product.Kind.LIST);

  private static final Set<Format> OF_ROWS = EnumSet.of(JSON, CSV);
  private static final Set<Format> OF_PAGES = EnumSet.of(TEXT, JSON, HTML, PDF, MARKDOWN, SVG, PNG);
  private static final Set<Format> IN_A_ROW = EnumSet.of(TEXT, JSON, CSV, MARKDOWN);
  private static final Set<Format> BINARY = EnumSet.of(PDF, PNG);

  private final String ending;
  private final Optional<Product.Kind> product;

  Format(String ending) {
    this(ending, Optional.empty());
  }

  Format(String ending, Product.Kind product) {
    this(ending, Optional.of(product));
  }

  Format(String ending, Optional<Product.Kind> product) {
    this.ending = ending;
    this.product = product;
  }

  /// The word of the command line, such as `text`.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// What a server or who looks after it writes, where it is that.
  public Optional<Product.Kind> product() {
    return product;
  }

  /// The usual ending of a file, without the dot.
  public String ending() {
    return ending;
  }

  /// Whether results are written one by one, a line each, however long a list is.
  public boolean isOfRows() {
    return OF_ROWS.contains(this);
  }

  /// Whether plans and comparisons have this form too; the others hold results alone.
  public boolean isOfPages() {
    return OF_PAGES.contains(this);
  }

  /// Whether the reports of several inputs can follow each other in one file.
  public boolean isOfMany() {
    return IN_A_ROW.contains(this);
  }

  /// Whether it is no text, and nothing for a terminal.
  public boolean isBinary() {
    return BINARY.contains(this);
  }

  /// The format of a word of the command line, in any case.
  public static Optional<Format> byWord(String word) {
    return Arrays.stream(values()).filter(format -> format.word().equalsIgnoreCase(word)).findAny();
  }

  /// The format that a file's name tells by its ending, in any case; the longest ending counts.
  public static Optional<Format> byName(String name) {
    var lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".htm")) {
      return Optional.of(HTML);
    }
    if (lower.endsWith(".jsonl")) {
      return Optional.of(JSON);
    }
    return Arrays.stream(values())
        .filter(format -> ("." + lower).endsWith("." + format.ending))
        .max(Comparator.comparingInt(format -> format.ending.length()));
  }
}
