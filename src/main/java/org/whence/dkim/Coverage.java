package org.whence.dkim;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import org.whence.chain.Branch;
import org.whence.chain.Value;
import org.whence.mail.HeaderField;
import org.whence.mail.Message;

/// Tells what a signature covers, and what a reader should know of it although it holds (RFC 6376,
/// 5.4, 8.2 and 8.15). None of it changes a verdict.
final class Coverage {
  /// How far ahead the signer's clock may be. RFC 6376, 3.5 leaves it open.
  static final Duration SKEW = Duration.ofMinutes(15);

  /// What a reader sees, or what says how the body is to be read; a message has at most one of each
  /// (RFC 5322, 3.6; RFC 2045, 3).
  private static final List<String> SEEN =
      List.of(
          "from",
          "sender",
          "reply-to",
          "to",
          "cc",
          "date",
          "subject",
          "message-id",
          "mime-version",
          "content-type",
          "content-transfer-encoding");

  private static final int NAMES_TOLD = 100;

  private final Message message;
  private final HeaderIndex index;
  private final List<String> authors;
  private final Instant now;

  Coverage(Message message, Instant now) {
    this.message = message;
    this.index = new HeaderIndex(message);
    this.authors =
        message.authors().domains().stream()
            .filter(domain -> DomainText.read(domain, 1).isPresent())
            .toList();
    this.now = now;
  }

  Selection select(Signature signature) {
    return index.select(signature);
  }

  void note(Signature signature, Selection selection, Branch branch) {
    Set<HeaderField> signed = Collections.newSetFromMap(new IdentityHashMap<>());
    signed.addAll(selection.fields());
    fields(signature, signed, selection, branch);
    if (!signature.signedNames().isEmpty()) {
      additions(selection, signed, branch);
    }
    alignment(signature, branch);
    signature
        .signed()
        .filter(time -> time.isAfter(plus(now)))
        .ifPresent(time -> branch.note(DkimReason.SIGNED_IN_THE_FUTURE, Value.of(time.toString())));
  }

  private static Instant plus(Instant now) {
    return now.isAfter(Instant.MAX.minus(SKEW)) ? Instant.MAX : now.plus(SKEW);
  }

  private void fields(
      Signature signature, Set<HeaderField> signed, Selection selection, Branch branch) {
    list(DkimReason.SIGNED_FIELDS, selection.fields(), branch);
    var unsigned = new ArrayList<HeaderField>();
    for (var field : message.fields()) {
      if (field.named() && field != signature.field() && !signed.contains(field)) {
        unsigned.add(field);
      }
    }
    list(DkimReason.UNSIGNED_FIELDS, unsigned, branch);
    var over = new LinkedHashSet<>(selection.absent());
    if (!over.isEmpty()) {
      branch.note(
          DkimReason.OVER_SIGNED,
          Value.of(String.join(", ", over.stream().limit(NAMES_TOLD).toList())));
    }
  }

  private static void list(DkimReason reason, List<HeaderField> fields, Branch branch) {
    if (!fields.isEmpty()) {
      var names = new StringJoiner(", ");
      for (var field : fields.subList(0, Math.min(fields.size(), NAMES_TOLD))) {
        names.add(field.name());
      }
      branch.note(reason, Value.of(names.toString()), Value.of(fields.size()));
    }
  }

  /// A signature covers fields from the bottom up, and a reader sees the one on top.
  private void additions(Selection selection, Set<HeaderField> signed, Branch branch) {
    var names = new LinkedHashSet<String>();
    selection.fields().forEach(field -> names.add(HeaderIndex.lower(field.name())));
    for (var name : SEEN) {
      for (var field : index.of(name)) {
        if (!signed.contains(field)) {
          branch.note(
              names.contains(name)
                  ? DkimReason.UNSIGNED_HEADER_ADDED
                  : DkimReason.HEADER_NOT_SIGNED,
              Value.of(field.name()));
          break;
        }
      }
    }
  }

  private void alignment(Signature signature, Branch branch) {
    signature
        .domain()
        .ifPresent(domain -> {
          for (var author : authors) {
            branch.note(
                DomainText.isWithin(author, domain)
                    ? DkimReason.FROM_IN_SDID
                    : DkimReason.FROM_NOT_IN_SDID,
                Value.domain(author),
                Value.domain(domain));
          }
        });
  }
}
