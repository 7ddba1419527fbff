package org.whence.dkim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.whence.mail.HeaderField;
import org.whence.mail.Message;

/// A message's fields by name, made once for all of its signatures.
public final class HeaderIndex {
  private final Map<String, List<HeaderField>> byName = new HashMap<>();

  /// Indexes the fields of a message.
  public HeaderIndex(Message message) {
    for (var field : message.fields()) {
      if (field.named()) {
        byName.computeIfAbsent(lower(field.name()), _ -> new ArrayList<>()).add(field);
      }
    }
  }

  /// The fields of a name in lower case, from top to bottom.
  List<HeaderField> of(String name) {
    return byName.getOrDefault(name, List.of());
  }

  /// Picks what a signature signs: for each name the last instance that is not picked yet (RFC
  /// 6376, 5.4.2), but never the signature itself.
  public Selection select(Signature signature) {
    var left = new HashMap<String, Integer>();
    var fields = new ArrayList<HeaderField>();
    var absent = new ArrayList<String>();
    for (var name : signature.signedNames()) {
      var all = of(name);
      var at = left.getOrDefault(name, all.size()) - 1;
      if (at >= 0 && all.get(at) == signature.field()) {
        at--;
      }
      left.put(name, Math.max(at, 0));
      if (at < 0) {
        absent.add(name);
      } else {
        fields.add(all.get(at));
      }
    }
    return new Selection(fields, absent);
  }

  static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
