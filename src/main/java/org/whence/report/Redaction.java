package org.whence.report;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.whence.dns.ALabel;
import org.whence.dns.ULabel;
import org.whence.investigation.Investigation;
import org.whence.investigation.Recognised;
import org.whence.ip.Addresses;
import org.whence.ip.ReverseName;
import org.whence.mail.AddressList;
import org.whence.mail.HeaderField;
import org.whence.mail.Mailbox;
import org.whence.mail.Received;

/// Takes out of a report what is not for those whom it is passed on to: recipients, local-parts,
/// message identifiers, what stands in links behind the host, and the analyst's own hosts.
///
/// What is taken out is replaced by a placeholder, the same value by the same one, in whatever form
/// the report is written: `redacted-recipient-1`. Values that an investigation tells are looked for
/// everywhere; local-parts and links are found by their form. One for each investigation; for one
/// thread at a time.
public final class Redaction {
  private static final int MAX_VALUES = 5000;
  private static final int MAX_LENGTH = 320;
  private static final Set<String> TO =
      Set.of(
          "to",
          "cc",
          "bcc",
          "resent-to",
          "resent-cc",
          "resent-bcc",
          "delivered-to",
          "envelope-to",
          "x-original-to",
          "x-envelope-to",
          "x-delivered-to",
          "x-forwarded-to",
          "apparently-to");
  private static final Set<String> IDENTIFIERS =
      Set.of("message-id", "in-reply-to", "references", "resent-message-id");

  /// What kind of thing was taken out.
  public enum Kind {
    RECIPIENT,
    LOCAL_PART,
    MESSAGE_ID,
    LINK,
    HOST;

    /// A stable word, such as `local-part`.
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The kind of such a word.
    public static Optional<Kind> of(String word) {
      return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
  }

  /// Everything that is not for others.
  public static final Set<Kind> ALL = Set.of(Kind.values());

  /// What was taken out, and what stands for it.
  public record Replaced(Kind kind, String value, String placeholder) {}

  private record Key(Kind kind, String value) {}

  private final Literals literals = new Literals();
  private final Map<Key, Replaced> replaced = new LinkedHashMap<>();
  private final Map<Kind, Integer> numbers = new HashMap<>();
  private int values;

  private final Set<Kind> kinds;

  private Redaction(Set<Kind> kinds) {
    this.kinds = kinds;
  }

  /// Knows what an investigation tells of recipients, identifiers and own hosts.
  ///
  /// @param kinds what kinds of things are taken out
  public static Redaction of(Investigation investigation, Set<Kind> kinds) {
    var redaction = new Redaction(Set.copyOf(kinds));
    redaction.hosts(investigation);
    if (investigation.input().recognised() instanceof Recognised.Mail(var message, _)) {
      message.fields().forEach(redaction::field);
    }
    return redaction;
  }

  /// What was taken out of the texts so far, in the order in which it was met.
  public List<Replaced> replaced() {
    return List.copyOf(replaced.values());
  }

  /// The text without all that.
  public String text(String text) {
    var known = literals.replaced(text, this::placeholder);
    return known.indexOf('@') < 0 && known.indexOf(':') < 0 ? known : byForm(known);
  }

  private void hosts(Investigation investigation) {
    var trust = investigation.parameters().options().trust();
    trust.servers().names().forEach(name -> literal(Kind.HOST, name));
    trust.servers().blocks().forEach(block -> literal(Kind.HOST, block.toString()));
    trust.authservIds().forEach(name -> literal(Kind.HOST, name));
    var border = investigation.mail().flatMap(mail -> mail.border());
    for (var hop : investigation.hops()) {
      if (hop.believed()) {
        server(hop.hop().received());
        if (border.filter(at -> hop.hop().index() < at.index()).isPresent()) {
          client(hop.hop().received());
        }
      }
    }
    if (investigation.input().recognised() instanceof Recognised.Mail) {
      investigation.hops().forEach(hop -> recipient(hop.hop().received()));
    }
  }

  private void server(Received received) {
    received.by().ifPresent(name -> literal(Kind.HOST, name));
    received.byIp().ifPresent(this::address);
  }

  private void client(Received received) {
    received.fromHelo().ifPresent(name -> literal(Kind.HOST, name));
    received.fromRdns().ifPresent(name -> literal(Kind.HOST, name));
    received.fromIp().ifPresent(this::address);
  }

  private void recipient(Received received) {
    received.forAddress().ifPresent(address -> literal(Kind.RECIPIENT, address));
  }

  private void address(InetAddress address) {
    beginning(Addresses.text(address));
    beginning(ReverseName.labels(address));
    literal(Kind.HOST, ReverseName.text(address));
  }

  private void field(HeaderField field) {
    var name = field.name().toLowerCase(Locale.ROOT);
    if (TO.contains(name)) {
      AddressList.parse(field.value()).mailboxes().forEach(this::recipient);
    } else if (IDENTIFIERS.contains(name)) {
      for (var part : field.value().split("[\\s<>]+", -1)) {
        literal(Kind.MESSAGE_ID, part);
      }
    }
  }

  private void recipient(Mailbox mailbox) {
    literal(Kind.RECIPIENT, mailbox.address());
    mailbox.name().ifPresent(name -> literal(Kind.RECIPIENT, name));
    // As forwarders and lists write a recipient into the sender: user=example.org@list.example.
    mailbox.domain().ifPresent(domain -> literal(Kind.RECIPIENT, mailbox.local() + "=" + domain));
  }

  private void literal(Kind kind, String value) {
    if (counts(kind, value)) {
      literals.add(kind, value);
    }
    if (kind == Kind.HOST) {
      Stream.of(ALabel.domain(value), ULabel.domain(value))
          .filter(form -> !form.equals(value) && counts(kind, form))
          .forEach(form -> literals.add(kind, form));
    }
  }

  private void beginning(String address) {
    if (counts(Kind.HOST, address)) {
      literals.addBeginning(Kind.HOST, address);
    }
  }

  private boolean counts(Kind kind, String value) {
    return kinds.contains(kind)
        && value.length() >= 3
        && value.length() <= MAX_LENGTH
        && values++ < MAX_VALUES;
  }

  private String placeholder(Kind kind, String value) {
    // A host is one in both forms of its name (RFC 5890, 2.3.2).
    var form = kind == Kind.HOST ? ALabel.domain(value) : value;
    var key = new Key(kind, form.toLowerCase(Locale.ROOT));
    var known = replaced.get(key);
    if (known == null) {
      var number = numbers.merge(kind, 1, Integer::sum);
      known = new Replaced(kind, value, "redacted-" + kind.word() + "-" + number);
      replaced.put(key, known);
    }
    return known.placeholder();
  }

  /// Takes out local-parts, which stand before an `@` and a name, and what follows the host of a
  /// link.
  private String byForm(String text) {
    var locals = kinds.contains(Kind.LOCAL_PART);
    var links = kinds.contains(Kind.LINK);
    var out = new StringBuilder(text.length() + 16);
    var at = 0;
    while (at < text.length()) {
      var c = text.charAt(at);
      if (c == '@'
          && locals
          && at + 1 < text.length()
          && Character.isLetterOrDigit(text.charAt(at + 1))) {
        localPart(out);
        out.append(c);
        at++;
      } else if (c == ':' && links && text.startsWith("//", at + 1) && isScheme(out)) {
        at = link(text, at, out);
      } else {
        out.append(c);
        at++;
      }
    }
    return out.toString();
  }

  private void localPart(StringBuilder out) {
    var start = out.length();
    while (start > 0 && isLocal(out.charAt(start - 1))) {
      start--;
    }
    var local = out.substring(start);
    if (!local.isEmpty() && !local.startsWith("redacted-")) {
      out.setLength(start);
      out.append(placeholder(Kind.LOCAL_PART, local));
    }
  }

  private static boolean isLocal(char c) {
    return Character.isLetterOrDigit(c) || "!#$%&'*+-/=?^_`{|}~.".indexOf(c) >= 0;
  }

  private static boolean isScheme(StringBuilder out) {
    var start = out.length();
    while (start > 0 && Character.isLetter(out.charAt(start - 1)) && out.length() - start < 10) {
      start--;
    }
    var scheme = out.substring(start).toLowerCase(Locale.ROOT);
    return scheme.equals("http") || scheme.equals("https") || scheme.equals("ftp");
  }

  private int link(String text, int colon, StringBuilder out) {
    var host = colon + 3;
    var path = host;
    while (path < text.length() && "/?#".indexOf(text.charAt(path)) < 0 && inLink(text, path)) {
      path++;
    }
    var end = path;
    while (end < text.length() && inLink(text, end)) {
      end++;
    }
    out.append(text, colon, host);
    // What stands before an @ in the authority is a name and a password.
    var user = text.lastIndexOf('@', path - 1);
    out.append(text, user >= host ? user + 1 : host, path);
    if (end > path + 1) {
      out.append('/').append(placeholder(Kind.LINK, text.substring(path, end)));
    } else {
      out.append(text, path, end);
    }
    return end;
  }

  private static boolean inLink(String text, int at) {
    var c = text.charAt(at);
    return c > ' ' && "\"<>\\".indexOf(c) < 0;
  }
}
