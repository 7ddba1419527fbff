package org.whence.dkim;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.whence.mail.Message;

/// The body hashes that a message's signatures need, made in one pass over the body (RFC 6376,
/// 3.7).
///
/// Each canonical form is made once, and hashed once for each algorithm: for the lengths that `l=`
/// asks for the hash is looked at on the way. Memory does not grow with the body.
public final class BodyHashes {
  /// What goes through all canonical forms before the next octets do: it stays near the processor.
  private static final int PIECE = 32 * 1024;

  /// What a signature wants hashed.
  ///
  /// @param length of the canonical body; the largest `long` is all of it
  private record Wanted(Canonicalization how, HashAlgorithm algorithm, long length) {
    static Optional<Wanted> by(Signature signature) {
      return signature.kind() == SignatureKind.ARC_SEAL
              || signature.canonicalization().isEmpty()
              || signature.algorithm().isEmpty()
          ? Optional.empty()
          : Optional.of(
              new Wanted(
                  signature.canonicalization().get().body(),
                  signature.algorithm().get().hash(),
                  signature.length().orElse(Long.MAX_VALUE)));
    }
  }

  private final Map<Wanted, BodyHash> hashes;

  private BodyHashes(Map<Wanted, BodyHash> hashes) {
    this.hashes = Map.copyOf(hashes);
  }

  /// Hashes the body of a message.
  public static BodyHashes of(Message message, Collection<Signature> signatures) {
    var start = message.bodyStart();
    return of(ByteBuffer.wrap(message.source(), start, message.end() - start), signatures);
  }

  /// Hashes a body.
  ///
  /// @param body the octets behind the empty line, in an array, where they are read without a copy
  static BodyHashes of(ByteBuffer body, Collection<Signature> signatures) {
    var wanted = new HashSet<Wanted>();
    signatures.forEach(signature -> Wanted.by(signature).ifPresent(wanted::add));
    return wanted.isEmpty()
        ? new BodyHashes(Map.of())
        : new BodyHashes(new Pass(wanted).over(body));
  }

  /// The hash that this signature's `bh=` should be; empty where its tags do not say what to hash.
  Optional<BodyHash> of(Signature signature) {
    return Wanted.by(signature).map(hashes::get);
  }

  /// The hash of one canonical body, up to a length.
  static Base64Text hash(
      ByteBuffer body, Canonicalization how, HashAlgorithm algorithm, long length) {
    var wanted = new Wanted(how, algorithm, length);
    return Objects.requireNonNull(new Pass(Set.of(wanted)).over(body).get(wanted)).hash();
  }

  private static final class Pass {
    private final List<Running> running = new ArrayList<>();
    private final List<BodyCanonicalizer> canonicalizers = new ArrayList<>();

    Pass(Set<Wanted> wanted) {
      for (var how : Canonicalization.values()) {
        var here = new ArrayList<Running>();
        for (var algorithm : HashAlgorithm.values()) {
          var lengths = lengths(wanted, how, algorithm);
          if (lengths.length > 0) {
            here.add(new Running(how, algorithm, lengths));
          }
        }
        if (!here.isEmpty()) {
          running.addAll(here);
          canonicalizers.add(new BodyCanonicalizer(how, sink(here)));
        }
      }
    }

    /// In rising order.
    private static long[] lengths(
        Set<Wanted> wanted, Canonicalization how, HashAlgorithm algorithm) {
      var found = new long[wanted.size()];
      var count = 0;
      for (var each : wanted) {
        if (each.how() == how && each.algorithm() == algorithm) {
          found[count++] = each.length();
        }
      }
      Arrays.sort(found, 0, count);
      return Arrays.copyOf(found, count);
    }

    private static OctetSink sink(List<Running> here) {
      return here.size() == 1
          ? here.getFirst()::take
          : (octets, from, to) -> here.forEach(each -> each.take(octets, from, to));
    }

    Map<Wanted, BodyHash> over(ByteBuffer body) {
      var octets = body.array();
      var start = body.arrayOffset() + body.position();
      var end = start + body.remaining();
      for (var at = start; at < end; ) {
        var from = at;
        at = end - at > PIECE ? at + PIECE : end;
        for (var each : canonicalizers) {
          each.update(octets, from, at);
        }
      }
      canonicalizers.forEach(BodyCanonicalizer::finish);
      var found = new HashMap<Wanted, BodyHash>();
      running.forEach(each -> each.end(found));
      return found;
    }
  }

  /// One hash on its way over the canonical body.
  private static final class Running {
    private final Canonicalization how;
    private final HashAlgorithm algorithm;
    private final MessageDigest digest;
    private final long[] lengths;
    private final Map<Long, Base64Text> reached = new HashMap<>();
    private int next;
    private long total;

    Running(Canonicalization how, HashAlgorithm algorithm, long[] lengths) {
      this.how = how;
      this.algorithm = algorithm;
      this.digest = algorithm.digest();
      this.lengths = lengths;
    }

    void take(byte[] octets, int from, int to) {
      var at = from;
      while (next < lengths.length && lengths[next] - total <= to - at) {
        var until = at + (int) (lengths[next] - total);
        digest.update(octets, at, until - at);
        total += until - at;
        at = until;
        reached.put(lengths[next++], look());
      }
      if (next < lengths.length) {
        digest.update(octets, at, to - at);
      }
      total += to - at;
    }

    void end(Map<Wanted, BodyHash> found) {
      var rest = Base64Text.of(digest.digest());
      for (var length : lengths) {
        var hash = reached.getOrDefault(length, rest);
        found.put(
            new Wanted(how, algorithm, length), new BodyHash(hash, Math.min(length, total), total));
      }
    }

    private Base64Text look() {
      try {
        return Base64Text.of(((MessageDigest) digest.clone()).digest());
      } catch (CloneNotSupportedException e) {
        throw new IllegalStateException("the hashes of every Java can be copied", e);
      }
    }
  }
}
