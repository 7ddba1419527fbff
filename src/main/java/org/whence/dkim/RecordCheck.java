package org.whence.dkim;

import java.util.Optional;
import org.whence.chain.Branch;
import org.whence.chain.Value;
import org.whence.chain.Verdict;

/// Holds one record against the signature that names it (RFC 6376, 6.1.2, steps 5 to 8).
final class RecordCheck {
  /// The largest RSA key that is used, in bits: the work grows with the square.
  static final int MOST_BITS = 8_192;

  private final Signature signature;
  private final String name;
  private final KeyRecord record;
  private final Branch branch;
  private final Optional<PublicKeys.Read> key;

  RecordCheck(Signature signature, String name, String text, Branch above) {
    this.signature = signature;
    this.name = name;
    this.record = KeyRecord.parse(text);
    this.branch = above.open(DkimTopic.RECORD, Value.of(text));
    this.key =
        record
            .data()
            .flatMap(data ->
                KeyType.of(record.type()).flatMap(type -> PublicKeys.read(type, data.octets())));
  }

  KeyRecord record() {
    return record;
  }

  int bits() {
    return key.map(PublicKeys.Read::bits).orElse(0);
  }

  /// The key, where it can be used for the signature's algorithm.
  Optional<java.security.PublicKey> key() {
    return key.filter(_ -> bits() <= MOST_BITS && fitsAlgorithm()).map(PublicKeys.Read::key);
  }

  /// Judges the record and closes its step.
  ///
  /// @return why it does not count, if it does not
  Optional<Refusal> judge() {
    if (record.hasLateVersion()) {
      branch.note(DkimReason.VERSION_NOT_FIRST);
    }
    if (record.isTesting()) {
      branch.note(DkimReason.KEY_TESTING, Value.domain(name));
    }
    key.filter(PublicKeys.Read::bare).ifPresent(_ -> branch.note(DkimReason.BARE_KEY));
    var refusal = refusal();
    if (refusal.isPresent()) {
      var why = refusal.get();
      branch.close(why.verdict(), why.reason(), why.valueArray());
    } else {
      branch.close(Verdict.PASS, DkimReason.KEY_FOUND, Value.of(record.type()), Value.of(bits()));
    }
    return refusal;
  }

  /// Closes the step of a record that is not the only one.
  void leave() {
    branch.close(Verdict.NONE, DkimReason.RECORD_NOT_ALONE);
  }

  private Optional<Refusal> refusal() {
    if (!record.flaws().isEmpty()) {
      var flaw = record.flaws().getFirst();
      branch.note(flaw.reason(), flaw.values());
      return permanent(
          DkimReason.KEY_SYNTAX, Value.domain(name), Value.of(flaw.tag()), Value.of(flaw.detail()));
    }
    var hash = signature.algorithm().map(SignatureAlgorithm::hash);
    if (hash.isPresent() && !record.allows(hash.get())) {
      return permanent(
          DkimReason.KEY_HASH,
          Value.of(String.join(":", record.hashes())),
          Value.of(hash.get().word()));
    }
    if (record.isRevoked()) {
      return permanent(DkimReason.KEY_REVOKED, Value.domain(name));
    }
    if (!fitsAlgorithm()) {
      var algorithm = signature.algorithm().map(SignatureAlgorithm::word).orElse("");
      return permanent(DkimReason.KEY_TYPE, Value.of(record.type()), Value.of(algorithm));
    }
    if (key.isEmpty()) {
      return permanent(DkimReason.KEY_DATA, Value.domain(name));
    }
    return restriction();
  }

  private Optional<Refusal> restriction() {
    if (bits() > MOST_BITS) {
      return Optional.of(
          Refusal.of(
              Verdict.POLICY, DkimReason.KEY_TOO_LARGE, Value.of(bits()), Value.of(MOST_BITS)));
    }
    if (!record.isForMail()) {
      return permanent(DkimReason.KEY_SERVICE, Value.of(String.join(":", record.services())));
    }
    var domain = signature.domain().orElse("");
    var identity = signature.identity().map(i -> i.substring(i.lastIndexOf('@') + 1));
    if (record.isStrict() && identity.isPresent() && !identity.get().equalsIgnoreCase(domain)) {
      return permanent(DkimReason.KEY_STRICT, Value.domain(identity.get()), Value.domain(domain));
    }
    return Optional.empty();
  }

  private boolean fitsAlgorithm() {
    return signature
        .algorithm()
        .map(algorithm -> algorithm.keyType().word().equals(record.type()))
        .orElse(KeyType.of(record.type()).isPresent());
  }

  private static Optional<Refusal> permanent(DkimReason reason, Value... values) {
    return Optional.of(Refusal.permanent(reason, values));
  }
}
