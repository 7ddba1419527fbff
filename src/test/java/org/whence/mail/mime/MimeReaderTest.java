package org.whence.mail.mime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whence.mail.Defect;
import org.whence.mail.Message;

final class MimeReaderTest {
  private static final String MIXED =
      """
      Subject: x
      Content-Type: multipart/mixed; boundary=b

      before
      --b
      Content-Type: text/plain; charset=utf-8

      one
      two
      --b
      Content-Type: application/pdf; name=a.pdf
      Content-Transfer-Encoding: base64
      Content-Disposition: attachment; filename=a.pdf

      aGVsbG8=
      --b--
      behind
      """;

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r", "\r\r\n"})
  void positionsAreThoseOfTheSourceWhateverEndsALine(String lineEnd) {
    var source = MIXED.replace("\n", lineEnd);
    var root = read(source);

    assertThat(root.parts()).extracting(Entity::path).containsExactly("1.1", "1.2");
    assertThat(cut(source, root.parts().get(0).range()))
        .isEqualTo("Content-Type: text/plain; charset=utf-8\n\none\ntwo".replace("\n", lineEnd));
    assertThat(cut(source, root.parts().get(0).body())).isEqualTo("one" + lineEnd + "two");
    assertThat(cut(source, root.parts().get(1).body())).isEqualTo("aGVsbG8=");
    assertThat(root.parts().get(1).content()).isEqualTo("hello".getBytes(US_ASCII));
    assertThat(root.preamble().strip()).isEqualTo("before");
    assertThat(root.epilogue().strip()).isEqualTo("behind");
    assertThat(root.range()).isEqualTo(new Entity.Range(0, source.length()));
    assertThat(root.all()).allMatch(entity -> entity.defects().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"b\t", "\"b\" (c)", "b;", "=?utf-8?q?b?="})
  void boundaryIsFoundInWhateverFormItIsSaid(String said) {
    var root = read(MIXED.replace("boundary=b", "boundary=" + said));

    assertThat(root.parts()).hasSize(2);
    assertThat(root.defects()).isEmpty();
  }

  @Test
  void boundaryBeyondAsciiIsFound() {
    var octets =
        MIXED.replace("--b", "--b\u00F6").replace("=b\n", "=\"b\u00F6\"\n").getBytes(UTF_8);

    assertThat(MimeReader.read(Message.read(octets)).parts()).hasSize(2);
  }

  /// RFC 2045, 5.2. The name that stands there stays.
  @ParameterizedTest
  @CsvSource({
    "html, text/plain",
    "/plain, text/plain",
    "text, text",
    "text/html/x, text/html/x",
    "application; x=y, application"
  })
  void typeThatIsNoneIsToldAndReadAsText(String said, String type) {
    var root = read("Content-Type: " + said + "; name=a.txt\n\nhttp://a.example\n");

    assertThat(root.type().name()).isEqualTo(type);
    assertThat(root.defects())
        .extracting(Defect::kind)
        .containsExactly(Defect.Kind.BAD_CONTENT_TYPE);
    assertThat(BodyText.of(root).isPresent()).isEqualTo(type.startsWith("text"));
  }

  @Test
  void bodyKnowsItsNameSizeAndHash() {
    var pdf = read(MIXED).parts().get(1);

    assertThat(pdf.type().name()).isEqualTo("application/pdf");
    assertThat(pdf.disposition().orElseThrow().type()).isEqualTo("attachment");
    assertThat(pdf.fileName()).contains("a.pdf");
    assertThat(pdf.size()).isEqualTo(5);
    assertThat(pdf.sha256())
        .contains("2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824");
    assertThat(pdf.fields()).extracting(field -> field.line()).containsExactly(11, 12, 13);
  }

  @Test
  void continuationsCharsetsAndLanguagesMakeOneName() {
    var type =
        ContentType.parse(
            "a/b; name*1*=%20v; name*0*=iso-8859-1'es'%D1and%FA; name*2=\"+.pdf\"; name=x");

    assertThat(type.orElseThrow().parameters().values())
        .containsEntry("name", "\u00D1and\u00FA v+.pdf")
        .containsEntry("name-language", "es");
  }

  @Test
  void messageInTheMessageIsAnEntityOfItsOwn() {
    var root =
        read(
            """
            Content-Type: message/rfc822

            Subject: inner
            Content-Type: text/html

            <p>x
            """);

    assertThat(root.kind()).isEqualTo(Entity.Kind.MESSAGE);
    assertThat(root.parts()).extracting(Entity::path).containsExactly("1.1");
    assertThat(root.parts().getFirst().type().is("text/html")).isTrue();
    assertThat(new String(root.content(), US_ASCII)).startsWith("Subject: inner\n");
  }

  @Test
  void encodedMessageIsDecodedAndSaid() {
    var inner = "Subject: inner\n\nbody\n";
    var root =
        read(
            "Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n"
                + Base64.getEncoder().encodeToString(inner.getBytes(US_ASCII)));

    assertThat(kinds(root)).containsExactly(Defect.Kind.ENCODED_MESSAGE);
    assertThat(root.parts().getFirst().fields().getFirst().value()).isEqualTo("inner");
    assertThat(root.content()).isEqualTo(inner.getBytes(US_ASCII));
  }

  @Test
  void partOfADigestIsAMessageWhereItSaysNothing() {
    var root =
        read("Content-Type: multipart/digest; boundary=b\n\n--b\n\nSubject: x\n\ny\n--b--\n");

    assertThat(root.parts().getFirst().kind()).isEqualTo(Entity.Kind.MESSAGE);
  }

  @Test
  void headerWithoutAnEmptyLineEndsAtTheDelimiter() {
    var source = "Content-Type: multipart/mixed; boundary=b\n\n--b\nA: 1\n--b\nB: 2\n--b--\n";
    var parts = read(source).parts();

    assertThat(parts).hasSize(2);
    assertThat(cut(source, parts.get(0).range())).isEqualTo("A: 1");
    assertThat(cut(source, parts.get(1).range())).isEqualTo("B: 2");
    assertThat(kinds(parts.get(0))).containsExactly(Defect.Kind.NO_BODY);
  }

  @Test
  void innerMultipartThatIsNotClosedEndsWithTheOuter() {
    var source =
        """
        Content-Type: multipart/mixed; boundary=out

        --out
        Content-Type: multipart/alternative; boundary=in

        --in

        x
        --out

        y
        --out--
        """;
    var root = read(source);

    assertThat(root.parts()).hasSize(2);
    assertThat(kinds(root.parts().get(0))).containsExactly(Defect.Kind.UNCLOSED_MULTIPART);
    assertThat(new String(root.parts().get(1).content(), US_ASCII)).isEqualTo("y");
  }

  @Test
  void whatIsOddIsSaidAndReadAllTheSame() {
    assertThat(kinds(read("Content-Type: multipart/mixed\n\nx")))
        .containsExactly(Defect.Kind.NO_BOUNDARY);
    assertThat(kinds(read("Content-Type: multipart/mixed; boundary=b\n\nx")))
        .containsExactly(Defect.Kind.UNCLOSED_MULTIPART, Defect.Kind.NO_PARTS);
    assertThat(kinds(read("Content-Type: ;\n\nx"))).containsExactly(Defect.Kind.BAD_CONTENT_TYPE);
    assertThat(kinds(read("Content-Type: a/b\nContent-Type: c/d\n\nx")))
        .containsExactly(Defect.Kind.REPEATED_MIME_FIELD);
    assertThat(kinds(read("Content-Transfer-Encoding: rot13\n\nx")))
        .containsExactly(Defect.Kind.UNKNOWN_ENCODING);
    assertThat(kinds(read("Content-Transfer-Encoding: base64\n\nYQ!!\n")))
        .containsExactly(Defect.Kind.BROKEN_BASE64);
    assertThat(kinds(read("Content-Transfer-Encoding: quoted-printable\n\na=ZZ\n")))
        .containsExactly(Defect.Kind.BROKEN_QUOTED_PRINTABLE);
    assertThat(kinds(read("Content-Type: text/plain; charset=uft-8\n\nx")))
        .containsExactly(Defect.Kind.MISSPELT_CHARSET);
    assertThat(kinds(read("Content-Type: text/plain; charset=klingon\n\nx")))
        .containsExactly(Defect.Kind.UNKNOWN_CHARSET);
    assertThat(
            kinds(
                read(
                    "Content-Type: a/b; name=x.pdf\n"
                        + "Content-Disposition: attachment; filename=x.exe\n\nx")))
        .containsExactly(Defect.Kind.NAMES_DIFFER);
  }

  @Test
  void delimiterOfTwoMultipartsBelongsToTheOuter() {
    var root =
        read(
            """
            Content-Type: multipart/mixed; boundary=a

            --a
            Content-Type: multipart/mixed; boundary=a
            --a

            x
            --a--
            """);

    assertThat(root.defects()).isEmpty();
    assertThat(root.parts()).hasSize(2);
    assertThat(kinds(root.parts().get(0)))
        .containsExactly(Defect.Kind.NO_BODY, Defect.Kind.UNCLOSED_MULTIPART, Defect.Kind.NO_PARTS);
    assertThat(new String(root.parts().get(1).content(), US_ASCII)).isEqualTo("x");
  }

  @Test
  void longBoundaryIsNotLookedFor() {
    var boundary = "b".repeat(MimeReader.MAX_BOUNDARY + 1);
    var root = read("Content-Type: multipart/mixed; boundary=" + boundary + "\n\n--" + boundary);

    assertThat(root.kind()).isEqualTo(Entity.Kind.BODY);
    assertThat(kinds(root)).containsExactly(Defect.Kind.LONG_BOUNDARY);
  }

  @Test
  void hundredLevelsAreReadAndTheNextIsKeptWhole() {
    var source = new StringBuilder();
    for (int level = 0; level <= 120; level++) {
      source.append(
          "Content-Type: multipart/mixed; boundary=b%03d\n\n--b%03d\n".formatted(level, level));
    }
    var deepest = read(source + "\ntext").all().toList().getLast();

    assertThat(deepest.path().split("\\.")).hasSize(MimeReader.MAX_DEPTH + 1);
    assertThat(kinds(deepest)).containsExactly(Defect.Kind.TOO_DEEP);
    assertThat(new String(deepest.content(), US_ASCII)).endsWith("text");
  }

  @Test
  void partsAreCountedAndTheRestIsSaid() {
    var source =
        "Content-Type: multipart/mixed; boundary=b\n\n"
            + "--b\n\nx\n".repeat(MimeReader.MAX_PARTS + 5)
            + "--b--\n";
    var root = read(source);

    assertThat(root.all()).hasSize(MimeReader.MAX_PARTS);
    assertThat(kinds(root)).containsExactly(Defect.Kind.TOO_MANY_PARTS);
    assertThat(root.range().end()).isEqualTo(source.length());
  }

  @Test
  void messageWithoutAnythingIsAnEmptyText() {
    var root = read("");

    assertThat(root.kind()).isEqualTo(Entity.Kind.BODY);
    assertThat(root.size()).isZero();
  }

  @Property
  void anyOctetsAreATree(@ForAll byte[] octets) {
    assertThat(MimeReader.read(Message.read(octets)).range().end()).isEqualTo(octets.length);
  }

  /// What multiparts are made of, put together at random: every part lies within the one around it
  /// and behind the one before, and what is no encoding stands in the source as it is.
  @Property(tries = 3000)
  void entitiesLieSideBySideAndInEachOther(@ForAll("mixtures") String source) {
    var root = read(source);

    assertThat(root.range().end()).isEqualTo(source.length());
    assertThat(root.all())
        .allSatisfy(entity -> {
          var at = entity.body().start();
          for (var part :
              entity.kind() == Entity.Kind.MULTIPART
                  ? entity.parts()
                  : java.util.List.<Entity>of()) {
            assertThat(part.range().start()).isGreaterThanOrEqualTo(at);
            at = part.range().end();
          }
          assertThat(at).isLessThanOrEqualTo(entity.range().end());
        });
  }

  @Provide
  Arbitrary<String> mixtures() {
    return Arbitraries.of(
            "\n",
            "\r\n",
            "\r",
            "\r\r\n",
            "\n\n",
            "--a",
            "--a--",
            "--b",
            "--b--",
            "--ab",
            "-",
            "text",
            " ",
            "Content-Type: multipart/mixed; boundary=a\n",
            "Content-Type: multipart/digest; boundary=b\r\n",
            "Content-Type: message/rfc822\n",
            "Content-Transfer-Encoding: base64\n",
            "Content-Transfer-Encoding: quoted-printable\n",
            "QSBi=\n",
            "no field\n",
            "From x\n")
        .list()
        .ofMaxSize(30)
        .map(parts -> String.join("", parts));
  }

  private static java.util.List<Defect.Kind> kinds(Entity entity) {
    return entity.defects().stream().map(Defect::kind).toList();
  }

  private static String cut(String source, Entity.Range range) {
    return source.substring(range.start(), range.end());
  }

  private static Entity read(String source) {
    return MimeReader.read(Message.read(source.getBytes(ISO_8859_1)));
  }
}
