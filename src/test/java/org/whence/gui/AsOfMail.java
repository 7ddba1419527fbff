package org.whence.gui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.whence.arc.Sealer;
import org.whence.dkim.Keys;
import org.whence.dkim.Signer;

/// A mail that was signed and sealed on 2026-11-23, and a recording that has the keys of then.
final class AsOfMail {
  private static final String SIGNED =
      Signer.relaxed()
          .signing("from:to:subject")
          .sign(
              """
              From: Ann <ann@example.org>
              To: list@example.net
              Subject: Lunch

              Shall we meet at noon?
              """);

  /// Signed by `example.org`, sealed twice by `sealer.example`.
  static final String MAIL =
      """
      Received: from mail.example.org (mail.example.org [192.0.2.10])
       by mx.example.net with ESMTPS; Mon, 23 Nov 2026 10:00:00 +0000
      """
          + Sealer.seal(Sealer.seal(SIGNED)).replace("\r\n", "\n");

  private AsOfMail() {}

  /// Writes the recording: both keys, heard at the beginning of the month.
  static Path keys(Path file) throws IOException {
    var sealer = Sealer.zone().strip();
    var signer = Keys.zone("key._domainkey.example.org", Keys.record(Keys.rsa(2048))).strip();
    return Files.writeString(
        file,
        line("key._domainkey.sealer.example", sealer) + line("key._domainkey.example.org", signer));
  }

  private static String line(String name, String record) {
    return """
    {"name":"%s","type":"TXT","outcome":"answer","asked":"2026-11-01T00:00:00Z","records":["%s"]}
    """
        .formatted(name, record.replace("\\", "\\\\").replace("\"", "\\\""));
  }
}
