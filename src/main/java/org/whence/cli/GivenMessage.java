package org.whence.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.whence.cli.Request.BadRequest;
import org.whence.investigation.InputFile;
import org.whence.investigation.Sha256;
import org.whence.mail.Message;

/// The message of a request: its text in `message`, or in the file that `file` names.
///
/// @param sha256 the digest of its octets
record GivenMessage(Message message, String sha256) {
  static GivenMessage of(Request request) throws BadRequest, IOException {
    var text = request.optional("message");
    var octets =
        text.isPresent() ? text.get().getBytes(StandardCharsets.UTF_8) : file(request.text("file"));
    return new GivenMessage(Message.read(octets), Sha256.of(octets));
  }

  private static byte[] file(String name) throws BadRequest, IOException {
    try {
      return InputFile.bytes(Path.of(name));
    } catch (InvalidPathException e) {
      throw new BadRequest("\"file\": no path: " + e.getReason());
    }
  }
}
