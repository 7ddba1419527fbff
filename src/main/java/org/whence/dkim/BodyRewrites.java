package org.whence.dkim;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// What programs do to a body all over: line ends, dots, quoted From lines, blanks at the ends of
/// lines, charsets. Each is undone and tried.
final class BodyRewrites {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  /// How a body is as it was before, given how it is here; text is a character an octet.
  private record Rewrite(DkimReason reason, UnaryOperator<String> undo) {}

  private static final List<Rewrite> REWRITES =
      List.of(
          replacing(DkimReason.LINE_ENDS, "\r+\n", "\r\n"),
          replacing(DkimReason.LINE_ENDS, "\r(?!\n)", "\r\n"),
          replacing(DkimReason.LINE_ENDS, "(?<!\r)\n", " \r\n"),
          replacing(DkimReason.DOTS, "(?m)^\\.\\.", "."),
          replacing(DkimReason.DOTS, "(?m)^\\.", ".."),
          replacing(DkimReason.QUOTED_FROM, "(?m)^>From ", "From "),
          replacing(DkimReason.QUOTED_FROM, "(?m)^From ", ">From "),
          replacing(DkimReason.LINE_BLANKS, "(?m)^--(?=\r?$)", "-- "),
          replacing(DkimReason.LINE_BLANKS, "(?m)[ \t]+(?=\r?$)", ""),
          replacing(DkimReason.LINE_BLANKS, "(?m)^ (?=From |>| )", ""),
          replacing(DkimReason.LINE_BLANKS, "\t", "        "),
          replacing(DkimReason.LINE_BLANKS, "\u00a0", " "),
          replacing(DkimReason.LONG_LINES, "!\r?\n ", ""),
          new Rewrite(DkimReason.CHARSET, text -> recoded(text, StandardCharsets.UTF_8, WINDOWS)),
          new Rewrite(
              DkimReason.CHARSET,
              text -> recoded(text, StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1)),
          new Rewrite(DkimReason.CHARSET, text -> recoded(text, WINDOWS, StandardCharsets.UTF_8)),
          new Rewrite(
              DkimReason.CHARSET,
              text -> recoded(text, StandardCharsets.ISO_8859_1, StandardCharsets.UTF_8)));

  private final byte[] body;
  private final BodyTrial trial;

  BodyRewrites(byte[] body, BodyTrial trial) {
    this.body = body;
    this.trial = trial;
  }

  private static Rewrite replacing(DkimReason reason, String pattern, String by) {
    var compiled = Pattern.compile(pattern, Pattern.UNIX_LINES);
    return new Rewrite(reason, text -> compiled.matcher(text).replaceAll(by));
  }

  Optional<Change> change() {
    var text = new String(body, StandardCharsets.ISO_8859_1);
    for (var rewrite : REWRITES) {
      var before = rewrite.undo().apply(text);
      if (!before.equals(text) && trial.fits(before.getBytes(StandardCharsets.ISO_8859_1))) {
        return Optional.of(difference(rewrite.reason(), before, text));
      }
    }
    return Optional.empty();
  }

  /// The first line that differs, in both forms.
  private static Change difference(DkimReason reason, String before, String here) {
    var at = 0;
    while (at < before.length() && at < here.length() && before.charAt(at) == here.charAt(at)) {
      at++;
    }
    var start = at == 0 ? 0 : here.lastIndexOf('\n', at - 1) + 1;
    return new Change(reason, "body", line(before, start, at), line(here, start, at));
  }

  private static String line(String text, int start, int at) {
    var end = text.indexOf('\n', at);
    return DomainText.utf8(text.substring(start, end < 0 ? text.length() : end + 1));
  }

  /// Octets in one charset, as they were in another; the same where they are not in the first.
  private static String recoded(String text, Charset here, Charset before) {
    try {
      var octets = ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
      var characters = here.newDecoder().decode(octets);
      var recoded = before.newEncoder().encode(characters);
      return StandardCharsets.ISO_8859_1.decode(recoded).toString();
    } catch (CharacterCodingException notInThatCharset) {
      return text;
    }
  }
}
