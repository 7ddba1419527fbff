package org.whence.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whence.investigation.Recognised.Why;
import org.whence.ip.AddressProblem;

final class NothingTest {
  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\r\n\t\n", "\uFEFF"})
  void nothingIsInIt(String text) {
    assertThat(why(text)).isEqualTo(Why.EMPTY);
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.513, OCTET_COUNT, 3, 192.0.513",
    "'192.0.513\n', OCTET_COUNT, 3, 192.0.513",
    "192.0.2., OCTET_COUNT, 3, 192.0.2",
    "192[.]0[.]513, OCTET_COUNT, 3, 192.0.513",
    "1.2.3.4.5, OCTET_COUNT, 5, 1.2.3.4.5",
    "192.0.2.256, OCTET_RANGE, 256, 192.0.2.256",
    "010.0.0.1, LEADING_ZERO, 010, 010.0.0.1",
    "192.0.2.x, BAD_OCTET, x, 192.0.2.x",
    "2001:db8, GROUP_COUNT, 2, 2001:db8",
    "2001:db8::1::2, TWO_GAPS, '', 2001:db8::1::2",
    "the address is 192.0.513, OCTET_COUNT, 3, 192.0.513",
    "mail.example.org or 192.0.513, OCTET_COUNT, 3, 192.0.513",
    "192.0.513/24, OCTET_COUNT, 3, 192.0.513/24",
  })
  void halfAnAddressIsNamedWithItsFlaw(
      String text, AddressProblem cause, String detail, String piece) {
    var nothing = nothing(text);

    assertThat(nothing.why()).isEqualTo(Why.NOT_AN_ADDRESS);
    var problem = nothing.problem().orElseThrow();
    assertThat(problem.cause()).contains(cause);
    assertThat(problem.detail()).isEqualTo(detail);
    assertThat(problem.text()).isEqualTo(piece);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mail.example.org",
        "mail[.]example[.]org",
        "1.2.0.192.in-addr.arpa",
        "m\u00FCnchen.example"
      })
  void nameIsNoAddress(String text) {
    assertThat(why(text)).isEqualTo(Why.HOST_NAME);
  }

  @Test
  void impossiblePrefixAndRangeAreNamed() {
    assertThat(nothing("192.0.2.0/33").problem().orElseThrow())
        .isEqualTo(Problem.of(Problem.Kind.BAD_PREFIX, new Place(1, 1), "192.0.2.0/33", "32"));
    assertThat(nothing("192.0.2.1-192.0.2.9").problem().map(Problem::kind))
        .contains(Problem.Kind.RANGE);
  }

  @Test
  void blockThatIsTooLargeIsNamedWithItsCount() {
    var nothing = nothing("10.0.0.0/8");

    assertThat(nothing.why()).isEqualTo(Why.BLOCK_TOO_LARGE);
    assertThat(nothing.problem().map(Problem::detail)).contains("16777216");
  }

  @Test
  void commentsAlone() {
    assertThat(why("# 192.0.2.1\n// 192.0.2.2\n\n; 192.0.2.3")).isEqualTo(Why.ONLY_COMMENTS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"hello", "hello world, how are you?", "42", "Subject: hello", "---", "a@b"})
  void wordsAreNoInput(String text) {
    var nothing = nothing(text);

    assertThat(nothing.why()).isEqualTo(Why.NO_ADDRESS);
    assertThat(nothing.problem()).isEqualTo(Optional.empty());
  }

  @Test
  void binaryIsNoText() {
    var input = InputReader.read(Source.PASTED, new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2});

    assertThat(input.recognised()).isEqualTo(new Recognised.Nothing(Why.BINARY, Optional.empty()));
    assertThat(input.text()).isEmpty();
  }

  @Test
  void brokenMessageFileIsNamed() {
    var octets = new byte[600];
    System.arraycopy(HexFormat.of().parseHex("d0cf11e0a1b11ae1"), 0, octets, 0, 8);

    assertThat(InputReader.read(Source.PASTED, octets).recognised())
        .isEqualTo(new Recognised.Nothing(Why.BROKEN_MESSAGE_FILE, Optional.empty()));
  }

  @Test
  void keysAreStable() {
    assertThat(Why.OFFICE_FILE.key()).isEqualTo("nothing.office-file");
    assertThat(Problem.Kind.HOST_NAME.key()).isEqualTo("problem.host-name");
    assertThat(Repair.Kind.LOST_FOLDING.key()).isEqualTo("repair.lost-folding");
  }

  private static Why why(String text) {
    return nothing(text).why();
  }

  private static Recognised.Nothing nothing(String text) {
    var recognised = InputReader.argument(text).recognised();
    assertThat(recognised).isInstanceOf(Recognised.Nothing.class);
    return (Recognised.Nothing) recognised;
  }
}
