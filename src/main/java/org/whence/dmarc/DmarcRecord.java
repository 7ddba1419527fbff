package org.whence.dmarc;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A record, read: its tags as published, and what they mean. A value that the grammar does not
/// allow counts as absent (RFC 9989, 4.8); [#flaws] tells it.
///
/// @param text the record as published, its character-strings joined; a character an octet
/// @param tags in order
/// @param flaws what its reader should know, in order
/// @param usable whether it is a list of tags at all: none stands in it twice (RFC 6376, 3.2)
public record DmarcRecord(String text, List<Tag> tags, List<Flaw> flaws, boolean usable) {
  public DmarcRecord {
    tags = List.copyOf(tags);
    flaws = List.copyOf(flaws);
  }

  /// Whether a domain is a public suffix, by its own word (RFC 9989, 4.7, `psd`).
  public enum Suffix {
    /// It is.
    YES,
    /// It is none, and the organization of all that lies below.
    NO,
    /// It does not tell.
    UNKNOWN
  }

  /// The value of a tag, as published.
  public Optional<String> value(String name) {
    for (var tag : tags) {
      if (tag.name().equals(name)) {
        return Optional.of(tag.value());
      }
    }
    return Optional.empty();
  }

  /// The policy of `p`, `sp` or `np`; empty where the tag is absent or its value none.
  public Optional<Policy> policy(String name) {
    return value(name).flatMap(Policy::of);
  }

  /// Whether `p` is there, and `sp` and `np` are right where they are there (RFC 9989, 4.10.1).
  ///
  /// @param subdomains the tags for subdomains that the text in use knows
  boolean hasValidPolicy(List<String> subdomains) {
    return policy("p").isPresent()
        && subdomains.stream().allMatch(tag -> value(tag).isEmpty() || policy(tag).isPresent());
  }

  /// `psd`.
  public Suffix suffix() {
    return switch (flag("psd")) {
      case "y" -> Suffix.YES;
      case "n" -> Suffix.NO;
      default -> Suffix.UNKNOWN;
    };
  }

  /// Whether the owner is testing (`t=y`).
  public boolean testing() {
    return flag("t").equals("y");
  }

  /// Whether `adkim` or `aspf` wants the very same domain.
  boolean strict(String name) {
    return flag(name).equals("s");
  }

  /// The addresses of `rua` or `ruf`, well-formed or not.
  public List<ReportUri> destinations(String name) {
    return value(name).stream()
        .flatMap(value -> Arrays.stream(value.split(",", -1)))
        .map(ReportUri::of)
        .toList();
  }

  /// Whether aggregate reports can go anywhere (RFC 9989, 4.10.1).
  boolean hasDestination() {
    return destinations("rua").stream().anyMatch(ReportUri::wellFormed);
  }

  private String flag(String name) {
    return value(name).map(value -> value.length() == 1 ? lower(value) : value).orElse("");
  }

  private static String lower(String value) {
    return value.toLowerCase(java.util.Locale.ROOT);
  }
}
