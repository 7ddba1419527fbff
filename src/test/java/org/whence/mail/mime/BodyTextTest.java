package org.whence.mail.mime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whence.Suites;
import org.whence.Suites.Case;
import org.whence.mail.HeaderField;
import org.whence.mail.Message;

final class BodyTextTest {

  @Test
  void charsetIsFoundByWhateverNameAMailGivesIt() {
    assertThat(text("utf-8", "\u00E4\u20AC".getBytes(UTF_8))).isEqualTo("\u00E4\u20AC");
    assertThat(text("UFT-8", "\u00E4".getBytes(UTF_8))).isEqualTo("\u00E4");
    assertThat(text("iso8859_1", new byte[] {(byte) 0xE4})).isEqualTo("\u00E4");
    assertThat(text("cp-1252", new byte[] {(byte) 0x80})).isEqualTo("\u20AC");
    assertThat(text("iso-2022-jp", "\u65E5\u672C".getBytes(Charset.forName("iso-2022-jp"))))
        .isEqualTo("\u65E5\u672C");
    assertThat(text("unicode-1-1-utf-7", "Hi Mom +Jjo-! +ZeVnLIqe- 1+-1".getBytes(UTF_8)))
        .isEqualTo("Hi Mom \u263A! \u65E5\u672C\u8A9E 1+1");
  }

  /// `1` in a circle, which programs of Windows write and JIS X 0208 has not.
  @ParameterizedTest
  @ValueSource(strings = {"shift_jis", "x-sjis", "sjis", "cp932", "ms932", "windows-31j"})
  void shiftJisIsThatOfWindows(String charset) {
    assertThat(text(charset, new byte[] {(byte) 0x87, 0x40})).isEqualTo("\u2460");
  }

  @Test
  void whereNothingKnownIsSaidOctetsAreUtf8OrWindows1252() {
    assertThat(text("us-ascii", "\u00E4".getBytes(UTF_8))).isEqualTo("\u00E4");
    assertThat(text("klingon", new byte[] {(byte) 0xE4, (byte) 0x93})).isEqualTo("\u00E4\u201C");
  }

  @Test
  void octetsThatTheCharsetDoesNotHaveAreReplacedAndSaid() {
    var body = body("utf-8", new byte[] {'a', (byte) 0xFF, 'b'});

    assertThat(body.text()).isEqualTo("a\uFFFDb");
    assertThat(body.replaced()).isTrue();
  }

  @Property
  void anyOctetsAreText(@ForAll byte[] octets) {
    for (var charset : List.of("utf-7", "utf-16", "iso-2022-jp", "gb18030", "big5", "x")) {
      assertThat(body(charset, octets).cut()).isFalse();
    }
  }

  /// One message with LF, CRLF and CR is one message.
  @TestFactory
  Stream<DynamicTest> lineEndsMakeNoDifference() {
    return Suites.cases("mail/sisimai.json").stream()
        .filter(example -> example.has("group"))
        .collect(Collectors.groupingBy(example -> example.text("group").orElseThrow()))
        .entrySet()
        .stream()
        .sorted(Map.Entry.comparingByKey())
        .map(group -> DynamicTest.dynamicTest(group.getKey(), () -> same(group.getValue())));
  }

  private static void same(List<Case> examples) throws Exception {
    var shapes = new java.util.ArrayList<String>();
    for (var example : examples) {
      shapes.add(shape(example));
    }
    assertThat(shapes).hasSize(3).allMatch(shapes.getFirst()::equals);
  }

  private static String shape(Case example) throws Exception {
    var file = Suites.file("mail/" + example.text("file").orElseThrow());
    var root = MimeReader.read(Message.read(Files.readAllBytes(file)));
    return root.all()
        .map(entity ->
            entity
                + entity.fields().stream().map(BodyTextTest::field).toList().toString()
                + BodyText.of(entity)
                    .map(body -> Links.words(entity, body).replaceAll("\\R", "\n"))
                    .orElse(entity.sha256().orElse("")))
        .collect(Collectors.joining("\n"));
  }

  private static String field(HeaderField field) {
    return field.name() + ":" + field.value();
  }

  private static String text(String charset, byte[] octets) {
    return body(charset, octets).text();
  }

  private static BodyText body(String charset, byte[] octets) {
    var source =
        "Content-Type: text/plain; charset=" + charset + "\n\n" + new String(octets, ISO_8859_1);
    var root = MimeReader.read(Message.read(source.getBytes(ISO_8859_1)));
    return BodyText.of(root).orElseThrow();
  }
}
