package org.whence.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whence.mail.Sha256;

/// What is read of a stream whose size is told beforehand: a file may grow or shrink meanwhile.
final class ContentsTest {
  private static final byte[] OCTETS = "From: a@example.org".getBytes(StandardCharsets.US_ASCII);

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 18, 19, 20, 4000})
  void allIsReadWhateverSizeWasTold(long told) throws IOException {
    var contents = Contents.read(new ByteArrayInputStream(OCTETS), told);

    assertThat(contents.octets()).isEqualTo(OCTETS);
    assertThat(contents.size()).isEqualTo(OCTETS.length);
    assertThat(contents.sha256()).isEqualTo(Sha256.of(OCTETS));
  }
}
