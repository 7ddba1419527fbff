package org.whence.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whence.ip.Addresses;

/// Lists that are read line by line: what is in them, counted and told.
final class ListFileTest {
  private static final String LIST =
      """
      192.0.2.1
      # a comment
      192.0.513
      192.0.2.2, 192.0.2.1 2001:db8::1

      Nov 27 10:00:01 gate kernel: DROP SRC=192.0.2.3 DST=192.0.2.1
      nothing here
      ::ffff:192.0.2.2
      192.0.2.0/30
      """;

  @TempDir Path folder;

  private final List<Problem> problems = new ArrayList<>();

  private ListFile list(String text) throws IOException {
    return list(text, StandardCharsets.UTF_8);
  }

  private ListFile list(String text, Charset charset) throws IOException {
    return ListFile.of(Files.writeString(folder.resolve("list.txt"), text, charset));
  }

  private static List<String> entries(AddressSurvey survey) throws IOException {
    var found = new ArrayList<String>();
    try (var entries = survey.entries()) {
      for (var entry = entries.next(); entry != null; entry = entries.next()) {
        found.add(
            "%d %s x%d"
                .formatted(
                    entry.place().line(),
                    Addresses.text(entry.literal().address()),
                    entry.count()));
      }
    }
    return found;
  }

  @Test
  void eachAddressComesOnceWithItsCountAtItsFirstPlace() throws IOException {
    try (var list = list(LIST)) {
      var survey = list.survey(problems::add);

      assertThat(entries(survey))
          .containsExactly(
              "1 192.0.2.1 x4",
              "4 192.0.2.2 x3",
              "4 2001:db8::1 x1",
              "6 192.0.2.3 x2",
              "9 192.0.2.0 x1");
      assertThat(survey.addresses()).isEqualTo(5);
      assertThat(list.isList(2)).isTrue();
    }
  }

  @Test
  void sameIsFoundAsInTheWholeInput() throws IOException {
    try (var list = list(LIST)) {
      var survey = list.survey(problems::add);
      var whole = InputFile.read(folder.resolve("list.txt"));

      assertThat(survey.sha256()).isEqualTo(whole.sha256());
      assertThat(survey.size()).isEqualTo(whole.size());
      assertThat(survey.repairs()).isEqualTo(whole.repairs());
      assertThat(problems).isEqualTo(whole.problems());
      assertThat(whole.recognised())
          .isInstanceOfSatisfying(
              Recognised.Addresses.class,
              found -> assertThat(found.entries()).hasSize((int) survey.addresses()));
    }
  }

  @Test
  void badLinesAreToldWithTheirNumber() throws IOException {
    try (var list = list(LIST)) {
      var _ = list.survey(problems::add);

      assertThat(problems)
          .extracting(problem -> problem.place().line(), Problem::kind)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple(3, Problem.Kind.NOT_AN_ADDRESS),
              org.assertj.core.groups.Tuple.tuple(7, Problem.Kind.LINES_WITHOUT_ADDRESS));
    }
  }

  @Test
  void everyBadLineIsToldHoweverManyThereAre() throws IOException {
    try (var list = list("192.0.2.1\n" + "192.0.2.256\n".repeat(1000))) {
      var _ = list.survey(problems::add);

      assertThat(problems).hasSize(1000);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16", "ISO-8859-1"})
  void charsetIsThatOfTheBeginning(String charset) throws IOException {
    try (var list = list("é 192.0.2.1\r\n192.0.2.2\r\n", Charset.forName(charset))) {
      assertThat(entries(list.survey(problems::add)))
          .containsExactly("1 192.0.2.1 x1", "2 192.0.2.2 x1");
    }
  }

  @Test
  void restOfALineThatIsTooLongIsLeftOut() throws IOException {
    var long1 = "x".repeat(ListLines.MAX_LINE) + " 192.0.2.9";
    try (var list = list("192.0.2.1\n" + long1 + "\n192.0.2.2\n")) {
      assertThat(entries(list.survey(problems::add)))
          .containsExactly("1 192.0.2.1 x1", "3 192.0.2.2 x1");
      assertThat(problems.getFirst().kind()).isEqualTo(Problem.Kind.LINE_TOO_LONG);
      assertThat(problems.getFirst().place().line()).isEqualTo(2);
    }
  }

  @Test
  void logThatGrowsMeanwhileIsReadAsFarAsItWas() throws IOException {
    try (var list = list("192.0.2.1\n")) {
      var survey = list.survey(problems::add);
      Files.writeString(folder.resolve("list.txt"), "192.0.2.2\n", StandardOpenOption.APPEND);

      assertThat(entries(survey)).containsExactly("1 192.0.2.1 x1");
    }
  }

  @Test
  void mailAndSingleAddressAndNothingAreNoLists() throws IOException {
    for (var text :
        List.of(
            "Received: from a (192.0.2.1)\nReceived: from b (192.0.2.2)\n\n192.0.2.3\n",
            "192.0.2.1\n",
            "nothing here\n",
            "")) {
      try (var list = list(text)) {
        assertThat(list.isList(2)).as(text).isFalse();
      }
    }
  }

  @Test
  void longLogWithoutAddressesAtItsBeginningIsAList() throws IOException {
    try (var list = list("gate kernel: up\n".repeat(10_000) + "192.0.2.1\n")) {
      assertThat(list.isList(2)).isTrue();
      assertThat(entries(list.survey(problems::add))).containsExactly("10001 192.0.2.1 x1");
    }
  }

  @Test
  void standardInputIsCopiedAndTheCopyTakenAway() throws IOException {
    var before = copies();
    var in = new ByteArrayInputStream(LIST.getBytes(StandardCharsets.UTF_8));
    try (var list = ListFile.copy(Source.STDIN, in)) {
      assertThat(copies()).hasSize(before.size() + 1);
      assertThat(entries(list.survey(problems::add))).hasSize(5);
    }
    assertThat(copies()).hasSameElementsAs(before);
  }

  private static List<Path> copies() throws IOException {
    try (var files = Files.newDirectoryStream(Path.of(System.getProperty("java.io.tmpdir")))) {
      var found = new ArrayList<Path>();
      for (var file : files) {
        if (String.valueOf(file.getFileName()).endsWith(".list")) {
          found.add(file);
        }
      }
      return found;
    }
  }

  /// As the lines of a text that is held.
  @Property
  void linesAreThoseOfTheWholeText(
      @ForAll @CharRange(from = '\n', to = '\r') @CharRange(from = 'a', to = 'b') String text)
      throws IOException {
    var expected = new ArrayList<String>();
    new Lines(text).forEach(line -> expected.add(line.number() + line.text()));
    var found = new ArrayList<String>();
    try (var in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        var lines = new ListLines(in, StandardCharsets.UTF_8)) {
      for (var line = lines.next(); line != null; line = lines.next()) {
        found.add(lines.number() + line);
      }
    }
    assertThat(found).isEqualTo(expected);
  }

  @Property
  void countsAreThoseOfAMap(@ForAll byte[] last) {
    var counts = new AddressCounts();
    var map = new HashMap<InetAddress, Integer>();
    for (var octet : last) {
      var four = Addresses.of(new byte[] {10, 0, 0, octet});
      var six = Addresses.of(new byte[] {32, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 10, 0, 0, octet});
      for (var address : List.of(four, six)) {
        assertThat(counts.add(address)).isEqualTo(!map.containsKey(address));
        map.merge(address, 1, Integer::sum);
      }
    }
    map.forEach((address, count) -> {
      assertThat(counts.take(address)).isEqualTo(count);
      assertThat(counts.take(address)).isZero();
    });
  }

  @Test
  void manyAddressesAreHeldAndThoseBeyondCountEachTime() {
    var counts = new AddressCounts(2000);
    for (var i = 0; i < 2000; i++) {
      assertThat(counts.add(Addresses.of(new byte[] {10, 0, (byte) (i >> 8), (byte) i}))).isTrue();
    }
    var beyond = Addresses.of(new byte[] {11, 0, 0, 1});

    assertThat(counts.isFull()).isTrue();
    assertThat(counts.add(beyond)).isTrue();
    assertThat(counts.add(beyond)).isTrue();
    assertThat(counts.take(beyond)).isOne();
    assertThat(counts.take(beyond)).isOne();
    assertThat(counts.take(Addresses.of(new byte[] {10, 0, 0, 7}))).isOne();
    assertThat(counts.take(Addresses.of(new byte[] {10, 0, 0, 7}))).isZero();
  }
}
