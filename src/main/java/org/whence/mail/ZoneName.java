package org.whence.mail;

import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.whence.mail.MailDate.Oddity;

/// A zone that a date names in letters.
///
/// RFC 5322, 4.3 knows twelve of them, and counts as UTC whatever has no known meaning. What is
/// here beside the twelve means one offset wherever it is written; `IST` and `BST`, which do not,
/// and the letters of the military are left out.
///
/// @param name in lower case
/// @param offset how far it is from UTC
/// @param oddity that it is none of the twelve
record ZoneName(String name, ZoneOffset offset, Optional<Oddity> oddity) {
  private static final Map<String, ZoneName> ALL =
      Stream.of(
              of(0, "ut", "utc", "gmt", "z"),
              of(-4, "edt"),
              of(-5, "est", "cdt"),
              of(-6, "cst", "mdt"),
              of(-7, "mst", "pdt"),
              of(-8, "pst"),
              other(0, "wet"),
              other(1, "cet", "met", "mez", "west"),
              other(2, "cest", "mest", "mesz", "eet"),
              other(3, "eest", "msk"),
              other(8, "hkt"),
              other(9, "jst", "kst"),
              other(12, "nzst"),
              other(13, "nzdt"),
              other(-8, "akdt"),
              other(-9, "akst"),
              other(-10, "hst"))
          .flatMap(Function.identity())
          .collect(Collectors.toMap(ZoneName::name, Function.identity()));

  /// The zone of that name, in lower case; empty for one that means nothing certain.
  static Optional<ZoneName> of(String name) {
    return Optional.ofNullable(ALL.get(name));
  }

  boolean isUtc() {
    return offset.equals(ZoneOffset.UTC) && oddity.isEmpty();
  }

  private static Stream<ZoneName> of(int hours, String... names) {
    return Stream.of(names)
        .map(name -> new ZoneName(name, ZoneOffset.ofHours(hours), Optional.empty()));
  }

  private static Stream<ZoneName> other(int hours, String... names) {
    return Stream.of(names)
        .map(name -> new ZoneName(name, ZoneOffset.ofHours(hours), Optional.of(Oddity.OTHER_ZONE)));
  }
}
