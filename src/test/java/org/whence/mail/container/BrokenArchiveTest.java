package org.whence.mail.container;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Archives of which an entry cannot be read.
final class BrokenArchiveTest {
  private static final String FIRST = "Subject: first\n\n" + "some words ".repeat(20);

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void behindAnEntryThatIsNotWhatItWasTheNextIsRead(boolean stored) throws IOException {
    var octets = zip(stored, "a.eml", "b.eml", "c/", "d.eml");
    octets[30 + "a.eml".length() + 20] ^= 0x55;

    var archive = read(octets);

    assertThat(archive.members()).extracting(Member::name).containsExactly("b.eml", "d.eml");
    assertThat(archive.omissions())
        .containsExactly(new Omission(Omission.Kind.BROKEN, "a.eml", ""));
  }

  @Test
  void behindAnEntryThatIsPackedInAnUnknownWayTheNextIsRead() throws IOException {
    var octets = zip(true, "a.eml", "b.eml");
    octets[8] = 12;

    var archive = read(octets);

    assertThat(archive.members()).extracting(Member::name).containsExactly("b.eml");
    assertThat(archive.omissions())
        .containsExactly(new Omission(Omission.Kind.UNSUPPORTED, "a.eml", ""));
  }

  @Test
  void entryThatIsCutOffIsTheOneThatIsTold() throws IOException {
    var octets = zip(true, "a.eml", "b.eml");
    var archive = read(Arrays.copyOf(octets, 30 + 5 + FIRST.length() + 40));

    assertThat(archive.members()).extracting(Member::name).containsExactly("a.eml");
    assertThat(archive.omissions())
        .containsExactly(new Omission(Omission.Kind.BROKEN, "b.eml", ""));
  }

  @Test
  void brokenEntriesArePassedOverUpToANumber() throws IOException {
    var names = new LinkedHashMap<String, byte[]>();
    for (var i = 0; i < 100; i++) {
      names.put(i + ".eml", FIRST.getBytes(UTF_8));
    }
    var octets = zip(true, names.keySet().toArray(String[]::new));
    for (var at = 0; at < octets.length - 4; at++) {
      if (octets[at] == 'w' && octets[at + 1] == 'o') {
        octets[at] = 'W';
      }
    }

    var omissions = read(octets).omissions();
    assertThat(omissions).hasSize(21);
    assertThat(omissions.getLast().kind()).isEqualTo(Omission.Kind.TOO_MANY_BROKEN);
  }

  @Property(tries = 200)
  void whateverIsBrokenIsTold(@ForAll @IntRange(max = 600) int at, @ForAll byte octet)
      throws IOException {
    var octets = zip(at % 2 == 0, "a.eml", "b.eml");
    octets[Math.clamp(at, 4, octets.length - 1)] = octet;

    assertThat(ContainerReader.read(octets, "x", Passwords.NONE))
        .hasValueSatisfying(archive -> assertThat(archive.members()).hasSizeLessThan(4));
  }

  private static Container read(byte[] octets) {
    return ContainerReader.read(octets, "x.zip", Passwords.NONE).orElseThrow();
  }

  private static byte[] zip(boolean stored, String... names) throws IOException {
    var octets = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(octets)) {
      for (var name : names) {
        var content = name.endsWith("/") ? new byte[0] : FIRST.getBytes(UTF_8);
        var entry = new ZipEntry(name);
        if (stored) {
          var crc = new CRC32();
          crc.update(content);
          entry.setMethod(ZipEntry.STORED);
          entry.setSize(content.length);
          entry.setCrc(crc.getValue());
        }
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
      }
    }
    return octets.toByteArray();
  }
}
