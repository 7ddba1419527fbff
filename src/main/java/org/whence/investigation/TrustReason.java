package org.whence.investigation;

import org.whence.chain.Reason;
import org.whence.mail.Border;

/// Why the trust line lies where it does, and what is believed above it on weak grounds. Values:
/// the number of the border's step, its client, the server that wrote it, each an empty text where
/// nothing tells.
public enum TrustReason implements Reason {
  /// The newest client that is none of the servers that the analyst believes.
  TRUSTED("trusted"),
  /// Nobody is believed: the newest client with a public address.
  FIRST_PUBLIC("first-public"),
  /// The newest client that authenticated.
  AUTHENTICATED("authenticated"),
  /// As many steps from the newest as the analyst has servers.
  COUNTED("counted"),
  /// The step that the analyst chose.
  CHOSEN("chosen"),
  /// All clients are servers that the analyst believes.
  ALL_TRUSTED("all-trusted"),
  /// No step fits the rule. Values: the rule.
  NOT_FOUND("not-found"),
  /// A field is believed since it says itself that an own server wrote it. Values: the number of
  /// the step above it, that step's client, the server that it names.
  PRESUMED("presumed"),
  /// A field is believed since the client above it is an own server, but it names another. Values:
  /// the number of its step, the server that it names, the client above it.
  OTHER_SERVER("other-server"),
  /// The client at the line calls itself by the name of an own server, and nothing else shows that
  /// it is one. Values: the number of the step, its client, what it calls itself.
  CALLS_ITSELF_OURS("calls-itself-ours"),
  /// A field is believed below a step within a host. Values: the number of its step, the host.
  LOCAL("local");

  private final String word;

  TrustReason(String word) {
    this.word = word;
  }

  static TrustReason of(Border.Basis basis) {
    return switch (basis) {
      case TRUSTED -> TRUSTED;
      case FIRST_PUBLIC -> FIRST_PUBLIC;
      case AUTHENTICATED -> AUTHENTICATED;
      case COUNTED -> COUNTED;
      case CHOSEN -> CHOSEN;
    };
  }

  @Override
  public Label label() {
    // The trust boundary of RFC 8601.
    return new Label("trust", word, "RFC 8601, 1.2");
  }
}
