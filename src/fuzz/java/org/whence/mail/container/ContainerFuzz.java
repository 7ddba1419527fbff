package org.whence.mail.container;

import org.whence.mail.Message;
import org.whence.mail.mime.MimeReader;

/// Any octets at all are a container or none, and what is in it is taken out within its limits.
public final class ContainerFuzz {
  private ContainerFuzz() {}

  /// What the fuzzer calls.
  public static void fuzzerTestOneInput(byte[] octets) {
    ContainerReader.read(octets, "fuzz", Passwords.NONE)
        .ifPresent(container -> {
          var total = 0L;
          for (var member : container.members()) {
            total += member.octets().length;
            MimeReader.read(Message.read(member.octets()));
          }
          if (total > Limits.MAX_UNPACKED) {
            throw new IllegalStateException("more was taken out than may be: " + total);
          }
        });
  }
}
