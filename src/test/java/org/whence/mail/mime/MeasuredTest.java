package org.whence.mail.mime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.HexFormat;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/// What is measured in pieces is what the whole content is.
final class MeasuredTest {
  @Provide
  Arbitrary<String> bodies() {
    return Arbitraries.strings()
        .withChars("=AB3D09 \t\n\n\r+/é_")
        .ofMaxLength(300)
        .map(text -> text.replace("\r", "\r\n"));
  }

  @Provide
  Arbitrary<String> encodings() {
    return Arbitraries.of("base64", "quoted-printable", "7bit");
  }

  @Property
  void piecesAddUpToTheWhole(
      @ForAll("bodies") String body,
      @ForAll("encodings") String encoding,
      @ForAll @IntRange(min = 1, max = 40) int piece)
      throws Exception {
    var raw = body.getBytes(ISO_8859_1);
    var from = Math.min(raw.length, 3);
    var whole = Content.of(encoding, raw, from, raw.length);

    var measured = Measured.of(encoding, raw, new Entity.Range(from, raw.length), piece);

    assertThat(measured.size()).isEqualTo(whole.octets().length);
    assertThat(measured.broken()).isEqualTo(whole.broken());
    assertThat(measured.sha256())
        .isEqualTo(
            HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(whole.octets())));
  }

  @Property
  void beginningIsThatOfTheWhole(
      @ForAll("bodies") String body,
      @ForAll("encodings") String encoding,
      @ForAll @IntRange(max = 400) int most) {
    var raw = body.getBytes(ISO_8859_1);
    var whole = Content.of(encoding, raw, 0, raw.length).octets();

    var beginning =
        Content.beginning(encoding, raw, new Entity.Range(0, raw.length), most).octets();

    assertThat(beginning).isEqualTo(java.util.Arrays.copyOf(whole, Math.min(most, whole.length)));
  }
}
