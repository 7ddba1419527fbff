package org.whence.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.whence.casefile.Samples.octets;
import static org.whence.casefile.Samples.read;
import static org.whence.casefile.Samples.replayed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whence.TestZone;
import org.whence.investigation.InputReader;
import org.whence.investigation.Investigation;
import org.whence.investigation.Options;

/// Cases that are damaged, made by an enemy, or of tomorrow: one line says so, and what is whole is
/// read.
final class DamagedCaseTest {
  private static final Samples.Made SAMPLE = Samples.sample();
  private static final byte[] WHOLE =
      octets(SAMPLE.kept().withNotes(Notes.NONE.withConclusion("mine")));

  private static byte[] with(String part, String text) throws IOException {
    return CaseArchive.with(WHOLE, part, text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] without(String part) throws IOException {
    var parts = CaseArchive.parts(WHOLE);
    parts.remove(part);
    return CaseArchive.of(parts);
  }

  @Test
  void withoutItsEndGivesWhatIsBeforeIt() throws IOException {
    var cut = read(Arrays.copyOf(WHOLE, WHOLE.length - 800));

    assertThat(cut.damages())
        .containsExactly(
            "a.whence: its part 'dns.jsonl' is damaged; what can be read of it is used");
    assertThat(cut.notes().conclusion()).isEqualTo("mine");
    var replayed = replayed(cut);
    assertThat(replayed.input().sha256()).isEqualTo(SAMPLE.investigation().input().sha256());
    assertThat(cut.judgedOtherwise(replayed)).isNotEmpty();
  }

  @Test
  void damageInOnePartCostsThatPartAlone() throws IOException {
    var damaged = WHOLE.clone();
    var settings = new String(WHOLE, StandardCharsets.ISO_8859_1).indexOf("settings.json");
    Arrays.fill(damaged, settings + 40, settings + 60, (byte) 0x55);

    var read = read(damaged);

    assertThat(read.damages()).containsExactly("a.whence: its part 'settings.json' is lost");
    assertThat(read.notes().conclusion()).isEqualTo("mine");
    assertThat(read.recording()).isEqualTo(SAMPLE.kept().recording());
  }

  @ParameterizedTest
  @ValueSource(strings = {"settings.json", "notes.json", "verdicts.json", "manifest.json"})
  void partThatIsLostIsNamedAndTheRestRead(String part) throws IOException {
    var read = read(without(part));

    assertThat(read.damages()).isNotEmpty().allMatch(line -> line.startsWith("a.whence: "));
    assertThat(String.join("\n", read.damages())).contains(part.replace(".json", ""));
    assertThat(read.input().sha256()).isEqualTo(SAMPLE.investigation().input().sha256());
    assertThat(verdicts(replayed(read))).isEqualTo(verdicts(SAMPLE.investigation()));
  }

  private static List<Judged> verdicts(Investigation investigation) {
    return Judged.in(investigation.tree());
  }

  @Test
  void withoutItsOriginalThereIsNothingToInvestigate() {
    assertThatThrownBy(() -> read(without("original")))
        .isInstanceOf(IOException.class)
        .hasMessage("a.whence: the original is lost; there is nothing to investigate");
  }

  @Test
  void changedPartIsToldByItsDigest() throws IOException {
    var read = read(with("notes.json", "{\"conclusion\":\"theirs\",\"tags\":[],\"notes\":[]}"));

    assertThat(read.damages())
        .containsExactly(
            "a.whence: its part 'notes.json' is not what was saved: its SHA-256 is another one");
    assertThat(read.notes().conclusion()).isEqualTo("theirs");
  }

  @Test
  void newerFormatIsRefusedByName() {
    assertThatThrownBy(() -> read(CaseArchive.ofTomorrow(WHOLE)))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("a.whence: is a case of format 2, written by Whence 9.1.0; Whence ")
        .hasMessageEndingWith(" reads format 1: open it with that version or a newer one");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../original", "/etc/passwd", "original/", "C:\\notes.json", "NUL"})
  void nameThatIsNoPartIsToldAndLeftAlone(String name) throws IOException {
    var read = read(with(name, "x"));

    assertThat(read.damages())
        .containsExactly("a.whence: '" + name + "' is no part of a case, and is left alone");
    assertThat(read.notes().conclusion()).isEqualTo("mine");
  }

  @Test
  void bombIsRefused() throws IOException {
    var bomb = CaseArchive.bomb(WHOLE);

    assertThat(bomb.length).isLessThan(100_000);
    assertThatThrownBy(() -> read(bomb))
        .isInstanceOf(IOException.class)
        .hasMessage("a.whence: its part 'notes.json' unpacks to more than any case holds");
  }

  @Test
  void recordingThatUnpacksBeyondAllMeasureIsRefused() throws IOException {
    var large = CaseArchive.with(WHOLE, "dns.jsonl", new byte[80 * 1024 * 1024]);

    assertThatThrownBy(() -> read(large)).hasMessageContaining("'dns.jsonl'");
  }

  @Test
  void ofOneNameThatIsThereTwiceTheFirstIsUsed() throws IOException {
    var twice = new ByteArrayOutputStream();
    twice.writeBytes(WHOLE);
    twice.writeBytes(with("notes.json", "{\"conclusion\":\"theirs\"}"));

    var read = read(twice.toByteArray());

    assertThat(read.notes().conclusion()).isEqualTo("mine");
    assertThat(read.damages())
        .contains("a.whence: its part 'notes.json' is there several times; the first is used");
  }

  @Test
  void archiveOfSomethingElseIsNoCase() {
    assertThatThrownBy(() -> read(CaseArchive.of(Map.of("a.eml", new byte[0]))))
        .hasMessage("a.whence: is no case of Whence; check it under another name");
    assertThatThrownBy(() -> read(new byte[0])).hasMessageContaining("is no case of Whence");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{\"options\":{}}",
        "{\"started\":7}",
        "{\"started\":\"yesterday\",\"input\":{},\"options\":{}}",
        "{\"input\":{\"source\":\"moon\",\"as\":\"recognised\"},\"options\":{}}",
        "{\"input\":{\"source\":\"file\",\"as\":\"recognised\"},\"options\":{\"ip\":\"x\"}}",
        "{\"input\":{\"source\":\"file\",\"as\":\"recognised\"},\"options\":{\"repeat\":101}}",
        "{\"input\":{\"source\":\"file\",\"as\":\"recognised\"},\"options\":{\"checks\":[1]}}"
      })
  void settingsThatMakeNoSenseAreLeftOutAsAWhole(String settings) throws IOException {
    var read = read(with("settings.json", settings));

    assertThat(read.damages()).anyMatch(line -> line.endsWith("; it is left out"));
    assertThat(read.options()).isEqualTo(Options.defaults());
  }

  @Property(tries = 300)
  void whateverIsDamagedIsToldOrDoesNotMatter(@ForAll Random random) {
    var damaged = WHOLE.clone();
    for (var i = random.nextInt(1, 20); i > 0; i--) {
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
    }
    CaseFile read;
    try {
      read = read(random.nextBoolean() ? damaged : Arrays.copyOf(damaged, random.nextInt(9000)));
    } catch (IOException told) {
      assertThat(told.getMessage()).startsWith("a.whence: ").doesNotContain("\n");
      return;
    }
    if (read.damages().isEmpty()) {
      assertThat(CaseWriter.parts(read).values())
          .usingElementComparator(Arrays::compare)
          .containsExactlyElementsOf(
              CaseWriter.parts(SAMPLE.kept().withNotes(Notes.NONE.withConclusion("mine")))
                  .values());
    }
  }

  @Test
  void inputOfEveryKindOfNothingIsKept() throws IOException {
    var made = Samples.made(InputReader.pasted(""), TestZone.of(""), Options.defaults());

    assertThat(read(octets(made.kept())).damages()).isEmpty();
  }
}
