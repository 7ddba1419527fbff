package org.whence.dmarc;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.whence.dns.ALabel;
import org.whence.dns.Names;
import org.xbill.DNS.Name;

/// A list in a file, as publicsuffix.org publishes it: a rule a line, `//` for comments, `*.` for
/// every label, `!` for an exception. Both of its parts count, as receivers have it.
final class SuffixFile implements SuffixList {
  /// The largest file that is read, in octets: many times the list's size.
  static final long MAX_SIZE = 16L * 1024 * 1024;

  private static final String WAY_OUT = "; give the list of publicsuffix.org";

  /// A rule: labels of letters, digits and hyphens, and stars.
  private static final Pattern RULE = Pattern.compile("[!*\\p{L}\\p{M}\\p{N}.-]+");

  private static final String DATE = "// VERSION:";
  private static final String BEGIN = "// ===BEGIN ";
  private static final String END = "// ===END ";
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private enum Rule {
    PLAIN,
    WILDCARD,
    EXCEPTION
  }

  private final Map<Name, Rule> rules = new HashMap<>();
  private final String description;
  private final String text;

  SuffixFile(String text, String name) {
    this.text = text;
    var date = Optional.<String>empty();
    for (var line : text.lines().toList()) {
      if (line.startsWith(DATE)) {
        date = date.or(() -> Optional.of(line.substring(DATE.length()).strip()));
      } else if (!isComment(line)) {
        rule(word(line));
      }
    }
    // A list that was kept is called as it was when it was read: with its date.
    var dated = date.map(day -> " of " + day).orElse("");
    description = name.endsWith(dated) ? name : name + dated;
  }

  /// Reads a list.
  ///
  /// @throws IOException in one line that names the file, if it cannot be read, was cut off, holds
  ///   no rule, or something else as well
  static SuffixFile read(Path file) throws IOException {
    var text = text(file);
    var number = 0;
    var isOpen = false;
    for (var line : text.lines().toList()) {
      number++;
      if (line.startsWith(BEGIN)) {
        isOpen = true;
      } else if (line.startsWith(END)) {
        isOpen = false;
      }
      if (!isComment(line) && !RULE.matcher(word(line)).matches()) {
        throw new IOException(file + ": line " + number + " is no rule" + WAY_OUT);
      }
    }
    if (isOpen) {
      throw new IOException(file + ": was cut off after line " + number + WAY_OUT + " whole");
    }
    var list = new SuffixFile(text, String.valueOf(file.getFileName()));
    if (list.rules.isEmpty()) {
      throw new IOException(file + ": holds no rule" + WAY_OUT);
    }
    return list;
  }

  private static String text(Path file) throws IOException {
    try {
      if (Files.isDirectory(file)) {
        throw new IOException(file + ": is a directory" + WAY_OUT);
      }
      if (Files.size(file) > MAX_SIZE) {
        throw new IOException(file + ": over " + MAX_SIZE + " octets, which no list has");
      }
      var text = Files.readString(file, StandardCharsets.UTF_8);
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text;
    } catch (MalformedInputException e) {
      throw new IOException(file + ": is not in UTF-8" + WAY_OUT, e);
    } catch (NoSuchFileException e) {
      throw new IOException(file + ": no such file" + WAY_OUT, e);
    } catch (FileSystemException e) {
      throw new IOException(file + ": cannot be read: " + e.getReason() + WAY_OUT, e);
    }
  }

  private static boolean isComment(String line) {
    return line.startsWith("//") || line.isBlank();
  }

  /// A rule ends at the first white space.
  private static String word(String line) {
    return line.strip().split("\\s", 2)[0];
  }

  private void rule(String line) {
    var kind =
        line.startsWith("!") ? Rule.EXCEPTION : line.startsWith("*.") ? Rule.WILDCARD : Rule.PLAIN;
    var text =
        switch (kind) {
          case EXCEPTION -> line.substring(1);
          case WILDCARD -> line.substring(2);
          case PLAIN -> line;
        };
    Names.labels(ALabel.domain(text.toLowerCase(Locale.ROOT)))
        .ifPresent(name -> rules.merge(name, kind, SuffixFile::both));
  }

  /// A name may be a rule of its own and the parent of a wildcard; the wildcard says more.
  private static Rule both(Rule one, Rule other) {
    return one == Rule.PLAIN ? other : one;
  }

  @Override
  public int labels(Name name) {
    var all = name.labels() - 1;
    // The longest rule prevails, so the first one met from the left does.
    for (var labels = all; labels > 0; labels--) {
      switch (rules.get(new Name(name, all - labels))) {
        case EXCEPTION -> {
          return labels - 1;
        }
        case WILDCARD -> {
          return Math.min(labels + 1, all);
        }
        case PLAIN -> {
          return labels;
        }
        case null -> {}
      }
    }
    return 1;
  }

  @Override
  public Optional<String> text() {
    return Optional.of(text);
  }

  @Override
  public String description() {
    return description;
  }
}
