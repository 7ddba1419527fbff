package org.whence.gui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Holds screens and code against the words: every key has words, every word is used.
final class TextsTest {
  private static final Pattern IN_FXML = Pattern.compile("\"%([a-z.]+)\"");

  private static String all(String root, String ending) throws IOException {
    var text = new StringBuilder();
    try (var files = Files.walk(Path.of(root))) {
      for (var file : files.filter(f -> f.toString().endsWith(ending)).toList()) {
        text.append(Files.readString(file));
      }
    }
    return text.toString();
  }

  @Test
  void everyKeyOfAScreenHasWords() throws IOException {
    var known = Collections.list(Texts.load().keys());
    var used = new TreeSet<String>();
    var keys = IN_FXML.matcher(all("src/main/resources/org/whence/gui", ".fxml"));
    while (keys.find()) {
      used.add(keys.group(1));
    }
    assertThat(used).isNotEmpty();
    assertThat(known).containsAll(used);
  }

  @Test
  void everyWordIsUsed() throws IOException {
    var source =
        all("src/main/resources/org/whence/gui", ".fxml")
            + all("src/main/java/org/whence/gui", ".java");
    assertThat(Collections.list(Texts.load().keys()))
        .filteredOn(key -> !source.contains(key + "\""))
        // Those that are put together from an enum's name.
        .allMatch(key ->
            key.matches(
                "(progress|status|input|receivers|export\\.format|format|redaction)\\.[a-z0-9-]+"));
  }

  @Test
  void noScreenIsLongAndNoneHasAStyleOfItsOwn() throws IOException {
    try (var files = Files.walk(Path.of("src/main/resources/org/whence/gui"))) {
      for (var file : files.filter(f -> f.toString().endsWith(".fxml")).toList()) {
        assertThat(Files.readAllLines(file)).as(file.toString()).hasSizeLessThanOrEqualTo(150);
        assertThat(Files.readString(file)).as(file.toString()).doesNotContain(" style=");
      }
    }
  }

  @Test
  void numbersChooseSingularAndPlural() {
    assertThat(Texts.load().text("again.asking", 1))
        .contains("1 question")
        .doesNotContain("questions");
    assertThat(Texts.load().text("again.asking", 12)).contains("12 questions");
  }
}
