package org.whence;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// Real servers that tests run on loopback.
///
/// Where the program is not on this machine, the test is skipped and says so; in the build that
/// decides (`CI=true`) it fails, because `.ci/run` installs what is needed.
public final class RealServers {
  private RealServers() {}

  /// The program, such as `nsd`.
  public static Path require(String program) {
    // Debian keeps servers where only root's PATH leads.
    var folders = System.getenv("PATH") + File.pathSeparator + "/usr/sbin";
    var found =
        Stream.of(folders.split(File.pathSeparator, -1))
            .map(folder -> Path.of(folder, program))
            .filter(Files::isExecutable)
            .findFirst();
    if (found.isEmpty() && "true".equals(System.getenv("CI"))) {
      throw new AssertionError(program + " is not installed; .ci/run installs it");
    }
    Assumptions.assumeTrue(found.isPresent(), program + " is not installed");
    return found.orElseThrow();
  }
}
