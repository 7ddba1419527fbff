package org.whence.hop;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.whence.mail.Protocol;
import org.whence.mail.Received;

/// Whether a step could be read on its way, as its server says.
public enum Protection {
  /// Under TLS.
  TLS,
  /// Under TLS of a version or with a cipher that is no longer to be used (RFC 8996, 9325).
  WEAK,
  /// In the clear.
  CLEAR,
  /// Within one host.
  WITHIN,
  /// The field does not tell.
  UNTOLD;

  /// RFC 8996 and 7568: versions that must not be used.
  private static final List<String> OLD = List.of("SSLv2", "SSLv3", "TLSv1.0", "TLSv1.1");

  /// RFC 9325, 4.1: no encryption, RC4, export, less than 112 bits; and nobody known at the other
  /// end is not told here, since servers of mail rarely check certificates.
  private static final List<String> WEAK_CIPHERS = List.of("NULL", "RC4", "EXP", "DES-CBC-", "RC2");

  static Protection of(Received step) {
    if (Neighbours.isWithin(step)) {
      return WITHIN;
    }
    if (isOld(step) || isWeak(step)) {
      return WEAK;
    }
    var protocol = protocol(step);
    if (isTold(step) || protocol.filter(Protocol::tls).isPresent()) {
      return TLS;
    }
    return protocol.filter(Protocol::smtp).isPresent() ? CLEAR : UNTOLD;
  }

  /// The word of the machine-readable forms: `tls weak clear within untold`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Protocol> protocol(Received step) {
    return step.with().flatMap(Protocol::of);
  }

  static boolean isOld(Received step) {
    return step.tlsVersion().filter(OLD::contains).isPresent();
  }

  static boolean isWeak(Received step) {
    return step.tlsCipher()
        .map(cipher -> cipher.toUpperCase(Locale.ROOT))
        .filter(cipher -> WEAK_CIPHERS.stream().anyMatch(cipher::contains))
        .isPresent();
  }

  /// Version or cipher is there, or a comment that says no more: `(TLS)` of Exchange, `(TLS
  /// encrypted)` of GroupWise, `(Google Transport Security)`.
  private static boolean isTold(Received step) {
    return step.tlsVersion().isPresent()
        || step.tlsCipher().isPresent()
        || step.comments().stream()
            .anyMatch(comment ->
                comment.equalsIgnoreCase("TLS")
                    || comment.equalsIgnoreCase("TLS encrypted")
                    || comment.equalsIgnoreCase("Google Transport Security"));
  }
}
