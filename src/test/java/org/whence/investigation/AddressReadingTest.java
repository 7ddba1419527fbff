package org.whence.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whence.ip.AddressProblem;
import org.whence.ip.Addresses;

final class AddressReadingTest {
  /// An input, and the addresses in it.
  record Case(String text, List<String> addresses) {
    Case(String text, String... addresses) {
      this(text, List.of(addresses));
    }
  }

  static List<Case> lists() {
    return List.of(
        new Case("192.0.2.1", "192.0.2.1"),
        new Case("  192.0.2.1\r\n", "192.0.2.1"),
        new Case("2001:DB8::1", "2001:db8::1"),
        new Case("[IPv6:2001:db8::1]", "2001:db8::1"),
        new Case("fe80::1%eth0", "fe80::1"),
        new Case("::ffff:192.0.2.1", "192.0.2.1"),
        new Case("::", "::"),
        new Case("2001:db8::", "2001:db8::"),
        new Case("192.0.2.1 192.0.2.2", "192.0.2.1", "192.0.2.2"),
        new Case("192.0.2.1,192.0.2.2, 192.0.2.3", "192.0.2.1", "192.0.2.2", "192.0.2.3"),
        new Case("192.0.2.1;192.0.2.2; 2001:db8::1", "192.0.2.1", "192.0.2.2", "2001:db8::1"),
        new Case("192.0.2.1\n192.0.2.2\r\n192.0.2.3\r192.0.2.4\r\r\n192.0.2.5", all(5)),
        new Case("192.0.2.1\t192.0.2.2", all(2)),
        new Case("192.0.2.1|192.0.2.2 | 192.0.2.3", all(3)),
        new Case("| 192.0.2.1 | 192.0.2.2 |\n|---|---|", all(2)),
        new Case("- 192.0.2.1\n* 192.0.2.2\n3. 192.0.2.3", all(3)),
        new Case("\"192.0.2.1\",'192.0.2.2',<192.0.2.3>,(192.0.2.4),`192.0.2.5`", all(5)),
        new Case("{\"ip\":[\"192.0.2.1\",\"192.0.2.2\"]}", all(2)),
        new Case("192.0.2.1:25 [192.0.2.2]:25 192.0.2.3#53", all(3)),
        new Case("[2001:db8::1]:25", "2001:db8::1"),
        new Case("ip4:192.0.2.1 ip6:2001:db8::1", "192.0.2.1", "2001:db8::1"),
        new Case("/192.0.2.1:4711 @192.0.2.2", all(2)),
        new Case("192.0.2.1. 192.0.2.2: 192.0.2.3,", all(3)),
        new Case("# 192.0.2.9\n192.0.2.1 # was 192.0.2.8", all(1)),
        new Case("// 192.0.2.9\n192.0.2.1 // 192.0.2.8\n; 192.0.2.7\n  ;192.0.2.7", all(1)),
        new Case("> 192.0.2.1\n>> 192.0.2.2\n> # 192.0.2.9", all(2)),
        new Case("192.0.2.0/30", "192.0.2.0", "192.0.2.1", "192.0.2.2", "192.0.2.3"),
        new Case("192.0.2.1/32 2001:db8::1/128", "192.0.2.1", "2001:db8::1"));
  }

  static List<Case> logLines() {
    return List.of(
        new Case("Nov 23 10:00:00 mx postfix/smtpd[12]: connect from a.example[192.0.2.1]", all(1)),
        new Case("smtpd[12]: 4F2A: client=mail.example[192.0.2.1]:25, sasl_username=x", all(1)),
        new Case("sshd: Failed password for root from=192.0.2.1:4711 ssh2", all(1)),
        new Case("H=(helo) [IPv6:2001:db8::1]:4711 F=<a@b.example>", "2001:db8::1"),
        new Case("192.0.2.1 - - [23/Nov/2026:10:00:00 +0000] \"GET / HTTP/1.1\" 200 1", all(1)),
        new Case("client 192.0.2.1#4711 (example.org): query: example.org", all(1)),
        new Case("DROP IN=eth0 SRC=192.0.2.1 DST=192.0.2.2 LEN=40", all(2)),
        new Case(
            "lookup of http://192.0.2.1/login.php?x=1 and https://[2001:db8::1]:8443/",
            "192.0.2.1",
            "2001:db8::1"),
        new Case("http://user:pass@192.0.2.1:8080/a seen", all(1)),
        new Case("query #12 from 192.0.2.1 failed", all(1)),
        new Case("connected to host/192.0.2.9 no, but to /192.0.2.1:25", all(1)),
        new Case("Wir sahen 192.0.2.1, dann 192.0.2.2.", all(2)));
  }

  static List<Case> defanged() {
    return List.of(
        new Case("192[.]0[.]2[.]1", all(1)),
        new Case("192.0.2[.]1", all(1)),
        new Case("192(.)0(.)2(.)1 192{.}0{.}2{.}2", all(2)),
        new Case("192[dot]0[DOT]2[dot]1 192(dot)0(dot)2(dot)2", all(2)),
        new Case("192\\.0\\.2\\.1", all(1)),
        new Case("[192[.]0[.]2[.]1]", all(1)),
        new Case("2001[:]db8::1", "2001:db8::1"),
        new Case("2001[:]db8[::]1", "2001:db8::1"),
        new Case("2001[:]db8[:][:]1", "2001:db8::1"),
        new Case("hxxp://192[.]0[.]2[.]1/x hXXps[://]192[.]0[.]2[.]2", all(2)),
        new Case("192[.]0[.]2[.]0/31", "192.0.2.0", "192.0.2.1"));
  }

  static List<Case> copied() {
    return List.of(
        new Case("192.0.2.1\u00A0192.0.2.2\u2003192.0.2.3", all(3)),
        new Case("\u201C192.0.2.1\u201D \u2018192.0.2.2\u2019 \u00AB192.0.2.3\u00BB", all(3)),
        new Case("192.0\u200B.2.1 \u202A192.0.2.2\u202C 192\u00AD.0.2.3", all(3)),
        new Case("\uFEFF192.0.2.1", all(1)));
  }

  private static String[] all(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> "192.0.2." + i).toArray(String[]::new);
  }

  @ParameterizedTest
  @MethodSource({"lists", "logLines", "defanged", "copied"})
  void findsTheAddresses(Case example) {
    assertThat(texts(InputReader.pasted(example.text()))).isEqualTo(example.addresses());
  }

  @ParameterizedTest
  @MethodSource({"lists", "defanged", "copied"})
  void understandsAllOfAList(Case example) {
    assertThat(InputReader.pasted(example.text()).problems()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("defanged")
  void saysThatItWasDefanged(Case example) {
    assertThat(InputReader.pasted(example.text()).repairs())
        .extracting(Repair::kind)
        .containsExactly(Repair.Kind.DEFANGED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.2.3.4.5",
        "version v1.2.3.4 of it",
        "Mozilla/5.0 Chrome/120.0.0.0 Safari/537.36",
        "package-1.2.3.4.tar.gz installed",
        "libfoo 1.2.3.4-5 and 1.2.3.4~rc1 and 1.2.3.4+b1 and 1.2.3.4_5",
        "at /opt/1.2.3.4/bin and C:/1.2.3.4/x",
        "root@192.0.2.1 in",
        "192.0.2.1x in",
        "x192.0.2.1 in",
        "\u00E4192.0.2.1 in",
        "host-192.0.2.1.example.org in",
        "192.0.2.1.in-addr.arpa",
        "at 10:11:12 on 2026-11-23T10:11:12Z",
        "00:16:3e:aa:bb:cc is a station",
      })
  void partsOfLongerTokensAreNone(String text) {
    assertThat(InputReader.pasted(text).recognised()).isInstanceOf(Recognised.Nothing.class);
  }

  @Test
  void knowsWhereEachStoodAndHowOften() {
    var input =
        InputReader.pasted("a: 192[.]0[.]2[.]1, [192.0.2.2]\n\n 192.0.2.1 ::ffff:192.0.2.1");

    assertThat(entries(input))
        .extracting(AddressEntry::place, AddressEntry::count)
        .containsExactly(Tuple.tuple(new Place(1, 4), 3), Tuple.tuple(new Place(1, 22), 1));
    assertThat(input.repairs())
        .containsExactly(
            new Repair(
                Repair.Kind.DEFANGED,
                3,
                List.of(new Place(1, 7), new Place(1, 11), new Place(1, 15))));
  }

  @Test
  void zoneIsKeptToBeSaid() {
    assertThat(entries(InputReader.pasted("fe80::1%eth0")).getFirst().literal().zone())
        .contains("eth0");
  }

  @Test
  void blocksAreTakenUpToTheirLimitInAll() {
    var input = InputReader.pasted("10.0.0.0/20\n192.0.2.1\n198.51.100.0/31");

    assertThat(entries(input)).hasSize(4097);
    assertThat(entries(input).getFirst().block()).isPresent();
    assertThat(input.problems())
        .containsExactly(
            Problem.of(Problem.Kind.BLOCK_TOO_LARGE, new Place(3, 1), "198.51.100.0/31", 2));
  }

  @Test
  void largerBlockIsRefusedWithItsCountAndTheRestIsRead() {
    var input = InputReader.pasted("2001:db8::/32, 192.0.2.1");

    assertThat(texts(input)).containsExactly("192.0.2.1");
    assertThat(input.problems())
        .containsExactly(
            Problem.of(
                Problem.Kind.BLOCK_TOO_LARGE,
                new Place(1, 1),
                "2001:db8::/32",
                "79228162514264337593543950336"));
  }

  @Test
  void blockThatIsThereTwiceCountsOnce() {
    assertThat(entries(InputReader.pasted("10.0.0.0/20 ".repeat(3)))).hasSize(4096);
  }

  @Test
  void whatIsNoneInAListIsToldAndTheRestIsRead() {
    var input =
        InputReader.pasted(
            """
            192.0.2.1
            192.0.513
            192.0.2.2, 010.0.0.1, mail.example.org
            192.0.2.0/33
            192.0.2.3-192.0.2.9
            2001:db8
            """);

    assertThat(texts(input)).containsExactly("192.0.2.1", "192.0.2.2");
    assertThat(input.problems())
        .extracting(Problem::kind, problem -> problem.cause().orElse(null), Problem::place)
        .containsExactly(
            tuple(Problem.Kind.NOT_AN_ADDRESS, AddressProblem.OCTET_COUNT, 2, 1),
            tuple(Problem.Kind.NOT_AN_ADDRESS, AddressProblem.LEADING_ZERO, 3, 12),
            tuple(Problem.Kind.HOST_NAME, null, 3, 23),
            tuple(Problem.Kind.BAD_PREFIX, null, 4, 1),
            tuple(Problem.Kind.RANGE, null, 5, 1),
            tuple(Problem.Kind.NOT_AN_ADDRESS, AddressProblem.GROUP_COUNT, 6, 1));
  }

  private static Tuple tuple(
      Problem.Kind kind, @Nullable AddressProblem cause, int line, int column) {
    return Tuple.tuple(kind, cause, new Place(line, column));
  }

  @Test
  void ofManyLinesWithoutAnAddressTheFirstAreToldByTheirNumbers() {
    var input = InputReader.pasted("192.0.2.1\n" + "no address here\n".repeat(1000));

    assertThat(input.problems())
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.detail()).isEqualTo("1000");
          assertThat(problem.text()).isEqualTo("2, 3, 4, 5, 6, 7, 8, 9, 10, 11, \u2026");
        });
  }

  @Test
  void linesWithoutAnAddressAreToldByTheirNumbers() {
    var input = InputReader.pasted("Hello,\nthese two:\n192.0.2.1\n192.0.2.2 again\n\nThanks!");

    assertThat(texts(input)).containsExactly("192.0.2.1", "192.0.2.2");
    assertThat(input.problems())
        .containsExactly(
            Problem.of(Problem.Kind.LINES_WITHOUT_ADDRESS, new Place(1, 1), "1, 2, 6", 3));
  }

  @Test
  void problemsAreToldOneByOneUpToTheirLimit() {
    var input = InputReader.pasted("192.0.2.1\n" + "1.2.3\n".repeat(150) + "1.2.3 ".repeat(150));

    assertThat(input.problems()).hasSize(AddressList.MAX_PROBLEMS + 1);
    assertThat(input.problems().getLast())
        .isEqualTo(Problem.of(Problem.Kind.MORE_PROBLEMS, new Place(1, 1), "", 200));
  }

  @Test
  void oneLongLineIsReadToItsEnd() {
    var text =
        IntStream.range(0, 100_000)
            .mapToObj(i -> "10.%d.%d.%d".formatted(i >> 16, i >> 8 & 0xFF, i & 0xFF))
            .collect(Collectors.joining(" "));

    assertThat(entries(InputReader.pasted(text))).hasSize(100_000);
  }

  private static List<AddressEntry> entries(Input input) {
    assertThat(input.recognised()).isInstanceOf(Recognised.Addresses.class);
    return ((Recognised.Addresses) input.recognised()).entries();
  }

  private static List<String> texts(Input input) {
    return entries(input).stream().map(entry -> Addresses.text(entry.literal().address())).toList();
  }
}
