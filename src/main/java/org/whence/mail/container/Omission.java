package org.whence.mail.container;

import java.util.Locale;

/// Something in a container that was not read.
///
/// @param kind why
/// @param name the member, as the container calls it; empty where it is about the whole. Hostile
/// @param detail a number that goes with the kind, or empty
public record Omission(Kind kind, String name, String detail) {
  /// Why; the words for people are found by the key.
  public enum Kind {
    /// The container is larger than [Limits#MAX_SIZE], and ends there.
    CONTAINER_TOO_LARGE,
    /// There are more members than [Limits#MAX_MEMBERS].
    TOO_MANY_MEMBERS,
    /// More members cannot be read than [Archive#MAX_PASSED].
    TOO_MANY_BROKEN,
    /// A member is larger than [Limits#MAX_MEMBER].
    MEMBER_TOO_LARGE,
    /// A part of a mail that others are packed into is larger than is looked into.
    PART_TOO_LARGE,
    /// What is in it gets too large for its own size ([Limits#MAX_RATIO]), or in all
    /// ([Limits#MAX_UNPACKED]).
    BOMB,
    /// More containers stand in each other than [Limits#MAX_NESTING].
    NESTED_TOO_DEEP,
    /// It is encrypted, and no password that was given opens it.
    PASSWORD_NEEDED,
    /// A part of a mail that others are packed into is encrypted; nobody is asked for its password.
    PART_LOCKED,
    /// It is encrypted or compressed in a way that is not known.
    UNSUPPORTED,
    /// It is broken or ends too early; what was read until then is there.
    BROKEN,
    /// It is an Office file, and no message.
    NO_MESSAGE,
    /// It has no header as it was received: a draft, or never sent by SMTP. The fields are those
    /// that its program shows.
    NO_HEADER;

    /// A stable key, such as `omission.broken`.
    public String key() {
      return "omission." + word();
    }

    /// The word of the machine-readable forms, such as `password-needed`.
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  static Omission of(Kind kind) {
    return new Omission(kind, "", "");
  }

  static Omission of(Kind kind, String name) {
    return new Omission(kind, name, "");
  }
}
