package org.whence.dkim;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.whence.ip.Ascii;
import org.whence.mail.HeaderField;

/// Reads a signature's field (RFC 6376, 3.5 and 6.1.1) as strictly as the RFC wants it, and keeps
/// what can be read where something cannot. Never throws; linear time.
public final class SignatureParser {
  /// The largest field that is read, in octets.
  public static final int MAX_FIELD = 4 * 1024 * 1024;

  /// How many names `h=` may have.
  public static final int MAX_SIGNED_NAMES = 200_000;

  private static final String VERSION = "1";
  private static final int TIME_DIGITS = 12;
  private static final int LENGTH_DIGITS = 76;

  private final HeaderField field;
  private final SignatureKind kind;
  private final TagList tags;
  private final List<Flaw> flaws = new ArrayList<>();

  private SignatureParser(HeaderField field, SignatureKind kind) {
    this.field = field;
    this.kind = kind;
    if (field.end() - field.start() > MAX_FIELD) {
      this.tags = new TagList(List.of(), List.of());
      flaws.add(new Flaw(DkimReason.FIELD_TOO_LARGE, "", Integer.toString(MAX_FIELD)));
    } else {
      this.tags = TagListParser.parse(value(field));
      flaws.addAll(tags.flaws());
    }
  }

  /// Reads the field of a signature.
  public static Signature parse(HeaderField field, SignatureKind kind) {
    return new SignatureParser(field, kind).parse();
  }

  /// The value, a character an octet, so that places in it are places in the field.
  private static String value(HeaderField field) {
    var skipped = field.valueStart() - field.start();
    var raw = field.raw();
    return new String(raw, skipped, raw.length - skipped, StandardCharsets.ISO_8859_1);
  }

  private Signature parse() {
    if (flaws.stream().noneMatch(flaw -> flaw.reason() == DkimReason.FIELD_TOO_LARGE)) {
      required();
    }
    var domain = domain("d", 2);
    var signed = time("t");
    var expires = time("x");
    var names = signedNames();
    var signature =
        new Signature(
            field,
            kind,
            tags,
            read("a", DkimReason.UNKNOWN_ALGORITHM, SignatureAlgorithm::of),
            read("b", DkimReason.NOT_BASE64, Base64Text::read),
            kind == SignatureKind.ARC_SEAL
                ? Optional.empty()
                : read("bh", DkimReason.NOT_BASE64, Base64Text::read),
            canonicalization(),
            domain,
            domain("s", 1),
            identity(domain),
            names,
            length(),
            signed,
            expires,
            tags.value("z").map(CopiedField::read).orElse(List.of()),
            flaws);
    return consistent(signature);
  }

  /// RFC 6376, 6.1.1: what is required must be there; 3.5 says what.
  private void required() {
    var names =
        switch (kind) {
          case DKIM -> List.of("v", "a", "b", "bh", "d", "h", "s");
          case ARC_MESSAGE -> List.of("a", "b", "bh", "d", "h", "s");
          case ARC_SEAL -> List.of("a", "b", "d", "s");
        };
    for (var name : names) {
      if (tags.find(name).isEmpty()) {
        flaws.add(new Flaw(DkimReason.MISSING_TAG, name, ""));
      }
    }
    if (kind == SignatureKind.DKIM) {
      tags.value("v")
          .filter(version -> !version.equals(VERSION))
          .ifPresent(version -> flaws.add(new Flaw(DkimReason.BAD_VERSION, "v", version)));
      tags.value("q").ifPresent(this::query);
    }
  }

  /// The only method is DNS, TXT; others are ignored as long as it is there.
  private void query(String value) {
    if (Arrays.stream(value.split(":")).map(WhiteSpace::strip).noneMatch("dns/txt"::equals)) {
      flaws.add(new Flaw(DkimReason.UNKNOWN_QUERY, "q", value));
    }
  }

  private <T> Optional<T> read(
      String name, DkimReason otherwise, Function<String, Optional<T>> reader) {
    var value = tags.value(name);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    var found = reader.apply(value.get());
    if (found.isEmpty()) {
      var reason = value.get().isEmpty() ? DkimReason.EMPTY_VALUE : otherwise;
      flaws.add(new Flaw(reason, name, value.get()));
    }
    return found;
  }

  private Optional<Canonicalizations> canonicalization() {
    // RFC 8617 names no default of its own; its test suite, and who passes it, has this one.
    var otherwise =
        kind == SignatureKind.DKIM ? Canonicalizations.DEFAULT : Canonicalizations.RELAXED;
    return kind == SignatureKind.ARC_SEAL || tags.find("c").isEmpty()
        ? Optional.of(otherwise)
        : read("c", DkimReason.UNKNOWN_CANONICALIZATION, Canonicalizations::read);
  }

  private Optional<String> domain(String name, int leastLabels) {
    return read(name, DkimReason.BAD_DOMAIN, value -> DomainText.read(value, leastLabels));
  }

  private Optional<String> identity(Optional<String> domain) {
    if (kind != SignatureKind.DKIM) {
      return Optional.empty();
    }
    if (tags.find("i").isEmpty()) {
      return domain.map(name -> "@" + name);
    }
    return read("i", DkimReason.BAD_IDENTITY, SignatureParser::address);
  }

  private static Optional<String> address(String value) {
    var text = QuotedPrintable.decode(value);
    var at = text.lastIndexOf('@');
    return at < 0
        ? Optional.empty()
        : DomainText.read(text.substring(at + 1), 2)
            .map(domain -> DomainText.utf8(text.substring(0, at)) + "@" + domain);
  }

  private List<String> signedNames() {
    if (kind == SignatureKind.ARC_SEAL) {
      // RFC 8617, 4.1.3
      tags.value("h").ifPresent(value -> flaws.add(new Flaw(DkimReason.SEAL_SIGNS, "h", value)));
      return List.of();
    }
    var value = tags.value("h").orElse("");
    if (value.isEmpty()) {
      if (kind == SignatureKind.DKIM && tags.find("h").isPresent()) {
        flaws.add(new Flaw(DkimReason.EMPTY_VALUE, "h", ""));
      }
      return List.of();
    }
    var names = new ArrayList<String>();
    for (var at = 0; at <= value.length(); ) {
      var colon = value.indexOf(':', at);
      var end = colon < 0 ? value.length() : colon;
      var name = WhiteSpace.strip(value.substring(at, end)).toLowerCase(Locale.ROOT);
      if (!name.isEmpty()) {
        names.add(name);
      }
      at = end + 1;
    }
    if (names.size() > MAX_SIGNED_NAMES) {
      flaws.add(new Flaw(DkimReason.TOO_MANY_SIGNED, "h", Integer.toString(MAX_SIGNED_NAMES)));
      return List.of();
    }
    return names;
  }

  private Optional<Long> length() {
    return kind == SignatureKind.ARC_SEAL
        ? Optional.empty()
        : read("l", DkimReason.BAD_NUMBER, value -> number(value, LENGTH_DIGITS));
  }

  private static Optional<Long> number(String value, int mostDigits) {
    if (!Ascii.isDigits(value) || value.length() > mostDigits) {
      return Optional.empty();
    }
    try {
      return Optional.of(Long.parseLong(value));
    } catch (NumberFormatException tooLarge) {
      return Optional.of(Long.MAX_VALUE);
    }
  }

  /// RFC 6376, 3.5: any value longer than 12 digits may be considered infinite.
  private Optional<Instant> time(String name) {
    return read(
        name,
        DkimReason.BAD_NUMBER,
        value ->
            number(value, Integer.MAX_VALUE)
                .map(seconds ->
                    value.length() > TIME_DIGITS ? Instant.MAX : Instant.ofEpochSecond(seconds)));
  }

  /// What does not fit together, although each tag is well-formed.
  private Signature consistent(Signature read) {
    var found = read;
    if (read.signed().isPresent()
        && read.expires().isPresent()
        && !read.expires().get().isAfter(read.signed().get())) {
      found = found.with(new Flaw(DkimReason.EXPIRES_BEFORE, "x", tags.value("x").orElse("")));
    }
    if (kind == SignatureKind.ARC_MESSAGE && read.signedNames().contains("arc-seal")) {
      found = found.with(new Flaw(DkimReason.SEAL_SIGNED, "h", "arc-seal"));
    }
    if (kind == SignatureKind.DKIM) {
      if (!read.signedNames().isEmpty() && !read.signedNames().contains("from")) {
        found = found.with(new Flaw(DkimReason.FROM_NOT_SIGNED, "h", ""));
      }
      var identity = read.identity().map(i -> i.substring(i.lastIndexOf('@') + 1));
      if (identity.isPresent()
          && read.domain().isPresent()
          && !DomainText.isWithin(identity.get(), read.domain().get())) {
        found = found.with(new Flaw(DkimReason.IDENTITY_OUTSIDE, "i", identity.get()));
      }
    }
    return found;
  }
}
