package org.whence.mail.container;

import java.util.List;
import java.util.Locale;

/// A container, taken apart.
///
/// @param members what is in it, in its order
/// @param omissions what of it was not read
public record Container(Kind kind, List<Member> members, List<Omission> omissions) {
  /// What a container is.
  public enum Kind {
    /// A folder of files.
    FOLDER,
    /// An archive (APPNOTE 6.3.10).
    ZIP,
    /// A file of messages (RFC 4155).
    MBOX,
    /// A message as Apple Mail keeps it: its length, the message, a property list.
    EMLX,
    /// A message as Outlook keeps it (MS-OXMSG).
    MSG,
    /// What Outlook puts around attachments, `winmail.dat` (MS-OXTNEF).
    TNEF,
    /// A message that has others attached.
    MESSAGE;

    /// The word of the machine-readable forms, such as `mbox`.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// A stable key, such as `container.mbox`.
    public String key() {
      return "container." + word();
    }
  }

  public Container {
    members = List.copyOf(members);
    omissions = List.copyOf(omissions);
  }

  static Container of(Kind kind, Member member) {
    return new Container(kind, List.of(member), List.of());
  }

  static Container without(Kind kind, Omission omission) {
    return new Container(kind, List.of(), List.of(omission));
  }
}
