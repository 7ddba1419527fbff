package org.whence.dmarc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.whence.Suites;
import org.whence.dns.Names;

final class SuffixListTest {
  private static final Pattern LINE =
      Pattern.compile("checkPublicSuffix\\((null|'([^']*)'), (null|'([^']*)')\\);");

  @TempDir Path folder;

  /// The list's own tests, against the list in Guava.
  @TestFactory
  Stream<DynamicTest> testPsl() throws IOException {
    var lines =
        Files.readAllLines(Suites.file("psl/test_psl.txt")).stream()
            .filter(line -> line.startsWith("checkPublicSuffix("))
            .toList();
    assertThat(lines).hasSize(78);
    return lines.stream().map(line -> DynamicTest.dynamicTest(line, () -> hold(line)));
  }

  private static void hold(String line) {
    var parts = LINE.matcher(line);
    assertThat(parts.find()).isTrue();
    var name = Optional.ofNullable(parts.group(2)).flatMap(AuthorDomain::name);
    var registered =
        name.map(each -> SuffixLists.bundled().organization(each))
            .filter(each -> each.labels() - 1 > SuffixLists.bundled().labels(each))
            .map(Names::text);
    var expected = Optional.ofNullable(parts.group(4)).map(AuthorDomain::text);
    assertThat(registered).isEqualTo(expected);
  }

  @Test
  void listInGuavaTellsItsDate() {
    assertThat(SuffixLists.bundled().description())
        .matches("the list in Guava of \\d{4}-\\d\\d-\\d\\d");
  }

  @Test
  void fileHasPlainRulesWildcardsAndExceptions() throws IOException {
    var list =
        list(
            """
            // VERSION: 2026-10-01_12-00-00_UTC
            // a comment
            example
            co.example
            *.wild.example  and what stands behind a blank
            !city.wild.example
            m\u00FCnchen.example
            """);
    assertThat(organization(list, "a.b.example")).isEqualTo("b.example");
    assertThat(organization(list, "a.b.co.example")).isEqualTo("b.co.example");
    assertThat(organization(list, "a.b.c.wild.example")).isEqualTo("b.c.wild.example");
    assertThat(organization(list, "c.wild.example")).isEqualTo("c.wild.example");
    assertThat(organization(list, "a.b.city.wild.example")).isEqualTo("city.wild.example");
    assertThat(organization(list, "a.b.xn--mnchen-3ya.example"))
        .isEqualTo("b.xn--mnchen-3ya.example");
    assertThat(organization(list, "a.b.unlisted")).isEqualTo("b.unlisted");
    assertThat(list.description()).isEqualTo("list.dat of 2026-10-01_12-00-00_UTC");
  }

  @Test
  void fileThatIsNoListIsRefused() {
    assertThatThrownBy(() -> list("// nothing but a comment\n"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("list.dat: holds no rule");
    assertThatThrownBy(() -> list("// ours\ncom\nFrom: ann@example.org\n"))
        .hasMessageEndingWith("list.dat: line 3 is no rule; give the list of publicsuffix.org");
    assertThatThrownBy(() -> SuffixLists.read(folder.resolve("absent")))
        .isInstanceOf(IOException.class)
        .hasMessage(folder.resolve("absent") + ": no such file; give the list of publicsuffix.org");
    assertThatThrownBy(() -> SuffixLists.read(folder))
        .hasMessage(folder + ": is a directory; give the list of publicsuffix.org");
  }

  @Test
  void listThatWasCutOffIsRefused() throws IOException {
    var whole = "\uFEFF// ===BEGIN ICANN DOMAINS===\nco.example\n// ===END ICANN DOMAINS===\n";

    assertThat(organization(list(whole), "a.b.co.example")).isEqualTo("b.co.example");
    assertThatThrownBy(() -> list(whole + "// ===BEGIN PRIVATE DOMAINS===\nb.example\n"))
        .hasMessageEndingWith(
            "list.dat: was cut off after line 5; give the list of publicsuffix.org whole");
  }

  @Test
  void whatIsNoHostNameLiesBelowItsParentsSuffix() {
    assertThat(organization(SuffixLists.bundled(), "a.b_c.co.uk")).isEqualTo("b_c.co.uk");
    assertThat(organization(SuffixLists.bundled(), "a b.example.co.uk")).isEqualTo("example.co.uk");
  }

  private SuffixList list(String text) throws IOException {
    return SuffixLists.read(Files.writeString(folder.resolve("list.dat"), text));
  }

  private static String organization(SuffixList list, String name) {
    return Names.text(list.organization(Names.labels(name).orElseThrow()));
  }
}
