package org.whence.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.whence.cli.Request.BadRequest;
import org.whence.investigation.MailFile;
import org.whence.mail.Message;
import org.whence.mail.Sha256;

/// The message of a request: its text in `message`, or in the file that `file` names; `case` says
/// which of several in it.
///
/// @param sha256 the digest of its octets
record GivenMessage(Message message, String sha256) {
  static GivenMessage of(Request request) throws BadRequest, IOException {
    var text = request.optional("message");
    if (text.isEmpty()) {
      return file(request.text("file"), request.number("case", 1, Integer.MAX_VALUE).orElse(1));
    }
    var octets = text.get().getBytes(StandardCharsets.UTF_8);
    return new GivenMessage(Message.read(octets), Sha256.of(octets));
  }

  /// The message itself, not one that is attached to it; of a mailbox or an archive the one of that
  /// number.
  private static GivenMessage file(String name, int number) throws BadRequest, IOException {
    try {
      var found = MailFile.read(Path.of(name), number);
      return new GivenMessage(found.message(), found.sha256());
    } catch (InvalidPathException e) {
      throw new BadRequest("\"file\": no path: " + e.getReason());
    }
  }
}
