package org.whence.report;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.whence.dkim.SignatureResult;
import org.whence.dns.Exchange;
import org.whence.investigation.Envelope;
import org.whence.investigation.Investigation;
import org.whence.investigation.MailResult;
import org.whence.investigation.Recognised;
import org.whence.ip.AddressLiteral;
import org.whence.ip.Addresses;
import org.whence.iprev.IprevResult;
import org.whence.mail.Authors;
import org.whence.mail.Mailbox;
import org.whence.mail.Message;
import org.whence.mail.Received;
import org.whence.mail.mime.Links;

/// What an investigation met that other programs look up: addresses, names, mailboxes, URLs, each
/// once, with the parts that it plays. What is no such thing by its grammar is left out and
/// counted: those programs refuse a whole report for one bad value.
///
/// @param all in the order in which they were met
/// @param resolved which names led to which addresses, by the answers of DNS
/// @param leftOut how many values were not well formed
record Observables(List<Observable> all, List<Resolved> resolved, int leftOut) {
  /// How many links are taken.
  private static final int MAX_LINKS = 1000;

  /// RFC 1123, 2.1, and the underscores that are in use.
  private static final Pattern DOMAIN =
      Pattern.compile(
          "(?=.{1,253}$)[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?(\\.[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?)+");

  private static final Pattern MAILBOX = Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_{|}~-]{1,64}");

  private static final Pattern URL =
      Pattern.compile("(?i)https?://[!-~&&[^\"<>\\\\^`{|}]]{1,2000}");

  Observables {
    all = List.copyOf(all);
    resolved = List.copyOf(resolved);
  }

  /// What a thing is.
  enum Kind {
    IPV4,
    IPV6,
    DOMAIN,
    MAILBOX,
    URL
  }

  /// A thing, and the parts that it plays, such as `client of hop 2`.
  record Observable(Kind kind, String value, List<String> roles) {
    Observable {
      roles = List.copyOf(roles);
    }
  }

  /// A name that an answer gave an address for.
  record Resolved(String domain, String address) {}

  /// @param redaction what takes values out: what it changes into something else is not listed
  static Observables of(Investigation investigation, Optional<Redaction> redaction) {
    var gathering = new Gathering(redaction);
    for (var hop : investigation.hops()) {
      var number = hop.hop().number().map(each -> " of hop " + each).orElse("");
      gathering.hop(hop.hop().received(), number);
    }
    investigation.iprev().forEach(gathering::iprev);
    investigation.mail().ifPresent(gathering::mail);
    if (investigation.input().recognised() instanceof Recognised.Mail(var message, _)) {
      gathering.message(message);
      investigation.input().mime().stream()
          .flatMap(mime -> Links.all(mime).stream())
          .limit(MAX_LINKS)
          .forEach(link -> gathering.url(link.link().target()));
    }
    investigation.tree().allExchanges().forEach(gathering::exchange);
    return gathering.done();
  }

  private record Key(Kind kind, String value) {}

  private static final class Gathering {
    private final Map<Key, TreeSet<String>> found = new LinkedHashMap<>();
    private final Map<Resolved, Boolean> resolved = new LinkedHashMap<>();
    private final Optional<Redaction> redaction;
    private int leftOut;

    Gathering(Optional<Redaction> redaction) {
      this.redaction = redaction;
    }

    void hop(Received hop, String number) {
      hop.fromIp().ifPresent(ip -> address(ip, "client" + number));
      hop.fromHelo().ifPresent(name -> domain(name, "HELO" + number));
      hop.fromRdns().ifPresent(name -> domain(name, "looked-up name" + number));
      hop.by().ifPresent(name -> domain(name, "server" + number));
      hop.byIp().ifPresent(ip -> address(ip, "server" + number));
    }

    void iprev(IprevResult result) {
      address(result.client(), "client, IPREV " + result.verdict().word());
      result.names().forEach(name -> domain(name.name(), "PTR name"));
    }

    void mail(MailResult mail) {
      var envelope = mail.envelope();
      envelope
          .ip()
          .map(Envelope.Told::value)
          .ifPresent(ip -> address(ip, "client of the envelope"));
      envelope.helo().map(Envelope.Told::value).ifPresent(name -> domain(name, "HELO"));
      envelope.mailFrom().map(Envelope.Told::value).ifPresent(from -> mailbox(from, "MAIL FROM"));
      mail.dkim().stream().flatMap(dkim -> dkim.signatures().stream()).forEach(this::signer);
    }

    private void signer(SignatureResult one) {
      var role = "DKIM signer, " + one.verdict().word();
      one.signature().domain().ifPresent(name -> domain(name, role));
    }

    void message(Message message) {
      message.authors().authors().stream()
          .map(Authors.Author::mailbox)
          .map(Mailbox::address)
          .forEach(address -> mailbox(address, "author"));
    }

    void exchange(Exchange exchange) {
      for (var row : exchange.presentation().answer()) {
        var name = row.name().toLowerCase(Locale.ROOT);
        if ((row.type().equals("A") || row.type().equals("AAAA"))
            && DOMAIN.matcher(name).matches()) {
          var address = address(row.data());
          domain(name, "name asked for");
          address.ifPresent(ip -> address(ip, "address of a name"));
          address.ifPresent(ip -> resolved.put(new Resolved(name, Addresses.text(ip)), true));
        }
      }
    }

    private static Optional<InetAddress> address(String text) {
      return AddressLiteral.find(text).map(AddressLiteral::address);
    }

    private void address(InetAddress address, String role) {
      var kind = address instanceof Inet4Address ? Kind.IPV4 : Kind.IPV6;
      add(kind, Addresses.text(address), role);
    }

    private void domain(String name, String role) {
      var lower = name.toLowerCase(Locale.ROOT);
      if (DOMAIN.matcher(lower).matches() && !lower.endsWith(".arpa")) {
        add(Kind.DOMAIN, lower, role);
      } else if (!lower.endsWith(".arpa")) {
        leftOut++;
      }
    }

    private void mailbox(String address, String role) {
      var at = address.lastIndexOf('@');
      if (at < 0) {
        return;
      }
      var domain = address.substring(at + 1).toLowerCase(Locale.ROOT);
      if (MAILBOX.matcher(address.substring(0, at)).matches() && DOMAIN.matcher(domain).matches()) {
        add(Kind.MAILBOX, address.substring(0, at + 1) + domain, role);
        add(Kind.DOMAIN, domain, "domain of the " + role);
      } else {
        leftOut++;
      }
    }

    private void url(String target) {
      if (URL.matcher(target).matches()) {
        add(Kind.URL, target, "link");
      }
    }

    private void add(Kind kind, String value, String role) {
      var told = redaction.map(by -> by.text(value)).orElse(value);
      var stays = (kind == Kind.MAILBOX && told.indexOf('@') > 0) || kind == Kind.URL;
      if (stays || told.equals(value)) {
        found.computeIfAbsent(new Key(kind, told), _ -> new TreeSet<>()).add(role);
      }
    }

    Observables done() {
      return new Observables(
          found.entrySet().stream()
              .map(each ->
                  new Observable(
                      each.getKey().kind(), each.getKey().value(), List.copyOf(each.getValue())))
              .toList(),
          List.copyOf(resolved.keySet()),
          leftOut);
    }
  }
}
