package org.whence.header;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.whence.chain.Value;
import org.whence.dns.ALabel;
import org.whence.dns.ULabel;

/// A domain in both of its forms.
///
/// @param ascii in A-labels, where it has some
/// @param unicode in U-labels, where it has some
/// @param mixed the scripts of the first label that mixes them, empty where none does
/// @param fake whether a label begins like an A-label and is none
record DomainForm(String ascii, String unicode, Set<Character.UnicodeScript> mixed, boolean fake) {
  /// The sets of scripts that are written together (UTS 39, 5.2: Highly Restrictive).
  private static final List<Set<Character.UnicodeScript>> TOGETHER =
      List.of(
          EnumSet.of(
              Character.UnicodeScript.LATIN,
              Character.UnicodeScript.HAN,
              Character.UnicodeScript.HIRAGANA,
              Character.UnicodeScript.KATAKANA),
          EnumSet.of(
              Character.UnicodeScript.LATIN,
              Character.UnicodeScript.HAN,
              Character.UnicodeScript.BOPOMOFO),
          EnumSet.of(
              Character.UnicodeScript.LATIN,
              Character.UnicodeScript.HAN,
              Character.UnicodeScript.HANGUL));

  /// Hears what there is to tell of a domain.
  interface Told {
    void about(HeaderReason reason, Value... values);
  }

  static DomainForm of(String domain) {
    var unicode = ULabel.domain(domain);
    var mixed =
        Arrays.stream(unicode.split("\\.", -1))
            .map(DomainForm::scripts)
            .filter(DomainForm::isMixture)
            .findFirst()
            .orElse(Set.of());
    var fake = Arrays.stream(domain.split("\\.", -1)).anyMatch(ULabel::isFake);
    return new DomainForm(ALabel.domain(domain), unicode, mixed, fake);
  }

  void tell(Told told) {
    if (!ascii.equals(unicode)) {
      told.about(HeaderReason.INTERNATIONAL_DOMAIN, Value.domain(ascii), Value.of(unicode));
    }
    if (!mixed.isEmpty()) {
      told.about(HeaderReason.MIXED_SCRIPTS, Value.of(unicode), Value.of(names()));
    }
    if (fake) {
      told.about(HeaderReason.FAKE_A_LABEL, Value.domain(ascii));
    }
  }

  /// `Cyrillic, Latin`
  private String names() {
    return mixed.stream()
        .map(
            script -> script.name().charAt(0) + script.name().substring(1).toLowerCase(Locale.ROOT))
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static Set<Character.UnicodeScript> scripts(String label) {
    var scripts = EnumSet.noneOf(Character.UnicodeScript.class);
    label.codePoints().mapToObj(Character.UnicodeScript::of).forEach(scripts::add);
    scripts.remove(Character.UnicodeScript.COMMON);
    scripts.remove(Character.UnicodeScript.INHERITED);
    return scripts;
  }

  private static boolean isMixture(Set<Character.UnicodeScript> scripts) {
    return scripts.size() > 1 && TOGETHER.stream().noneMatch(set -> set.containsAll(scripts));
  }
}
