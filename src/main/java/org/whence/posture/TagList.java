package org.whence.posture;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.whence.chain.Value;

/// The tags of a record, `name=value` with semicolons between, by their names in lower case; of a
/// tag that stands twice the first counts.
final class TagList {
  private final Map<String, String> tags = new LinkedHashMap<>();

  private TagList() {}

  /// Reads a record; what is no tag is noted.
  static TagList of(String text, Part part) {
    var list = new TagList();
    for (var each : text.split(";", -1)) {
      var equals = each.indexOf('=');
      if (equals > 0) {
        list.tags.putIfAbsent(
            each.substring(0, equals).strip().toLowerCase(Locale.ROOT),
            each.substring(equals + 1).strip());
      } else if (!each.isBlank()) {
        part.note(PostureReason.NOT_A_TAG, Value.of(each.strip()));
      }
    }
    return list;
  }

  Optional<String> value(String name) {
    return Optional.ofNullable(tags.get(name));
  }
}
