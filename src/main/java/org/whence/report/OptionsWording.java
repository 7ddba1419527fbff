package org.whence.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.whence.investigation.Check;
import org.whence.investigation.Options;
import org.whence.investigation.Trust;
import org.whence.ip.Addresses;
import org.whence.mail.BorderRule;
import org.whence.spf.Supposition;

/// What the analyst asked for, in words: whatever is not as it is by default.
final class OptionsWording {
  private final Wording wording;

  OptionsWording(Wording wording) {
    this.wording = wording;
  }

  /// One text for each.
  List<String> words(Options options) {
    var parts = new ArrayList<String>();
    parts.add(wording.text(options.asking() ? "option.asking" : "option.offline"));
    if (options.asksSpecialUse()) {
      parts.add(wording.text("option.special-use"));
    }
    options
        .ip()
        .ifPresent(ip -> parts.add(wording.words("option.ip", wording.name(Addresses.text(ip)))));
    options
        .helo()
        .ifPresent(helo -> parts.add(wording.words("option.helo", wording.running(helo))));
    options
        .mailFrom()
        .ifPresent(from -> parts.add(wording.words("option.mail-from", wording.running(from))));
    if (options.checks().size() < Check.values().length) {
      parts.add(
          wording.words(
              "option.checks",
              Arrays.stream(Check.values())
                  .filter(options.checks()::contains)
                  .map(Check::name)
                  .collect(Collectors.joining(" "))));
    }
    parts.addAll(trust(options.trust()));
    if (options.spf().beyond()) {
      parts.add(wording.text("option.spf-rest"));
    }
    options.spf().suppositions().forEach(each -> parts.add(whatIf(each)));
    if (!options.withoutHops().isEmpty()) {
      parts.add(
          wording.words(
              "option.without-hops",
              options.withoutHops().stream()
                  .sorted()
                  .map(Object::toString)
                  .collect(Collectors.joining(", ")),
              Integer.toString(options.withoutHops().size())));
    }
    options
        .receivers()
        .forEach(profile ->
            parts.add(wording.words("option.receiver", wording.running(profile.name()))));
    options
        .postures()
        .forEach(domain -> parts.add(wording.words("option.posture", wording.name(domain))));
    options
        .enrichment()
        .origin()
        .ifPresent(
            from -> parts.add(wording.words("option.enrichment", wording.name(from.names()))));
    options
        .enrichment()
        .lists()
        .forEach(list -> parts.add(wording.words("option.enrichment", wording.name(list.zone()))));
    options
        .fetches()
        .forEach(uri -> parts.add(wording.words("option.fetch", wording.running(uri))));
    if (options.repeat() > 0) {
      parts.add(wording.words("option.repeat", Integer.toString(options.repeat())));
    }
    options.at().ifPresent(at -> parts.add(wording.words("option.at", at.toString())));
    return parts;
  }

  private String whatIf(Supposition supposed) {
    return wording.words(
        "option.what-if",
        supposed.ip().map(ip -> wording.name(Addresses.text(ip))).orElse(""),
        supposed.helo().map(wording::running).orElse(""),
        supposed.mailFrom().map(path -> path.isEmpty() ? "<>" : wording.running(path)).orElse(""));
  }

  private List<String> trust(Trust trust) {
    var parts = new ArrayList<String>();
    trust
        .servers()
        .entries()
        .forEach(entry -> parts.add(wording.words("option.trusted", wording.name(entry))));
    trust
        .authservIds()
        .forEach(id -> parts.add(wording.words("option.authserv-id", wording.running(id))));
    trust
        .sealers()
        .forEach(domain -> parts.add(wording.words("option.trusted-sealer", wording.name(domain))));
    if (!trust.border().equals(BorderRule.AUTOMATIC)) {
      parts.add(wording.words("option.border", trust.border().toString()));
    }
    return parts;
  }
}
