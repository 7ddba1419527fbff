package org.whence.mail.mime;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The content of a body as characters. Hostile text, in which any character may be.
///
/// @param text the characters as they stand, HTML with its tags
/// @param charset by which it was read
/// @param replaced whether octets that the charset does not have became U+FFFD
/// @param cut whether the content is longer than [#MAX_OCTETS], and the rest was left out
public record BodyText(String text, Charset charset, boolean replaced, boolean cut) {
  /// How much of a body is made into text, in octets.
  public static final int MAX_OCTETS = 2 * 1024 * 1024;

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  /// The text of an entity whose content is text: `text/…`, and what delivery reports are made of
  /// (RFC 3464, RFC 8098, RFC 5965).
  public static Optional<BodyText> of(Entity entity) {
    return isText(entity)
        ? Optional.of(read(entity.beginning(MAX_OCTETS + 1), charset(entity)))
        : Optional.empty();
  }

  static boolean isText(Entity entity) {
    return entity.kind() == Entity.Kind.BODY
        && (entity.type().isA("text")
            || switch (entity.type().name()) {
              case "message/delivery-status",
                  "message/disposition-notification",
                  "message/feedback-report" ->
                  true;
              default -> false;
            });
  }

  private static Optional<Charset> charset(Entity entity) {
    return entity
        .type()
        .parameters()
        .first("charset")
        .flatMap(name -> Charsets.find(name).charset());
  }

  /// Where nothing or nothing known is said, and where ASCII is said of more than ASCII, octets are
  /// UTF-8 if they can be, else Windows-1252, as most programs that say nothing mean it.
  private static BodyText read(byte[] content, Optional<Charset> said) {
    var cut = content.length > MAX_OCTETS;
    var octets = ByteBuffer.wrap(content, 0, Math.min(content.length, MAX_OCTETS));
    var known = said.filter(charset -> !charset.equals(StandardCharsets.US_ASCII));
    if (known.isEmpty()) {
      var utf8 = strict(octets, StandardCharsets.UTF_8, cut);
      if (utf8.isPresent()) {
        return new BodyText(utf8.get(), StandardCharsets.UTF_8, false, cut);
      }
    }
    var charset = known.orElse(WINDOWS_1252);
    return strict(octets, charset, cut)
        .map(text -> new BodyText(text, charset, false, cut))
        .orElseGet(() -> new BodyText(lenient(octets, charset), charset, true, cut));
  }

  /// The text where every octet has its place; a character that was cut in two at the end has none
  /// to lose.
  private static Optional<String> strict(ByteBuffer octets, Charset charset, boolean cut) {
    var decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    var out =
        CharBuffer.allocate((int) (octets.remaining() * (double) decoder.maxCharsPerByte()) + 1);
    var result = decoder.decode(octets.duplicate(), out, !cut);
    return result.isUnderflow() && (cut || decoder.flush(out).isUnderflow())
        ? Optional.of(out.flip().toString())
        : Optional.empty();
  }

  private static String lenient(ByteBuffer octets, Charset charset) {
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE)
          .decode(octets.duplicate())
          .toString();
    } catch (CharacterCodingException e) {
      throw new IllegalStateException("everything is replaced", e);
    }
  }
}
