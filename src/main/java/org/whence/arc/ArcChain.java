package org.whence.arc;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.whence.chain.Value;
import org.whence.dkim.Signature;
import org.whence.dkim.SignatureKind;
import org.whence.dkim.SignatureParser;
import org.whence.mail.HeaderField;
import org.whence.mail.Message;

/// The ARC sets of a message (RFC 8617, 4.2 and 4.3), and whether they form a chain.
///
/// @param sets by instance, the oldest first
/// @param found whether there is any ARC field at all
/// @param defect the first thing that is wrong with the structure
record ArcChain(List<ArcSet> sets, boolean found, Optional<Defect> defect) {
  static final String RESULTS = "ARC-Authentication-Results";

  /// How many sets a chain may have (RFC 8617, 4.2.1).
  static final int MAX_SETS = 50;

  /// How many octets all ARC fields may have together. Every seal signs all that is below it, so
  /// the work grows with the sets times the size. The number is our own.
  static final int MAX_OCTETS = 2 * 1024 * 1024;

  private static final String FAIL = "fail";

  ArcChain {
    sets = List.copyOf(sets);
  }

  /// Something that breaks the structure.
  record Defect(ArcReason reason, List<Value> values) {
    static Defect of(ArcReason reason, Value... values) {
      return new Defect(reason, List.of(values));
    }
  }

  /// Collects the sets.
  static ArcChain of(Message message) {
    return new Collector(message).chain();
  }

  private static final class Collector {
    private final Message message;
    private final NavigableMap<Integer, List<HeaderField>> results = new TreeMap<>();
    private final NavigableMap<Integer, List<Signature>> messageSignatures = new TreeMap<>();
    private final NavigableMap<Integer, List<Signature>> seals = new TreeMap<>();
    private final List<Defect> defects = new ArrayList<>();

    Collector(Message message) {
      this.message = message;
    }

    ArcChain chain() {
      var fields = new ArrayList<HeaderField>();
      var octets = 0L;
      for (var field : message.fields()) {
        if (isArc(field)) {
          fields.add(field);
          octets += field.end() - field.start();
        }
      }
      if (fields.isEmpty()) {
        return new ArcChain(List.of(), false, Optional.empty());
      }
      if (octets > MAX_OCTETS) {
        return broken(Defect.of(ArcReason.TOO_LARGE, Value.of(MAX_OCTETS)));
      }
      fields.forEach(this::add);
      var highest = highest();
      if (highest > MAX_SETS) {
        return broken(Defect.of(ArcReason.TOO_MANY_SETS, Value.of(highest), Value.of(MAX_SETS)));
      }
      var sets = new ArrayList<ArcSet>();
      for (var i = 1; i <= highest; i++) {
        sets.add(
            new ArcSet(
                i,
                results.getOrDefault(i, List.of()),
                messageSignatures.getOrDefault(i, List.of()),
                seals.getOrDefault(i, List.of())));
      }
      return new ArcChain(sets, true, failedBefore(sets).or(() -> structure(sets)));
    }

    private static ArcChain broken(Defect defect) {
      return new ArcChain(List.of(), true, Optional.of(defect));
    }

    private static boolean isArc(HeaderField field) {
      return field.is(RESULTS)
          || field.is(SignatureKind.ARC_MESSAGE.fieldName())
          || field.is(SignatureKind.ARC_SEAL.fieldName());
    }

    private void add(HeaderField field) {
      if (field.is(RESULTS)) {
        put(field, Instance.ofResults(field), results, field);
        return;
      }
      var kind =
          field.is(SignatureKind.ARC_SEAL.fieldName())
              ? SignatureKind.ARC_SEAL
              : SignatureKind.ARC_MESSAGE;
      var signature = SignatureParser.parse(field, kind);
      put(
          field,
          signature.tags().value("i").flatMap(Instance::read),
          kind == SignatureKind.ARC_SEAL ? seals : messageSignatures,
          signature);
    }

    private <T> void put(
        HeaderField field,
        Optional<Integer> instance,
        NavigableMap<Integer, List<T>> into,
        T what) {
      if (instance.isEmpty()) {
        defects.add(Defect.of(ArcReason.BAD_INSTANCE, Value.of(field.name())));
      } else {
        into.computeIfAbsent(instance.get(), _ -> new ArrayList<>()).add(what);
      }
    }

    private int highest() {
      return Math.max(last(results), Math.max(last(messageSignatures), last(seals)));
    }

    private static int last(NavigableMap<Integer, ?> map) {
      return map.isEmpty() ? 0 : map.lastKey();
    }

    /// RFC 8617, 5.2, step 2.
    private static Optional<Defect> failedBefore(List<ArcSet> sets) {
      return sets.isEmpty() || !sets.getLast().status().filter(FAIL::equals).isPresent()
          ? Optional.empty()
          : Optional.of(Defect.of(ArcReason.FAILED_BEFORE, Value.of(sets.getLast().instance())));
    }

    /// RFC 8617, 5.2, step 3.
    private Optional<Defect> structure(List<ArcSet> sets) {
      for (var set : sets) {
        var counts =
            List.of(set.results().size(), set.messageSignatures().size(), set.seals().size());
        if (counts.stream().allMatch(count -> count == 0)) {
          defects.add(Defect.of(ArcReason.MISSING_SET, Value.of(set.instance())));
        } else {
          count(set, RESULTS, counts.getFirst());
          count(set, SignatureKind.ARC_MESSAGE.fieldName(), counts.get(1));
          count(set, SignatureKind.ARC_SEAL.fieldName(), counts.getLast());
          status(set);
        }
      }
      return defects.stream().findFirst();
    }

    private void count(ArcSet set, String name, int count) {
      if (count != 1) {
        defects.add(
            Defect.of(
                count == 0 ? ArcReason.MISSING_FIELD : ArcReason.REPEATED_FIELD,
                Value.of(set.instance()),
                Value.of(name)));
      }
    }

    private void status(ArcSet set) {
      var status = set.status().orElse("");
      if (set.seals().size() == 1 && !status.equals(set.instance() == 1 ? "none" : "pass")) {
        defects.add(Defect.of(ArcReason.BAD_CV, Value.of(set.instance()), Value.of(status)));
      }
    }
  }
}
