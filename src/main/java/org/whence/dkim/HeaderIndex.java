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
  private final Map<String, List<HeaderField>> byName;

  private HeaderIndex(Map<String, List<HeaderField>> byName) {
    this.byName = byName;
  }

  /// Indexes the fields of a message.
  public HeaderIndex(Message message) {
    this(new HashMap<>());
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

  /// The same without one field.
  HeaderIndex without(HeaderField field) {
    var all = new HashMap<>(byName);
    all.computeIfPresent(
        lower(field.name()),
        (_, fields) -> fields.stream().filter(other -> other != field).toList());
    return new HeaderIndex(all);
  }

  /// What a signer would have picked that begins at the top, against RFC 6376, 5.4.2.
  List<HeaderField> fromTop(Signature signature) {
    var next = new HashMap<String, Integer>();
    var fields = new ArrayList<HeaderField>();
    for (var name : signature.signedNames()) {
      var all = of(name);
      var at = next.getOrDefault(name, 0);
      if (at < all.size() && all.get(at) == signature.field()) {
        at++;
      }
      next.put(name, at + 1);
      if (at < all.size()) {
        fields.add(all.get(at));
      }
    }
    return fields;
  }

  static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
