package org.whence.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

final class LineWriterTest {
  private static String line(LineWriter json) {
    var out = new ByteArrayOutputStream();
    json.writeTo(out);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void membersListsAndObjectsArePartedByCommas() {
    var json = new LineWriter();
    json.text("a", "x");
    json.texts("none", List.of());
    json.texts("b", List.of("y", "z"));
    json.begin("c");
    json.beginObject();
    json.number("d", 1);
    json.number("e", -2);
    json.endObject();
    json.beginObject();
    json.endObject();
    json.end();
    json.text("f", "[");
    json.text("g", "{");

    assertThat(line(json))
        .isEqualTo(
            "{\"a\":\"x\",\"b\":[\"y\",\"z\"],\"c\":[{\"d\":1,\"e\":-2},{}],\"f\":\"[\",\"g\":\"{\"}\n");
  }

  @Test
  void whatJsonEscapesIsEscaped() {
    var json = new LineWriter();
    json.text("a", "\"\\\n\u0001ü");

    assertThat(line(json)).isEqualTo("{\"a\":\"\\\"\\\\\\n\\u0001ü\"}\n");
  }

  @Test
  void lineIsAsLongAsItMustBe() {
    var json = new LineWriter();
    json.text("a", "x".repeat(100_000));
    json.text("b", new byte[] {'y'});

    assertThat(line(json)).hasSize(100_017).endsWith("x\",\"b\":\"y\"}\n");
  }

  @Test
  void textInPartsIsOneText() {
    var json = new LineWriter();
    json.begin("a");
    json.item("x", " ", "\\", "ü");
    json.item();
    json.end();

    assertThat(line(json)).isEqualTo("{\"a\":[\"x \\\\ü\",\"\"]}\n");
  }

  @Property
  void anyTextReadsBack(@ForAll int[] codePoints) {
    var text = new StringBuilder();
    for (var each : codePoints) {
      var point = Math.floorMod(each, Character.MAX_CODE_POINT + 1);
      text.appendCodePoint(point >= 0xD800 && point < 0xE000 ? '"' : point);
    }
    var json = new LineWriter();
    json.text("a", text.toString());

    try (var parser = new JsonFactory().createParser(ObjectReadContext.empty(), line(json))) {
      assertThat(parser.nextToken()).isEqualTo(JsonToken.START_OBJECT);
      assertThat(parser.nextName()).isEqualTo("a");
      assertThat(parser.nextToken()).isEqualTo(JsonToken.VALUE_STRING);
      assertThat(parser.getString()).isEqualTo(text.toString());
    }
  }
}
