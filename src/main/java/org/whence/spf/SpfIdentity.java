package org.whence.spf;

/// Which of a client's claims is judged (RFC 7208, 2.3 and 2.4).
public enum SpfIdentity {
  /// The domain of the envelope's sender.
  MAIL_FROM("mailfrom"),
  /// The domain that the client named in HELO or EHLO; also where the sender is null.
  HELO("helo");

  private final String word;

  SpfIdentity(String word) {
    this.word = word;
  }

  /// The word of a Received-SPF field (RFC 7208, 9.1).
  public String word() {
    return word;
  }
}
