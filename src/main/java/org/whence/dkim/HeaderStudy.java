package org.whence.dkim;

import java.security.PublicKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.whence.mail.HeaderField;
import org.whence.mail.Message;

/// Looks for what was done to a header after it was signed: undoes what lists, gateways and stores
/// do, one thing and then two together, until the signature fits or the allowance is used up.
final class HeaderStudy {
  /// How many names a signature may sign to be studied; no honest one has as many.
  static final int MOST_NAMES = 500;

  private static final int INSTANCES = 20;

  private final Signature signature;
  private final HeaderIndex index;
  private final Canonicalization how;
  private final HeaderTrial trial;
  private final List<FieldText> fields;
  private final Originals originals;

  /// A header with one field other than it is here.
  private static final class Step {
    final int place;
    final byte[] piece;
    final Change change;

    Step(int place, byte[] piece, Change change) {
      this.place = place;
      this.piece = piece;
      this.change = change;
    }
  }

  private HeaderStudy(
      Message message, Signature signature, List<HeaderField> selected, HeaderTrial trial) {
    this.signature = signature;
    this.index = new HeaderIndex(message);
    this.how = signature.canonicalization().orElseThrow().header();
    this.trial = trial;
    this.fields = selected.stream().map(FieldText::of).toList();
    this.originals = new Originals(message, signature);
  }

  /// Studies a header whose signature does not fit.
  ///
  /// @param key the key that it does not fit with
  static Explanation of(
      Message message, Signature signature, List<HeaderField> selected, PublicKey key) {
    if (signature.signedNames().size() > MOST_NAMES) {
      return Explanation.nothing(Explanation.Part.HEADER, 0);
    }
    Optional<SignedDigest> digest = Optional.empty();
    if (signature.algorithm().orElseThrow().keyType() == KeyType.RSA) {
      digest = SignedDigest.open(key, signature.data().orElseThrow());
      if (digest.isEmpty()) {
        return new Explanation(Explanation.Part.HEADER, DkimReason.OTHER_KEY, List.of(), 0);
      }
    }
    var trial = new HeaderTrial(signature, key, digest);
    var changes = new HeaderStudy(message, signature, selected, trial).changes();
    return changes
        .map(found -> Explanation.found(Explanation.Part.HEADER, trial.tried(), found))
        .orElseGet(() -> Explanation.nothing(Explanation.Part.HEADER, trial.tried()));
  }

  private Optional<List<Change>> changes() {
    var steps = steps();
    return otherCanonicalization()
        .or(() -> one(steps))
        .or(this::otherSelection)
        .or(() -> several(steps));
  }

  private Optional<List<Change>> otherCanonicalization() {
    var other = how == Canonicalization.SIMPLE ? Canonicalization.RELAXED : Canonicalization.SIMPLE;
    return trial.fits(pieces(fields, other))
        ? Optional.of(
            List.of(new Change(DkimReason.OTHER_CANONICALIZATION, "c", other.word(), how.word())))
        : Optional.empty();
  }

  private List<byte[]> pieces(List<FieldText> texts, Canonicalization form) {
    var pieces = new ArrayList<byte[]>();
    texts.forEach(text -> pieces.add(text.canonical(form, false)));
    var own = new OctetBuffer(1_024);
    HeaderCanonicalizer.addUnsigned(signature, form, own);
    pieces.add(own.toArray());
    return pieces;
  }

  private List<Step> steps() {
    var steps = new ArrayList<Step>();
    for (var place = 0; place < fields.size(); place++) {
      var field = fields.get(place);
      var seen = new HashSet<FieldText>();
      for (var variant : FieldVariants.of(field, how, originals.of(field))) {
        if (seen.add(variant.text())) {
          steps.add(
              new Step(
                  place,
                  variant.text().canonical(how, false),
                  new Change(
                      variant.reason(),
                      field.name().strip(),
                      shown(variant, field),
                      shown(variant.reason(), field))));
        }
      }
    }
    return steps;
  }

  private static String shown(Variant variant, FieldText field) {
    return variant.text().value().equals(field.value())
        ? variant.text().name()
        : shown(variant.reason(), variant.text());
  }

  /// Where white space is what differs, it is shown.
  private static String shown(DkimReason reason, FieldText field) {
    return switch (reason) {
      case REFOLDED, WHITE_SPACE -> DomainText.utf8(field.value());
      case FIELD_NAME -> field.name();
      default -> field.shown();
    };
  }

  private Optional<List<Change>> one(List<Step> steps) {
    var pieces = pieces(fields, how);
    for (var step : steps) {
      if (fits(pieces, step)) {
        return Optional.of(List.of(step.change));
      }
    }
    return ownField(pieces);
  }

  private boolean fits(List<byte[]> pieces, Step... steps) {
    var changed = new ArrayList<>(pieces);
    for (var step : steps) {
      changed.set(step.place, step.piece);
    }
    return trial.fits(changed);
  }

  /// The signature's own field may have been folded anew, which the simple form minds.
  private Optional<List<Change>> ownField(List<byte[]> pieces) {
    if (how == Canonicalization.RELAXED) {
      return Optional.empty();
    }
    var own = FieldText.of(signature.field());
    var last = pieces.size() - 1;
    for (var variant : FieldVariants.of(withoutData(own), how, List.of())) {
      var change =
          new Change(variant.reason(), own.name().strip(), variant.text().shown(), own.shown());
      if (fits(pieces, new Step(last, variant.text().canonical(how, true), change))) {
        return Optional.of(List.of(change));
      }
    }
    return Optional.empty();
  }

  private FieldText withoutData(FieldText own) {
    var tag = signature.tags().find("b").orElseThrow();
    var end = Math.min(tag.valueEnd(), own.value().length());
    return own.withValue(
        own.value().substring(0, Math.min(tag.valueStart(), end)) + own.value().substring(end));
  }

  /// A field was added, or the signer took repeated fields from the top.
  private Optional<List<Change>> otherSelection() {
    var names = new HashSet<>(signature.signedNames());
    for (var name : names) {
      var instances = index.of(name);
      for (var i = 0; i < Math.min(instances.size(), INSTANCES) && !trial.isOver(); i++) {
        var without = instances.get(i);
        if (without != signature.field()) {
          var rest = index.without(without).select(signature).fields();
          if (trial.fits(pieces(rest.stream().map(FieldText::of).toList(), how))) {
            var text = FieldText.of(without);
            return Optional.of(
                List.of(new Change(DkimReason.FIELD_ADDED, without.name(), "", text.shown())));
          }
        }
      }
    }
    var fromTop = index.fromTop(signature);
    return trial.fits(pieces(fromTop.stream().map(FieldText::of).toList(), how))
        ? Optional.of(List.of(new Change(DkimReason.FROM_TOP, "h", "", "")))
        : Optional.empty();
  }

  /// Two things in two fields, then a third beside what lists do together.
  private Optional<List<Change>> several(List<Step> steps) {
    var pieces = pieces(fields, how);
    for (var i = 0; i < steps.size() && !trial.isOver(); i++) {
      for (var j = i + 1; j < steps.size() && !trial.isOver(); j++) {
        if (steps.get(i).place != steps.get(j).place && fits(pieces, steps.get(i), steps.get(j))) {
          return Optional.of(List.of(steps.get(i).change, steps.get(j).change));
        }
      }
    }
    return copies(pieces, steps);
  }

  /// All fields as `z=` has them.
  private Optional<List<Change>> copies(List<byte[]> pieces, List<Step> steps) {
    var copies =
        steps.stream().filter(step -> step.change.reason() == DkimReason.COPY_DIFFERS).toList();
    return copies.size() > 2 && fits(pieces, copies.toArray(Step[]::new))
        ? Optional.of(copies.stream().map(step -> step.change).toList())
        : Optional.empty();
  }
}
