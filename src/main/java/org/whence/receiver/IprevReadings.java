package org.whence.receiver;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.whence.chain.Verdict;
import org.whence.iprev.IprevVerifier;

/// Reads how a profile reads IPREV: `names=2 family=own temporary=wins missing=fail`.
final class IprevReadings {
  private IprevReadings() {}

  private static final Map<String, String> FORMS =
      Map.of(
          "names", "all, last or a number from 1 to " + IprevVerifier.MAX_NAMES,
          "family", "own or both",
          "temporary", "yields, wins or ignored",
          "missing", "permerror or fail");

  /// Reads it; what is not named is as in RFC 8601.
  ///
  /// @throws IllegalArgumentException where it cannot be read, with the reason
  static IprevReading parse(String text) {
    var settings = new HashMap<String, String>();
    for (var word : List.of(text.strip().split("\\s+", -1))) {
      var equals = word.indexOf('=');
      var name = equals < 0 ? word : word.substring(0, equals);
      if (equals < 0 || !FORMS.containsKey(name)) {
        throw new IllegalArgumentException(
            "'" + word + "' is no setting of iprev; write it as 'names=1 family=own'");
      }
      settings.put(name, word.substring(equals + 1));
    }
    var names = settings.getOrDefault("names", "all");
    return new IprevReading(
        names.equals("last") ? IprevReading.Names.LAST : IprevReading.Names.FIRST,
        limit(names),
        choice(
            "family", settings.getOrDefault("family", "both"), Map.of("own", false, "both", true)),
        choice(
            "temporary",
            settings.getOrDefault("temporary", "yields"),
            Map.of(
                "yields",
                IprevReading.Temporary.YIELDS,
                "wins",
                IprevReading.Temporary.WINS,
                "ignored",
                IprevReading.Temporary.IGNORED)),
        choice(
            "missing",
            settings.getOrDefault("missing", "permerror"),
            Map.of("permerror", Verdict.PERMERROR, "fail", Verdict.FAIL)));
  }

  private static int limit(String names) {
    if (names.equals("all")) {
      return IprevVerifier.MAX_NAMES;
    }
    if (names.equals("last")) {
      return 1;
    }
    if (names.matches("[1-9]|10")) {
      return Integer.parseInt(names);
    }
    throw bad("names", names);
  }

  private static <T> T choice(String name, String value, Map<String, T> choices) {
    var chosen = choices.get(value);
    if (chosen == null) {
      throw bad(name, value);
    }
    return chosen;
  }

  private static IllegalArgumentException bad(String name, String value) {
    return new IllegalArgumentException(
        name + "=" + value + " is not one of " + FORMS.getOrDefault(name, ""));
  }
}
