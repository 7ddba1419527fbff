package org.whence.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/// Recordings out of texts.
final class Recordings {
  static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");

  /// The line of contracts.md, with a message in it.
  static final String GOLDEN =
      """
      {"name":"10.2.0.192.in-addr.arpa","type":"PTR","outcome":"answer",\
      "records":["10.2.0.192.in-addr.arpa. 3600 IN PTR mail.example."],\
      "server":"udp://192.0.2.53:53","asked":"2026-11-23T15:40:12.345Z","ms":12,\
      "flags":["ra"],"response":"AQID"}
      """;

  private Recordings() {}

  static Recording read(String text) throws IOException {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  static Recording read(byte[] text) throws IOException {
    return Recording.read(new ByteArrayInputStream(text), "case.dns.jsonl", NOW);
  }

  static byte[] line(Exchange exchange) {
    return RecordingWriter.line(new Recording.Entry("", "", exchange));
  }

  static Exchange only(Recording recording) {
    assertThat(recording.entries()).hasSize(1);
    return recording.entries().values().iterator().next().getFirst().exchange();
  }
}
