package org.whence.mail.mime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import java.util.Optional;
import org.apache.james.mime4j.stream.ParserCursor;
import org.apache.james.mime4j.stream.RawFieldParser;
import org.apache.james.mime4j.util.ByteArrayBuffer;

/// A word with parameters: the value of Content-Type (RFC 2045, 5.1) or Content-Disposition (RFC
/// 2183, 2), where there is no subtype.
///
/// @param type the type in lower case, such as `text`; never empty
/// @param subtype the subtype in lower case, such as `html`; empty where the field has none
/// @param parameters its parameters
public record ContentType(String type, String subtype, Parameters parameters) {
  /// How much of a value is read, in characters; RFC 5322 has lines of 998.
  static final int MAX_LENGTH = 64 * 1024;

  /// RFC 2045, 5.2: what an entity is that says nothing.
  static final ContentType TEXT = of("text", "plain");

  /// RFC 2046, 5.1.5: what a part of a digest is that says nothing.
  static final ContentType MESSAGE = of("message", "rfc822");

  private static ContentType of(String type, String subtype) {
    return new ContentType(type, subtype, new Parameters(java.util.Map.of()));
  }

  /// Reads the value of a field, unfolded or not; comments are dropped.
  ///
  /// @return empty where there is no type
  public static Optional<ContentType> parse(String value) {
    var text = value.length() > MAX_LENGTH ? value.substring(0, MAX_LENGTH) : value;
    var octets = new ByteArrayBuffer(text.getBytes(UTF_8), true);
    var body = RawFieldParser.DEFAULT.parseRawBody(octets, new ParserCursor(0, octets.length()));
    var full = body.getValue() == null ? "" : body.getValue().toLowerCase(Locale.ROOT);
    var slash = full.indexOf('/');
    var type = (slash < 0 ? full : full.substring(0, slash)).strip();
    var subtype = slash < 0 ? "" : full.substring(slash + 1).strip();
    return type.isEmpty()
        ? Optional.empty()
        : Optional.of(new ContentType(type, subtype, Parameters.of(body.getParams())));
  }

  /// The boundary of a multipart, an octet a character; empty where there is none.
  Optional<String> boundary() {
    return parameters
        .first("boundary")
        .map(said -> new String(said.getBytes(UTF_8), ISO_8859_1))
        .filter(said -> !said.isEmpty());
  }

  /// Whether type and subtype have the form of such (RFC 2045, 5.1).
  boolean isWellFormed() {
    return isToken(type) && isToken(subtype);
  }

  private static boolean isToken(String text) {
    return !text.isEmpty()
        && text.chars().allMatch(c -> c > ' ' && c < 0x7F && "()<>@,;:\\\"/[]?=".indexOf(c) < 0);
  }

  /// This one as another type, with the parameters that it has.
  ContentType as(ContentType other) {
    return new ContentType(other.type, other.subtype, parameters);
  }

  /// Type and subtype, such as `text/html`.
  public String name() {
    return subtype.isEmpty() ? type : type + "/" + subtype;
  }

  /// Whether it is this type and subtype, given in lower case.
  public boolean is(String other) {
    return name().equals(other);
  }

  /// Whether its type is this one, given in lower case.
  public boolean isA(String other) {
    return type.equals(other);
  }
}
