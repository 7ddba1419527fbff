package org.whence.mail.container;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Optional;
import org.apache.poi.hmef.Attachment;
import org.apache.poi.hmef.HMEFMessage;

/// `winmail.dat`: attachments in the format of Outlook (MS-OXTNEF), which other programs cannot
/// read.
final class Winmail {
  private Winmail() {}

  static Container read(byte[] octets) {
    var members = new ArrayList<Member>();
    var omissions = new ArrayList<Omission>();
    try {
      var attachments = new HMEFMessage(new ByteArrayInputStream(octets)).getAttachments();
      for (var attachment : attachments) {
        if (members.size() == Limits.MAX_MEMBERS) {
          omissions.add(Omission.of(Omission.Kind.TOO_MANY_MEMBERS));
          break;
        }
        member(attachment, members.size() + 1)
            .ifPresentOrElse(
                members::add,
                () -> omissions.add(Omission.of(Omission.Kind.BROKEN, name(attachment))));
      }
    } catch (IOException | RuntimeException e) {
      // The library throws what it likes where octets are broken.
      omissions.add(Omission.of(Omission.Kind.BROKEN));
    }
    return new Container(Container.Kind.TNEF, members, omissions);
  }

  private static Optional<Member> member(Attachment attachment, int number) {
    try {
      var name = name(attachment);
      return Optional.of(
          new Member(name.isEmpty() ? Integer.toString(number) : name, attachment.getContents()));
    } catch (RuntimeException e) {
      // An attachment without content is told by an exception.
      return Optional.empty();
    }
  }

  private static String name(Attachment attachment) {
    var name = attachment.getLongFilename();
    return name == null ? String.valueOf(attachment.getFilename()) : name;
  }
}
