package org.whence.dkim;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whence.mail.Message;

final class HeaderCanonicalizerTest {
  private static String canonical(Canonicalization how, String field) {
    var message = Message.read((field + "\r\n\r\n").getBytes(ISO_8859_1));
    var buffer = new OctetBuffer(0);
    HeaderCanonicalizer.add(message.fields().getFirst(), how, buffer);
    return text(buffer);
  }

  private static String text(OctetBuffer buffer) {
    var out = new ByteArrayOutputStream();
    buffer.moveTo((octets, from, to) -> out.write(octets, from, to - from));
    return out.toString(ISO_8859_1);
  }

  /// RFC 6376, 3.4.5 and 3.4.2.
  @ParameterizedTest
  @CsvSource({
    "'A:\\sX',RELAXED,'a:X'",
    "'B\\s:\\sY\\t\\r\\n\\tZ\\s\\s',RELAXED,'b:Y\\sZ'",
    "'A:\\sX',SIMPLE,'A:\\sX'",
    "'B\\s:\\sY\\t\\r\\n\\tZ\\s\\s',SIMPLE,'B\\s:\\sY\\t\\r\\n\\tZ\\s\\s'",
    "'B:\\sY\\n\\tZ',SIMPLE,'B:\\sY\\r\\n\\tZ'",
    "'SubJect:',RELAXED,'subject:'",
    "'SubJect:\\s\\t\\s',RELAXED,'subject:'",
    "'S:\\r\\n\\sa',RELAXED,'s:a'",
    "'S:\\s\\u00e4\\s\\s\\u0001',RELAXED,'s:\\u00e4\\s\\u0001'"
  })
  void fieldBecomes(String field, Canonicalization how, String expected) {
    assertThat(canonical(how, unescaped(field))).isEqualTo(unescaped(expected));
  }

  private static String unescaped(String text) {
    return text.replace("\\u00e4", "\u00e4").replace("\\u0001", "\u0001").translateEscapes();
  }

  @Test
  void signatureIsTakenOutWithTheWhiteSpaceAroundIt() {
    var text = "DKIM-Signature: a=1; b = ab\r\n  cd ; c=2\r\nFrom: x\r\n\r\n";
    var field = Message.read(text.getBytes(ISO_8859_1)).fields().getFirst();
    var signature = SignatureParser.parse(field, SignatureKind.DKIM);
    var buffer = new OctetBuffer(0);

    HeaderCanonicalizer.addUnsigned(signature, Canonicalization.SIMPLE, buffer);
    assertThat(text(buffer)).isEqualTo("DKIM-Signature: a=1; b =; c=2");
    HeaderCanonicalizer.addUnsigned(signature, Canonicalization.RELAXED, buffer);
    assertThat(text(buffer)).isEqualTo("dkim-signature:a=1; b =; c=2");
  }

  @Provide
  Arbitrary<String> fields() {
    return Arbitraries.of("a", "B", " ", "\t", "  ", "\r\n ", "\r\n\t", "\n ", "\u00ff", "x y", ":")
        .list()
        .ofMaxSize(30)
        .map(parts -> "Na-Me:" + String.join("", parts));
  }

  @Property
  void fastWayIsThePlainWay(@ForAll("fields") String field, @ForAll Canonicalization how) {
    // A line of blanks alone would end the header for some; here it is part of the field.
    assertThat(canonical(how, field)).isEqualTo(Reference.header(how, field));
  }

  @Property
  void canonicalFormIsItsOwn(@ForAll("fields") String field, @ForAll Canonicalization how) {
    var once = canonical(how, field);
    assertThat(canonical(how, once)).isEqualTo(once);
  }
}
