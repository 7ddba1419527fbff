package org.whence.dkim;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BodyCanonicalizerTest {
  private static byte[] canonical(Canonicalization how, byte[] body, int... pieces) {
    var out = new ByteArrayOutputStream();
    var canonicalizer =
        new BodyCanonicalizer(how, (octets, from, to) -> out.write(octets, from, to - from));
    var at = 0;
    for (var piece : pieces) {
      var end = Math.min(body.length, at + piece);
      canonicalizer.update(body, at, end);
      at = end;
    }
    canonicalizer.update(body, at, body.length);
    canonicalizer.finish();
    return out.toByteArray();
  }

  private static String canonical(Canonicalization how, String body) {
    return new String(canonical(how, body.getBytes(ISO_8859_1)), ISO_8859_1);
  }

  /// RFC 6376, 3.4.5, and what 3.4.3 and 3.4.4 say of empty bodies and ends.
  @ParameterizedTest
  @CsvSource({
    "'\\s\\sC\\s\\r\\nD\\s\\t\\sE\\r\\n\\r\\n\\r\\n',RELAXED,'\\sC\\r\\nD\\sE\\r\\n'",
    "'\\s\\sC\\s\\r\\nD\\s\\t\\sE\\r\\n\\r\\n\\r\\n',SIMPLE,'\\s\\sC\\s\\r\\nD\\s\\t\\sE\\r\\n'",
    "'',RELAXED,''",
    "'',SIMPLE,'\\r\\n'",
    "'\\r\\n\\r\\n',RELAXED,''",
    "'\\r\\n\\r\\n',SIMPLE,'\\r\\n'",
    "'\\s\\t\\r\\n\\s',RELAXED,''",
    "'a',RELAXED,'a\\r\\n'",
    "'a',SIMPLE,'a\\r\\n'",
    "'a\\nb\\n\\n',RELAXED,'a\\r\\nb\\r\\n'",
    "'a\\nb\\n\\n',SIMPLE,'a\\r\\nb\\r\\n'",
    "'a\\rb\\r',RELAXED,'a\\rb\\r\\r\\n'",
    "'a\\r\\r\\nb',SIMPLE,'a\\r\\r\\nb\\r\\n'",
    "'a\\s\\rb',RELAXED,'a\\s\\rb\\r\\n'",
    "'a\\r\\n\\s\\r\\nb',RELAXED,'a\\r\\n\\r\\nb\\r\\n'",
    "'a\\t',RELAXED,'a\\r\\n'",
    "'a\\t',SIMPLE,'a\\t\\r\\n'"
  })
  void bodyBecomes(String body, Canonicalization how, String expected) {
    assertThat(canonical(how, body.translateEscapes())).isEqualTo(expected.translateEscapes());
  }

  @Provide
  Arbitrary<byte[]> bodies() {
    // What decides is rare in arbitrary octets, so most of them are of that kind.
    return Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(
                5, Arbitraries.of(" ", "\t", "\r", "\n", "\r\n", "  ", "\r\n\r\n", "!", "\u000b")),
            net.jqwik.api.Tuple.of(2, Arbitraries.of("a", "text ", "x".repeat(40), "\u0000\u00ff")),
            net.jqwik.api.Tuple.of(
                1, Arbitraries.strings().ofMaxLength(20).withCharRange('\u0000', '\u00ff')))
        .list()
        .ofMaxSize(60)
        .map(parts -> String.join("", parts).getBytes(ISO_8859_1));
  }

  @Property
  void fastWayIsThePlainWay(@ForAll("bodies") byte[] body, @ForAll Canonicalization how) {
    assertThat(canonical(how, body)).isEqualTo(Reference.body(how, body));
  }

  @Property
  void whereAPieceEndsNeverMatters(
      @ForAll("bodies") byte[] body,
      @ForAll Canonicalization how,
      @ForAll List<@net.jqwik.api.constraints.IntRange(max = 50) Integer> pieces) {
    var lengths = pieces.stream().mapToInt(Integer::intValue).toArray();
    assertThat(canonical(how, body, lengths)).isEqualTo(canonical(how, body));
  }

  @Property
  void canonicalFormIsItsOwn(@ForAll("bodies") byte[] body, @ForAll Canonicalization how) {
    var once = canonical(how, body);
    assertThat(canonical(how, once)).isEqualTo(once);
  }

  /// Runs that are longer than any buffer on the way.
  @Test
  void longRunsAreThePlainWayToo() {
    var random = new java.util.Random(ThreadLocalRandom.current().nextLong());
    var text = new StringBuilder();
    while (text.length() < 200_000) {
      var part = List.of("x", " ", "\t", "\r\n", "\n", "\r").get(random.nextInt(6));
      text.append(part.repeat(1 + random.nextInt(random.nextBoolean() ? 3 : 5_000)));
    }
    var body = text.toString().getBytes(ISO_8859_1);
    for (var how : Canonicalization.values()) {
      assertThat(canonical(how, body, 1, 32_768, 32_768, 7, 100_000))
          .isEqualTo(Reference.body(how, body));
    }
  }
}
