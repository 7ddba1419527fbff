package org.whence.history;

import java.net.InetAddress;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.whence.chain.Outcome;
import org.whence.chain.Value;
import org.whence.enrichment.EnrichmentReason;
import org.whence.enrichment.EnrichmentTopic;
import org.whence.investigation.Envelope;
import org.whence.investigation.Investigation;
import org.whence.investigation.Recognised;
import org.whence.ip.Addresses;
import org.whence.iprev.IprevResult;
import org.whence.iprev.PtrName;
import org.whence.mail.Message;

/// Gathers what an investigation is about.
final class Traits {
  /// How many a case has at most; a list of addresses is no case to be known by.
  private static final int MOST = 1000;

  private final Set<Trait> found = new LinkedHashSet<>();

  private Traits() {}

  static Set<Trait> of(Investigation investigation) {
    var traits = new Traits();
    traits.add(Trait.Kind.INPUT, investigation.input().sha256());
    investigation
        .hops()
        .forEach(hop -> {
          var received = hop.hop().received();
          received.fromIp().ifPresent(traits::address);
          received.fromHelo().ifPresent(helo -> traits.name(Trait.Kind.HELO, helo));
        });
    investigation.iprev().forEach(traits::iprev);
    investigation
        .mail()
        .ifPresent(mail -> {
          traits.envelope(mail.envelope());
          mail.iprev().ifPresent(traits::iprev);
          mail.dkim()
              .ifPresent(dkim ->
                  dkim.signatures()
                      .forEach(each ->
                          traits.signature(
                              each.signature().domain(), each.signature().selector())));
        });
    if (investigation.input().recognised() instanceof Recognised.Mail(var message, _)) {
      traits.author(message);
    }
    investigation
        .tree()
        .all()
        .filter(step -> step.topic() == EnrichmentTopic.ORIGIN)
        .flatMap(step -> step.outcome().stream())
        .forEach(traits::systems);
    return traits.found;
  }

  private void systems(Outcome outcome) {
    if (outcome.reason() == EnrichmentReason.ANNOUNCED
        && outcome.values().getLast() instanceof Value.Text(var numbers)) {
      List.of(numbers.split(" ", -1)).forEach(number -> add(Trait.Kind.AS, number));
    }
  }

  private void iprev(IprevResult result) {
    address(result.client());
    result.names().stream().map(PtrName::name).forEach(name -> name(Trait.Kind.NAME, name));
  }

  private void envelope(Envelope envelope) {
    envelope.ip().ifPresent(ip -> address(ip.value()));
    envelope.helo().ifPresent(helo -> name(Trait.Kind.HELO, helo.value()));
    envelope.mailFrom().ifPresent(sender -> domain(sender.value()));
  }

  private void signature(Optional<String> domain, Optional<String> selector) {
    domain.ifPresent(name -> {
      name(Trait.Kind.DKIM_DOMAIN, name);
      selector.ifPresent(key -> name(Trait.Kind.DKIM_KEY, key + "._domainkey." + name));
    });
  }

  private void author(Message message) {
    message
        .authors()
        .authors()
        .forEach(author -> author.mailbox().domain().ifPresent(this::plainDomain));
  }

  private void plainDomain(String domain) {
    name(Trait.Kind.DOMAIN, domain);
  }

  private void domain(String mailbox) {
    var at = mailbox.lastIndexOf('@');
    if (at >= 0) {
      name(Trait.Kind.DOMAIN, mailbox.substring(at + 1).replace(">", ""));
    }
  }

  private void address(InetAddress address) {
    add(Trait.Kind.ADDRESS, Addresses.text(address));
  }

  private void name(Trait.Kind kind, String name) {
    var lower = name.toLowerCase(Locale.ROOT);
    add(kind, lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower);
  }

  private void add(Trait.Kind kind, String value) {
    if (!value.isBlank() && value.length() <= Trait.LONGEST && found.size() < MOST) {
      found.add(new Trait(kind, value));
    }
  }
}
