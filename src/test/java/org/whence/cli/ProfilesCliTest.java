package org.whence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.whence.TestAuthority;
import org.whence.dns.ScriptedServer;
import org.whence.dns.ScriptedServer.Play;

/// Resolver profiles of the user.
@Timeout(300)
final class ProfilesCliTest {
  private static final Play MAIL =
      query -> {
        var name = query.message().getQuestion().getName();
        var reverse = name.toString().toLowerCase(Locale.ROOT).endsWith("in-addr.arpa.");
        return ScriptedServer.answer(
                name + (reverse ? " 60 IN PTR mail.example." : " 60 IN A 192.0.2.10"))
            .replies(query);
      };

  @TempDir Path folder;

  private Path profiles(String... lines) throws IOException {
    return Files.writeString(folder.resolve("resolvers.conf"), String.join("\n", lines) + "\n");
  }

  @Test
  void profileIsAskedWithItsOwnAuthority() throws Exception {
    var authority = new TestAuthority("Office authority");
    Files.writeString(folder.resolve("office.pem"), authority.pem());
    try (var server =
        ScriptedServer.tls(authority.issue("dns.test").context(), MAIL, MAIL, MAIL, MAIL)) {
      var file = profiles("office " + server.uri("tls") + "#dns.test ca=office.pem");

      var run =
          Shell.run(
              "check",
              "192.0.2.10",
              "--profiles",
              file.toString(),
              "-r",
              "office",
              "--timeout",
              "2m");

      assertThat(run.err()).isEmpty();
      assertThat(run.status()).isZero();
      assertThat(run.out()).contains("office (" + server.uri("tls") + "#dns.test)");
    }
  }

  @Test
  void fileAmongTheSettingsIsReadWithoutBeingNamed() throws Exception {
    var settings = Files.createDirectories(folder.resolve("whence"));
    Files.writeString(settings.resolve("resolvers.conf"), "office udp://192.0.2.53\n");

    var run = Shell.runIn(Map.of("XDG_CONFIG_HOME", folder.toString()), "resolvers");

    assertThat(run.out().lines().toList().getLast()).matches("office +udp://192\\.0\\.2\\.53:53");
  }

  @Test
  void malformedProfileIsOneLineWhereItIsAskedFor() throws Exception {
    var file = profiles("# ours", "office tls://dns.example", "lab udp://192.0.2.53");

    var run = Shell.run("check", "192.0.2.10", "--profiles", file.toString(), "-r", "office");

    assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
    assertThat(run.err())
        .startsWith(
            "whence: office: in the file of resolver profiles, line 2: tls://dns.example: not an"
                + " address; use tls://")
        .hasLineCount(1);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void resolversListsTheFilesProfilesAndTellsItsBadLines() throws Exception {
    var file = profiles("office tls://dns.example", "lab udp://192.0.2.53 ca=lab.pem", "google x");

    var run = Shell.run("resolvers", "--profiles", file.toString());

    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("quad9_tls ")
        .endsWith("udp://192.0.2.53:53 ca=" + folder.resolve("lab.pem") + "\n");
    assertThat(run.err().lines())
        .hasSize(2)
        .first()
        .asString()
        .startsWith("whence: " + file + ": line 1: tls://dns.example: not an address;");
  }

  @Test
  void fileThatCannotBeReadIsOneLine() {
    for (var command : new String[] {"check 192.0.2.10", "resolvers"}) {
      var run = Shell.run((command + " --profiles " + folder).split(" ", -1));

      assertThat(run.status()).isEqualTo(ExitStatus.IO);
      assertThat(run.err())
          .isEqualTo("whence: " + folder + ": is a directory, not a file of resolver profiles\n");
    }
  }
}
