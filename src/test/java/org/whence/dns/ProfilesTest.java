package org.whence.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProfilesTest {
  private static final Path FOLDER = Path.of("/settings").toAbsolutePath();

  private static Profiles parse(String text) {
    return Profiles.parse(text, FOLDER);
  }

  @Test
  void lineIsANameAndItsServersInOrder() throws Exception {
    var profiles =
        parse(
            """
            # ours

            office   tls://192.0.2.53#dns.example, udp://192.0.2.54  # the cellar
            \tlab https://dns.example/dns-query#192.0.2.55 ca=our own.pem
            """);

    assertThat(profiles.problems()).isEmpty();
    assertThat(profiles.own())
        .containsExactly(
            new Profile(
                "office",
                List.of("tls://192.0.2.53:853#dns.example", "udp://192.0.2.54:53"),
                Optional.empty()),
            new Profile(
                "lab",
                List.of("https://dns.example/dns-query#192.0.2.55"),
                Optional.of(FOLDER.resolve("our own.pem"))));
    assertThat(profiles.all()).hasSize(Profile.all().size() + 2).endsWith(profiles.own().get(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          office                       | office: no server behind the name; write URIs, such as
          office ca=x.pem              | office: no server behind the name; write URIs, such as
          office 192.0.2.53            | 192.0.2.53: not a resolver's URI; use udp://
          office tls://dns.example     | tls://dns.example: not an address; use tls://192.0.2.53:
          office udp://192.0.2.53:99999 | udp://192.0.2.53:99999: not a port; use 1 to 65535
          google udp://192.0.2.53      | google: the program has a profile of this name; use another
          -x udp://192.0.2.53          | -x: no name of a profile; use up to 64 letters, digits
          udp://192.0.2.53             | udp://192.0.2.53: no name of a profile; use up to 64
          office udp://192.0.2.53 ca=  | ca=: no file's name; write that of a PEM file
          """)
  void lineThatMeansNothingIsToldByItsNumberAndTheOthersCount(String line, String why) {
    var profiles = parse("one udp://192.0.2.1\n" + line + "\ntwo udp://192.0.2.2\n");

    assertThat(profiles.own()).extracting(Profile::name).containsExactly("one", "two");
    assertThat(profiles.problems()).singleElement().asString().startsWith("line 2: " + why);
  }

  @Test
  void nameOfAnEarlierLineIsRefused() {
    assertThat(parse("a udp://192.0.2.1\na udp://192.0.2.2").problems())
        .extracting(Profiles.Problem::toString)
        .containsExactly("line 2: a: an earlier line has this name; use another name");
  }

  @Property
  void anyTextIsReadAsSomethingInLinesOfTheirOwn(@ForAll String wild) {
    var profiles = parse(wild);

    assertThat(profiles.problems()).allMatch(problem -> problem.toString().lines().count() == 1);
    assertThat(profiles.own()).allMatch(profile -> !profile.servers().isEmpty());
  }

  @Test
  void resolverIsAskedByTheNameOfTheProfile() throws Exception {
    var address =
        ResolverAddress.parse("office", parse("office udp://192.0.2.53 tcp://192.0.2.54"));

    assertThat(address.description()).isEqualTo("office (192.0.2.53, tcp://192.0.2.54:53)");
    // Who wrote the profile named its servers: their own network may be asked for.
    assertThat(address.named()).isTrue();
    assertThatThrownBy(() -> ResolverAddress.parse("cellar", parse("office udp://192.0.2.53")))
        .hasMessageContaining("unknown resolver; use system, ")
        .hasMessageContaining(" quad9_https, office, udp://");
  }

  @Test
  void profileWhoseLineMeansNothingIsToldWhereItIsAskedFor() {
    assertThatThrownBy(() -> ResolverAddress.parse("office", parse("\noffice udp://x")))
        .isInstanceOf(ResolverProblem.class)
        .hasMessageStartingWith(
            "office: in the file of resolver profiles, line 2: udp://x: not an address; use ");
  }

  @Test
  void fileIsWrittenWholeAndReadBack(@TempDir Path folder) throws Exception {
    var settings = folder.resolve("new/whence");
    var file = settings.resolve("resolvers.conf");
    var text = "# ours\noffice udp://192.0.2.53 ca=office.pem\n";

    Profiles.write(file, "older");
    Profiles.write(file, text);

    assertThat(Files.readString(file)).isEqualTo(text);
    assertThat(Profiles.read(file)).isEqualTo(Profiles.parse(text, settings));
    try (var left = Files.list(settings)) {
      assertThat(left).containsExactly(file);
    }
  }

  @Test
  void fileThatCannotBeReadOrWrittenIsToldInOneLine(@TempDir Path folder) throws Exception {
    var large = Files.write(folder.resolve("large"), new byte[Profiles.MOST_OCTETS + 1]);

    assertThatThrownBy(() -> Profiles.read(folder.resolve("missing")))
        .isInstanceOf(IOException.class)
        .hasMessage(folder.resolve("missing") + ": no such file; check its name and folder");
    assertThatThrownBy(() -> Profiles.read(folder))
        .hasMessage(folder + ": is a directory, not a file of resolver profiles");
    assertThatThrownBy(() -> Profiles.read(large))
        .hasMessage(large + ": larger than 1048576 octets; no file of profiles");
    assertThatThrownBy(() -> Profiles.write(large.resolve("below"), ""))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(large.resolve("below") + ": ");
  }

  @Test
  void settingsAreWhereTheSystemKeepsThem() {
    var home = FOLDER.toString();
    var other = FOLDER.resolve("other").toString();

    assertThat(Profiles.usualFile(Map.of("HOME", home)))
        .contains(FOLDER.resolve(".config/whence/resolvers.conf"));
    assertThat(Profiles.usualFile(Map.of("HOME", home, "XDG_CONFIG_HOME", other)))
        .contains(FOLDER.resolve("other/whence/resolvers.conf"));
    assertThat(Profiles.usualFile(Map.of("HOME", home, "XDG_CONFIG_HOME", "relative")))
        .contains(FOLDER.resolve(".config/whence/resolvers.conf"));
    assertThat(Profiles.usualFile(Map.of("APPDATA", other, "HOME", home)))
        .contains(FOLDER.resolve("other/whence/resolvers.conf"));
    assertThat(Profiles.usualFile(Map.of())).isEmpty();
  }
}
