package org.whence.casefile;

import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.whence.dmarc.SuffixList;
import org.whence.dmarc.SuffixLists;
import org.whence.enrichment.BlockLists;
import org.whence.enrichment.Enrichment;
import org.whence.investigation.Check;
import org.whence.investigation.Options;
import org.whence.investigation.Trust;
import org.whence.ip.AddressLiteral;
import org.whence.ip.Addresses;
import org.whence.mail.BorderRule;
import org.whence.mail.TrustedServers;
import org.whence.receiver.Profile;
import org.whence.receiver.Profiles;
import org.whence.spf.SpfOptions;
import org.whence.spf.Supposition;
import tools.jackson.core.JsonGenerator;

/// What the analyst asked for, as members of a JSON object; the names are those of the JSON report.
/// Documents to be fetched are left out: they are told out of [DocumentsPart], and nobody is asked
/// for one whom whoever made a case chose. A receiver whose profile does not come with the program
/// is left out as well.
final class SettingsPart {
  /// No suffix list has a longer name than a file may have.
  private static final String UNNAMED = "list";

  private SettingsPart() {}

  static void write(Options options, JsonGenerator json) {
    json.writeBooleanProperty("asking", options.asking());
    json.writeBooleanProperty("asksSpecialUse", options.asksSpecialUse());
    JsonOctets.texts("checks", checks(options), json);
    json.writeBooleanProperty("spfRest", options.spf().beyond());
    json.writeBooleanProperty("spfType99", options.spf().type99());
    json.writeArrayPropertyStart("whatIf");
    for (var supposed : options.spf().suppositions()) {
      json.writeStartObject();
      client(supposed.ip(), supposed.helo(), supposed.mailFrom(), json);
      json.writeBooleanProperty("ofHelo", supposed.ofHelo());
      json.writeEndObject();
    }
    json.writeEndArray();
    client(options.ip(), options.helo(), options.mailFrom(), json);
    text("at", options.at().map(Object::toString), json);
    JsonOctets.texts("trusted", options.trust().servers().entries(), json);
    JsonOctets.texts("authservIds", options.trust().authservIds(), json);
    JsonOctets.texts("trustedSealers", options.trust().sealers(), json);
    JsonOctets.text("border", options.trust().border().toString(), json);
    text("suffixList", options.suffixList().map(SuffixList::description), json);
    json.writeArrayPropertyStart("withoutHops");
    options.withoutHops().stream().sorted().forEach(json::writeNumber);
    json.writeEndArray();
    JsonOctets.texts("receivers", options.receivers().stream().map(Profile::name).toList(), json);
    JsonOctets.texts("postures", options.postures(), json);
    JsonOctets.texts("enrichment", words(options.enrichment()), json);
    json.writeNumberProperty("repeat", options.repeat());
  }

  private static List<String> words(Enrichment enrichment) {
    var words = new ArrayList<String>();
    enrichment
        .origin()
        .ifPresent(origin ->
            words.add(
                origin.equals(Enrichment.Origin.CYMRU)
                    ? Enrichment.ORIGIN
                    : Enrichment.ORIGIN + "=" + origin.names()));
    for (var list : enrichment.lists()) {
      words.add(
          BlockLists.bundled().contains(list)
              ? list.zone()
              : (list.domains() ? "domain:" : "ip:") + list.zone());
    }
    return words;
  }

  private static void client(
      Optional<InetAddress> ip,
      Optional<String> helo,
      Optional<String> mailFrom,
      JsonGenerator json) {
    text("ip", ip.map(Addresses::text), json);
    text("helo", helo, json);
    text("mailFrom", mailFrom, json);
  }

  private static void text(String name, Optional<String> value, JsonGenerator json) {
    value.ifPresent(text -> JsonOctets.text(name, text, json));
  }

  private static List<String> checks(Options options) {
    return Arrays.stream(Check.values())
        .filter(options.checks()::contains)
        .map(Check::word)
        .toList();
  }

  /// @param suffixes the public suffix list, where the case has one
  static Options read(Members members, Optional<String> suffixes) throws IOException {
    var name = members.text("suffixList").orElse(UNNAMED);
    return Options.defaults()
        .withAsking(members.truth("asking"))
        .withAsksSpecialUse(members.truth("asksSpecialUse"))
        .withChecks(checks(members))
        .withSpf(
            SpfOptions.defaults()
                .withBeyond(members.truth("spfRest"))
                .withType99(members.truth("spfType99"))
                .withSuppositions(suppositions(members)))
        .withClient(ip(members), members.text("helo"), members.text("mailFrom"))
        .withAt(members.time("at"))
        .withTrust(trust(members))
        .withSuffixList(suffixes.map(text -> SuffixLists.of(text, name)))
        .withoutHops(new HashSet<>(members.numbers("withoutHops")))
        .withReceivers(
            members.texts("receivers").stream()
                .flatMap(profile -> Profiles.named(profile).stream())
                .toList())
        .withPostures(members.texts("postures"))
        .withEnrichment(Enrichment.of(members.texts("enrichment")).orElse(Enrichment.NONE))
        .withRepeat(repeat(members));
  }

  private static Set<Check> checks(Members members) throws IOException {
    var known =
        Arrays.stream(Check.values())
            .collect(Collectors.toMap(check -> check.name().toLowerCase(Locale.ROOT), c -> c));
    var checks = new ArrayList<Check>();
    for (var word : members.texts("checks")) {
      var check = known.get(word);
      if (check == null) {
        throw new IOException("names a check that is none");
      }
      checks.add(check);
    }
    return Set.copyOf(checks);
  }

  private static List<Supposition> suppositions(Members members) throws IOException {
    var suppositions = new ArrayList<Supposition>();
    for (var supposed : members.objects("whatIf")) {
      suppositions.add(
          new Supposition(
              ip(supposed),
              supposed.text("helo"),
              supposed.text("mailFrom"),
              supposed.truth("ofHelo")));
    }
    return suppositions;
  }

  private static Optional<InetAddress> ip(Members members) throws IOException {
    var text = members.text("ip");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    var literal = AddressLiteral.find(text.get());
    if (literal.isEmpty()) {
      throw new IOException("has an \"ip\" that is no address");
    }
    return literal.map(AddressLiteral::address);
  }

  private static Trust trust(Members members) throws IOException {
    var border = BorderRule.parse(members.text("border").orElse("auto"));
    if (border.isEmpty()) {
      throw new IOException("has a \"border\" that is none");
    }
    return new Trust(
        TrustedServers.of(members.texts("trusted")),
        members.texts("authservIds"),
        border.get(),
        members.texts("trustedSealers"));
  }

  /// A case that asked to be repeated more often than anybody may ask is damaged.
  private static int repeat(Members members) throws IOException {
    var repeat = members.number("repeat").orElse(0L);
    if (repeat > Options.MOST_REPEATS) {
      throw new IOException("has a \"repeat\" that is too large");
    }
    return repeat.intValue();
  }
}
