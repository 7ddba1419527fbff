package org.whence.dkim;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.whence.mail.HeaderField;

/// What a signature's field says (RFC 6376, 3.5), as far as it can be read.
///
/// Everything here was written by whoever made the message.
///
/// @param field where it stands
/// @param tags all of its tags
/// @param algorithm `a=`
/// @param data `b=`
/// @param bodyHash `bh=`
/// @param canonicalization `c=`, or what stands for it; empty where it cannot be read
/// @param domain `d=` with A-labels, without the root dot
/// @param selector `s=` with A-labels
/// @param identity `i=` decoded, its domain with A-labels; `@` and the domain where there is none
/// @param signedNames `h=` in lower case, in order; empty names are left out
/// @param length `l=`; a number beyond a `long` is its largest
/// @param signed `t=`; beyond twelve digits it is the end of time
/// @param expires `x=`, likewise
/// @param copied `z=`
/// @param flaws what makes it invalid, the most basic first
public record Signature(
    HeaderField field,
    SignatureKind kind,
    TagList tags,
    Optional<SignatureAlgorithm> algorithm,
    Optional<Base64Text> data,
    Optional<Base64Text> bodyHash,
    Optional<Canonicalizations> canonicalization,
    Optional<String> domain,
    Optional<String> selector,
    Optional<String> identity,
    List<String> signedNames,
    Optional<Long> length,
    Optional<Instant> signed,
    Optional<Instant> expires,
    List<CopiedField> copied,
    List<Flaw> flaws) {
  public Signature {
    signedNames = List.copyOf(signedNames);
    copied = List.copyOf(copied);
    flaws = List.copyOf(flaws);
  }

  /// The same with one flaw more.
  Signature with(Flaw flaw) {
    var more = new java.util.ArrayList<>(flaws);
    more.add(flaw);
    return new Signature(
        field,
        kind,
        tags,
        algorithm,
        data,
        bodyHash,
        canonicalization,
        domain,
        selector,
        identity,
        signedNames,
        length,
        signed,
        expires,
        copied,
        more);
  }
}
