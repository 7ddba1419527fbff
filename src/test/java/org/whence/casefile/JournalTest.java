package org.whence.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whence.investigation.InputReader;
import org.whence.investigation.Options;

/// A journal begins whole or not at all.
final class JournalTest {
  private static final CaseFile BEGUN =
      CaseFile.begun(
          InputReader.pasted("192.0.2.10"),
          Options.defaults(),
          Provenance.begun(Optional.empty(), Instant.EPOCH));

  @TempDir Path root;

  /// A window that closes interrupts whoever writes for it.
  @Test
  void oneWhoseThreadIsInterruptedLeavesNothing() {
    Thread.currentThread().interrupt();
    try {
      assertThatIOException().isThrownBy(() -> Journal.begin(root, BEGUN));
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(root).isEmptyDirectory();
  }

  @Test
  void oneThatBeganIsLeftByWhoeverLetsGoOfItAndGoesWithWhoeverDiscardsIt() throws IOException {
    Journal.begin(root, BEGUN).close();
    assertThat(Journal.left(root)).hasSize(1);
    Journal.begin(root, BEGUN).discard();
    assertThat(Journal.left(root)).hasSize(1);
  }
}
