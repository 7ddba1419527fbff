package org.whence.dkim;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The tags of a signature or of a key record (RFC 6376, 3.2).
public final class TagList {
  private final List<Tag> tags;
  private final List<Flaw> flaws;
  private final Map<String, Tag> byName = new LinkedHashMap<>();

  TagList(List<Tag> tags, List<Flaw> flaws) {
    this.tags = List.copyOf(tags);
    this.flaws = List.copyOf(flaws);
    tags.forEach(tag -> byName.putIfAbsent(tag.name(), tag));
  }

  /// The tags in their order, repeated ones too.
  public List<Tag> tags() {
    return tags;
  }

  /// What the grammar does not allow, in the order of the list.
  public List<Flaw> flaws() {
    return flaws;
  }

  /// The first tag of this name; case matters.
  public Optional<Tag> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /// The value of the first tag of this name.
  public Optional<String> value(String name) {
    return find(name).map(Tag::value);
  }
}
