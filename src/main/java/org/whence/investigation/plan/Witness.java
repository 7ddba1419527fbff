package org.whence.investigation.plan;

import java.util.Locale;

/// Whose name servers see a question in the end, beside those who carry it.
public enum Witness {
  /// Those of a domain that the message names: presumably the sender's own.
  SENDER,
  /// Those of the reverse zone of an address: its owner's, who may be the sender.
  ADDRESS_OWNER,
  /// Those of a domain that only DNS named.
  OTHER;

  /// The stable word for machine-readable forms.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
