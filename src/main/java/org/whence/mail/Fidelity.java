package org.whence.mail;

import java.util.Locale;

/// How near the octets of a message are to those that were sent.
public enum Fidelity {
  /// They are as they came: what a signature covers can be judged.
  ORIGINAL,
  /// Something that a copy had lost was put right: a signature that fails over them says nothing.
  REPAIRED,
  /// They were put together from the properties in which a program keeps a message: the header is
  /// as it came, the body is not, and no hash of it can be judged.
  REBUILT;

  /// The word of the machine-readable forms: `original`, `repaired`, `rebuilt`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
