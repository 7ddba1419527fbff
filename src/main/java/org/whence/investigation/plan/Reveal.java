package org.whence.investigation.plan;

import java.util.Locale;

/// What a name that is asked for carries, so that whoever sees the question learns it.
public enum Reveal {
  /// The client's address, or a name of it.
  CLIENT,
  /// The envelope's sender, with the part before the at sign: often made for one recipient, or one
  /// message.
  SENDER,
  /// An address in the sender's local-part, behind an equals sign: where bounces are told apart by
  /// that, it is the recipient's.
  RECIPIENT,
  /// What the client called itself.
  HELO,
  /// The name of the receiving host.
  RECEIVER,
  /// The time.
  TIME;

  /// The stable word for machine-readable forms.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
