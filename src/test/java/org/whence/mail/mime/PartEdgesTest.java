package org.whence.mail.mime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whence.mail.Defect;
import org.whence.mail.Message;

/// Where the content of a part begins and ends.
final class PartEdgesTest {
  /// Mail programs show it, and the links in it.
  @Test
  void textWhereAHeaderHasToBeIsTheBody() {
    var source =
        "Content-Type: multipart/mixed; boundary=b\n\n--b\nSee http://a.example\n\nmore\n--b--\n";
    var part = read(source).parts().getFirst();

    assertThat(new String(part.content(), US_ASCII)).isEqualTo("See http://a.example\n\nmore");
    assertThat(source.substring(part.body().start(), part.body().end()))
        .isEqualTo("See http://a.example\n\nmore");
    assertThat(Links.of(part)).extracting(Link::target).containsExactly("http://a.example");
    assertThat(part.defects())
        .extracting(Defect::kind, Defect::line)
        .containsExactly(tuple(Defect.Kind.NOT_A_FIELD, 4));
    assertThat(read(source.replace("See", "X:")).parts().getFirst().size()).isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource({"a=, a, true", "a=3D=, a=, true", "a==, a=, false", "a=3D, a=, true", "=, '', true"})
  void softBreakBeforeADelimiterIsNoMoreThanThat(String written, String read, boolean sound) {
    var part =
        read("Content-Type: multipart/mixed; boundary=b\n\n--b\n"
                + "Content-Transfer-Encoding: quoted-printable\n\n"
                + written
                + "\n--b--\n")
            .parts()
            .getFirst();

    assertThat(new String(part.content(), US_ASCII)).isEqualTo(read);
    assertThat(part.size()).isEqualTo(read.length());
    assertThat(part.defects().isEmpty()).isEqualTo(sound);
  }

  private static Entity read(String source) {
    return MimeReader.read(Message.read(source.getBytes(ISO_8859_1)));
  }
}
