package org.whence.dkim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A key record (RFC 6376, 3.6.1), as far as it can be read.
///
/// @param tags all of its tags
/// @param type `k=`, or what stands for it
/// @param data `p=`; empty where the key is revoked or cannot be read
/// @param hashes `h=`; empty where all are allowed
/// @param services `s=`, or what stands for it
/// @param flags `t=`
/// @param flaws what makes it invalid
public record KeyRecord(
    TagList tags,
    String type,
    Optional<Base64Text> data,
    List<String> hashes,
    List<String> services,
    List<String> flags,
    List<Flaw> flaws) {
  private static final String VERSION = "DKIM1";

  public KeyRecord {
    hashes = List.copyOf(hashes);
    services = List.copyOf(services);
    flags = List.copyOf(flags);
    flaws = List.copyOf(flaws);
  }

  /// Reads a record.
  ///
  /// @param text its character-strings joined without a blank, a character an octet
  public static KeyRecord parse(String text) {
    var tags = TagListParser.parse(text);
    var flaws = new ArrayList<>(tags.flaws());
    tags.value("v")
        .filter(version -> !version.equals(VERSION))
        .ifPresent(version -> flaws.add(new Flaw(DkimReason.BAD_VERSION, "v", version)));
    var value = tags.value("p");
    var data = value.flatMap(Base64Text::read);
    if (value.isEmpty()) {
      flaws.add(new Flaw(DkimReason.MISSING_TAG, "p", ""));
    } else if (data.isEmpty() && !value.get().isEmpty()) {
      flaws.add(new Flaw(DkimReason.NOT_BASE64, "p", value.get()));
    }
    return new KeyRecord(
        tags,
        tags.value("k").orElse(KeyType.RSA.word()),
        data,
        list(tags, "h", List.of()),
        list(tags, "s", List.of("*")),
        list(tags, "t", List.of()),
        flaws);
  }

  private static List<String> list(TagList tags, String name, List<String> otherwise) {
    return tags.value(name)
        .map(value ->
            Arrays.stream(value.split(":"))
                .map(WhiteSpace::strip)
                .filter(word -> !word.isEmpty())
                .toList())
        .orElse(otherwise);
  }

  /// Whether the owner revoked it: `p=` with nothing behind it.
  public boolean isRevoked() {
    return tags.value("p").filter(String::isEmpty).isPresent();
  }

  /// Whether it is there for tests: `t=y`.
  public boolean isTesting() {
    return flags.contains("y");
  }

  /// Whether `i=` must have the very domain of `d=`: `t=s`.
  public boolean isStrict() {
    return flags.contains("s");
  }

  /// Whether it is for mail.
  public boolean isForMail() {
    return services.contains("*") || services.contains("email");
  }

  /// Whether it allows a hash.
  public boolean allows(HashAlgorithm hash) {
    return tags.find("h").isEmpty() || hashes.contains(hash.word());
  }

  /// Whether `v=` is there and stands behind another tag.
  boolean hasLateVersion() {
    return tags.find("v").isPresent() && !tags.tags().getFirst().name().equals("v");
  }
}
