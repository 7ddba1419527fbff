package org.whence.investigation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whence.investigation.Repair.Kind.BLANK_LINE;
import static org.whence.investigation.Repair.Kind.HTML_ESCAPE;
import static org.whence.investigation.Repair.Kind.INDENTED;
import static org.whence.investigation.Repair.Kind.INVISIBLE;
import static org.whence.investigation.Repair.Kind.LEADING_TEXT;
import static org.whence.investigation.Repair.Kind.LINE_NUMBER;
import static org.whence.investigation.Repair.Kind.LOST_FOLDING;
import static org.whence.investigation.Repair.Kind.QUOTED;
import static org.whence.investigation.Repair.Kind.SPACE;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whence.mail.Message;

/// Headers whose folds begin as fields do, out of a clipboard.
final class DirtyHeaderTest {
  private static final String HEADER =
      """
      Return-Path:
       <ann@example.org>
      Received: from a.example.com
       (2001:db8::1) by b.example.com
       (2001:db8::2) with HTTPS; Mon, 23 Nov 2026
       10:00:00 +0000
      X-Forefront-Antispam-Report:
       CIP:192.0.2.1;CTRY:DE;H:a.example.org
      DKIM-Signature: v=1; a=rsa-sha256; d=example.org; s=s;
       h=From:To:Subject:
       MIME-Version:Content-Type; bh=AAAA;
       b=BBBB
      Received: from c.example.org
       by a.example.com
       https://help.example/1;
       Mon, 23 Nov 2026 09:59:00 +0000
      From: Ann <ann@example.org>
      Subject: long
       and folded
      MIME-Version: 1.0
      """;

  private static final String MAIL = HEADER + "\nSee: this\n:) more\n\nlast\n";

  /// What a clipboard did to a mail, and what is said of it.
  record Dirt(String text, List<Repair.Kind> repairs) {
    Dirt(String text, Repair.Kind... repairs) {
      this(text, List.of(repairs));
    }
  }

  static List<Dirt> dirty() {
    var quoted = MAIL.replaceAll("(?m)^", "> ");
    var escaped = MAIL.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    return List.of(
        new Dirt(MAIL.replaceAll("(?m)^(?=.)", ">"), QUOTED),
        new Dirt(escaped, HTML_ESCAPE),
        new Dirt(escaped.replace("&", "&amp;"), HTML_ESCAPE),
        new Dirt(escaped.replaceAll("(?m)^", "&gt; "), QUOTED, HTML_ESCAPE),
        new Dirt(numbered("%4d  %s"), LINE_NUMBER),
        new Dirt(numbered("%d\t%s"), LINE_NUMBER),
        new Dirt(numbered("%d: %s"), LINE_NUMBER),
        new Dirt(numbered("%2d | %s"), LINE_NUMBER),
        new Dirt("They are:\n\n" + MAIL.replaceAll("(?m)^", "    "), INDENTED, LEADING_TEXT),
        new Dirt(MAIL.replaceAll("(?m)$", "  ").stripTrailing() + "\n", BLANK_LINE),
        new Dirt(HEADER + "\u00A0" + MAIL.substring(HEADER.length()), BLANK_LINE),
        new Dirt("\u200B" + MAIL, INVISIBLE),
        new Dirt(MAIL.replaceAll("(?m)^ ", "\u00A0"), SPACE),
        new Dirt(quoted.replaceAll("(?m)^>  ", "> \u00A0"), QUOTED, SPACE));
  }

  private static String numbered(String form) {
    var lines = MAIL.lines().toList();
    return IntStream.range(0, lines.size())
        .mapToObj(i -> form.formatted(i + 1, lines.get(i)))
        .collect(Collectors.joining("\n"));
  }

  @ParameterizedTest
  @MethodSource("dirty")
  void isReadAsTheCleanMail(Dirt dirt) {
    var input = InputReader.pasted(dirt.text());

    assertThat(input.repairs()).extracting(Repair::kind).isEqualTo(dirt.repairs());
    assertThat(fields(input)).isEqualTo(fields(InputReader.pasted(MAIL)));
    assertThat(message(input).end()).isGreaterThan(message(input).bodyStart());
  }

  @Test
  void cleanMailIsNotRepaired() {
    assertThat(InputReader.pasted(MAIL).repairs()).isEmpty();
  }

  @Test
  void lineOfAServersFieldIsNoFieldOfItsOwn() {
    var lost = MAIL.replace("long\n and", "long and").replaceAll("(?m)^ ", "");
    var input = InputReader.pasted(lost);

    assertThat(fields(input)).isEqualTo(fields(InputReader.pasted(MAIL)));
    assertThat(input.repairs())
        .extracting(Repair::kind, Repair::count)
        .containsExactly(Tuple.tuple(LOST_FOLDING, 11));
    assertThat(fields(InputReader.pasted("See this:\n\n" + lost)))
        .isEqualTo(fields(InputReader.pasted(MAIL)));
  }

  /// Each of these is a field, whatever stands before it.
  @ParameterizedTest
  @ValueSource(strings = {"From:ann@example.org", "X-Odd: 1", "Subject:", "x.y_z: 2"})
  void fieldBehindAServersFieldStaysOne(String field) {
    for (var before : List.of("Received: from a by b; x", "References:", "Message-ID: <a:>")) {
      var input = InputReader.pasted("Return-Path: <a@b>\n" + before + "\n" + field + "\n\nHi");

      assertThat(input.repairs()).isEmpty();
      assertThat(message(input).fields()).hasSize(3);
    }
  }

  @Test
  void lineOfBlanksInAMailWithoutOthersIsAFold() {
    var input = InputReader.pasted("Received: from a by b; x\nSubject: y\n  \nTo: ann\n\nHi");

    assertThat(input.repairs()).isEmpty();
    assertThat(message(input).fields()).hasSize(3);
  }

  @Test
  void placesAreThoseOfTheInput() {
    var input =
        InputReader.pasted(
            """
            > > Return-Path: &lt;a@b&gt;
            > > Received: from a&nbsp;b [192[.]0.2.1]
            > > by c; x
            """);

    assertThat(input.repairs())
        .extracting(Repair::kind, Repair::places)
        .containsExactly(
            Tuple.tuple(
                QUOTED,
                List.of(
                    new Place(1, 1),
                    new Place(2, 1),
                    new Place(3, 1),
                    new Place(1, 3),
                    new Place(2, 3),
                    new Place(3, 3))),
            Tuple.tuple(LOST_FOLDING, List.of(new Place(3, 5))),
            Tuple.tuple(HTML_ESCAPE, List.of(new Place(1, 18), new Place(1, 25), new Place(2, 21))),
            Tuple.tuple(Repair.Kind.DEFANGED, List.of(new Place(2, 33))));
  }

  private static Message message(Input input) {
    return ((Recognised.Mail) input.recognised()).message();
  }

  private static List<String> fields(Input input) {
    return message(input).fields().stream()
        .map(field -> field.name() + ": " + field.value().replaceAll("\\s+", " ").strip())
        .toList();
  }
}
