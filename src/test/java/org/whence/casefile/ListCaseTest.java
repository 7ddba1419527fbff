package org.whence.casefile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whence.investigation.ListFile;

final class ListCaseTest {
  private static final byte[] BLOCK = new byte[Part.RECORDING.limit() / 8];

  @TempDir private Path folder;

  @Test
  void recordingEndsWhereItIsLargerThanCaseHolds() throws IOException {
    var list = Files.write(folder.resolve("list.txt"), "192.0.2.1\n192.0.2.2\n".getBytes(UTF_8));
    var survey = ListFile.of(list).survey(_ -> {});
    var path = folder.resolve("list.whence");
    // What is counted need not be kept.
    try (var begun = ListCase.begin(path, survey, _ -> OutputStream.nullOutputStream());
        var recording = begun.recording()) {
      for (var i = 0; i < 8; i++) {
        recording.write(BLOCK);
      }
      assertThatIOException()
          .isThrownBy(() -> recording.write('\n'))
          .withMessage(
              "its part 'dns.jsonl' would be larger than 256 MB, which is all that a case holds");
    }
    assertThat(path).doesNotExist();
  }
}
