package org.whence.dmarc;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What is to be told of a record's tags beside what they mean. Nothing is asked.
final class RecordFindings {
  private static final Set<String> HISTORIC = Set.of("pct", "rf", "ri");
  private static final Set<String> POLICIES = Set.of("p", "sp", "np");
  private static final Set<String> DESTINATIONS = Set.of("rua", "ruf");
  private static final Map<String, String> FLAGS =
      Map.of("adkim", "rs", "aspf", "rs", "psd", "ynu", "t", "yn");

  private final List<Tag> tags;
  private final List<Flaw> flaws = new ArrayList<>();

  RecordFindings(List<Tag> tags) {
    this.tags = tags;
  }

  /// Whether a tag is registered (RFC 9989, 9.3).
  static boolean isKnown(String name) {
    return name.equals("v")
        || name.equals("fo")
        || POLICIES.contains(name)
        || DESTINATIONS.contains(name)
        || FLAGS.containsKey(name)
        || HISTORIC.contains(name);
  }

  /// The findings: those of a tag in the order of the tags, then those of the whole.
  List<Flaw> flaws() {
    tags.forEach(this::tag);
    whole();
    return flaws;
  }

  private void tag(Tag tag) {
    if (!isKnown(tag.name())) {
      at(DmarcReason.UNKNOWN_TAG, tag);
    } else if (HISTORIC.contains(tag.name())) {
      at(DmarcReason.HISTORIC_TAG, tag);
    } else if (POLICIES.contains(tag.name())) {
      if (Policy.of(tag.value()).isEmpty()) {
        at(DmarcReason.BAD_POLICY, tag);
      }
    } else if (DESTINATIONS.contains(tag.name())) {
      destinations(tag);
    } else if (tag.name().equals("fo") ? !isOptions(tag.value()) : !isFlag(tag)) {
      at(DmarcReason.BAD_VALUE, tag);
    }
  }

  private static boolean isFlag(Tag tag) {
    var allowed = FLAGS.get(tag.name());
    return allowed == null
        || (tag.value().length() == 1 && allowed.contains(tag.value().toLowerCase(Locale.ROOT)));
  }

  /// RFC 9989, 4.8, `dmarc-fo`: each at most once, and not both 0 and 1.
  private static boolean isOptions(String value) {
    var seen = new HashSet<String>();
    for (var option : value.split(":", -1)) {
      var word = option.strip().toLowerCase(Locale.ROOT);
      if (word.length() != 1 || !"01ds".contains(word) || !seen.add(word)) {
        return false;
      }
    }
    return !(seen.contains("0") && seen.contains("1"));
  }

  private void destinations(Tag tag) {
    for (var part : tag.value().split(",", -1)) {
      var uri = ReportUri.of(part);
      if (!uri.wellFormed()) {
        flaws.add(new Flaw(DmarcReason.BAD_URI, tag.offset(), uri.text()));
      } else if (!uri.isMailbox()) {
        flaws.add(new Flaw(DmarcReason.OTHER_SCHEME, tag.offset(), uri.text()));
      }
      uri.size()
          .ifPresent(
              size -> flaws.add(new Flaw(DmarcReason.OBSOLETE_SIZE, tag.offset(), "!" + size)));
    }
  }

  private void whole() {
    var policy = find("p");
    if (policy.isEmpty()) {
      flaws.add(new Flaw(DmarcReason.NO_P, 0, ""));
    } else if (tags.indexOf(policy.get()) != 1) {
      at(DmarcReason.P_NOT_SECOND, policy.get());
    }
    var options = find("fo");
    if (options.isPresent() && find("ruf").isEmpty()) {
      at(DmarcReason.FO_UNUSED, options.get());
    }
    var demands =
        tags.stream()
            .filter(tag -> POLICIES.contains(tag.name()))
            .anyMatch(tag -> Policy.of(tag.value()).filter(p -> p != Policy.NONE).isPresent());
    if (!demands && find("rua").isEmpty() && find("ruf").isEmpty()) {
      flaws.add(new Flaw(DmarcReason.ASKS_NOTHING, 0, ""));
    }
  }

  private Optional<Tag> find(String name) {
    for (var tag : tags) {
      if (tag.name().equals(name)) {
        return Optional.of(tag);
      }
    }
    return Optional.empty();
  }

  private void at(DmarcReason reason, Tag tag) {
    flaws.add(new Flaw(reason, tag.offset(), tag.name() + "=" + tag.value()));
  }
}
