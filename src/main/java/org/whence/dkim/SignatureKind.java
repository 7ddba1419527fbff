package org.whence.dkim;

/// The fields that carry a signature; they differ in a few tags.
public enum SignatureKind {
  /// RFC 6376, 3.5.
  DKIM("DKIM-Signature"),
  /// RFC 8617, 4.1.2: no `v=`, and `i=` is the instance.
  ARC_MESSAGE("ARC-Message-Signature"),
  /// RFC 8617, 4.1.3: signs the chain alone: no `bh=`, no `h=`, always relaxed.
  ARC_SEAL("ARC-Seal");

  private final String fieldName;

  SignatureKind(String fieldName) {
    this.fieldName = fieldName;
  }

  /// The name of the field.
  public String fieldName() {
    return fieldName;
  }
}
