package org.whence.spf;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.whence.chain.Branch;
import org.whence.chain.Value;

/// What an analyst should know of a record beside its result. Nothing is asked.
final class RecordFindings {
  /// How many findings of one kind are told of a record.
  static final int MAX_ALIKE = 20;

  /// Blocks with shorter prefixes than these are enormous: more than a large network has.
  static final int HUGE_4 = 16;

  static final int HUGE_6 = 32;

  private final SpfRecord record;
  private final Branch branch;

  private RecordFindings(SpfRecord record, Branch branch) {
    this.record = record;
    this.branch = branch;
  }

  /// Notes the findings at the record's step.
  ///
  /// @param strings the character-strings that the record was published in
  /// @param allowed what the record's own networks let pass
  static void note(SpfRecord record, List<String> strings, AddressSet allowed, Branch branch) {
    var findings = new RecordFindings(record, branch);
    findings.flaws();
    if (strings.size() > 1) {
      findings.missingBlanks(strings);
    }
    findings.ending();
    findings.lookups();
    findings.blocks();
    findings.addresses(allowed);
  }

  private void flaws() {
    var flaws = record.flaws();
    for (var flaw : flaws.subList(0, Math.min(flaws.size(), MAX_ALIKE))) {
      branch.note(flaw.reason(), flaw.values());
    }
  }

  private void ending() {
    record
        .all()
        .ifPresentOrElse(
            all -> {
              switch (all.qualifier()) {
                case PASS -> at(SpfReason.PASS_ALL, all);
                case NEUTRAL -> at(SpfReason.NEUTRAL_ALL, all);
                case FAIL, SOFTFAIL -> {}
              }
            },
            () -> {
              if (record.redirect().isEmpty()) {
                branch.note(SpfReason.NO_ALL);
              }
            });
    var told = 0;
    for (var term : record.terms()) {
      if (term instanceof Term.Directive(_, _, _, Mechanism.Ptr _) && told++ < MAX_ALIKE) {
        at(SpfReason.PTR_USED, term);
      }
    }
  }

  /// More terms than may be evaluated, in this record alone.
  private void lookups() {
    var all = record.all();
    var asking = new ArrayList<Term>();
    for (var term : record.terms()) {
      if (all.isPresent() && term.offset() >= all.get().offset()) {
        break;
      }
      if (term.asks() && !(term instanceof Term.Redirect && all.isPresent())) {
        asking.add(term);
      }
    }
    if (asking.size() > SpfVerifier.MAX_LOOKUPS) {
      var first = asking.get(SpfVerifier.MAX_LOOKUPS);
      branch.note(
          SpfReason.TOO_MANY_LOOKUPS,
          Value.of(first.offset() + 1),
          Value.of(first.text()),
          Value.of(asking.size()),
          Value.of(SpfVerifier.MAX_LOOKUPS));
    }
  }

  private void blocks() {
    var blocks = new ArrayList<AddressSet.Block>();
    var told = 0;
    for (var term : record.terms()) {
      var block = AddressSet.Block.of(term);
      if (block != null) {
        blocks.add(block);
        if (isHuge(block) && told++ < MAX_ALIKE) {
          branch.note(
              SpfReason.HUGE_NETWORK,
              Value.of(term.offset() + 1),
              Value.of(term.text()),
              Value.of(block.cidr().size().toString()));
        }
      }
    }
    overlaps(blocks);
  }

  private void addresses(AddressSet allowed) {
    if (!allowed.isEmpty()) {
      branch.note(
          SpfReason.ADDRESSES_IN_RECORD, Value.of(allowed.size4()), Value.of(allowed.size6()));
    }
  }

  /// Sorted, a block can only lie within the last one that lies in no other.
  private void overlaps(List<AddressSet.Block> blocks) {
    blocks.sort(AddressSet.ORDER);
    var told = 0;
    AddressSet.@Nullable Block outer = null;
    for (var block : blocks) {
      if (outer == null || !outer.holds(block)) {
        outer = block;
      } else if (told++ < MAX_ALIKE) {
        branch.note(
            SpfReason.OVERLAP,
            Value.of(block.term().offset() + 1),
            Value.of(block.term().text()),
            Value.of(outer.term().text()));
      }
    }
  }

  private static boolean isHuge(AddressSet.Block block) {
    return block.cidr().prefix() < (block.isVersion4() ? HUGE_4 : HUGE_6);
  }

  /// RFC 7208, 3.3: character-strings are joined without a blank. Where one ends in a whole term
  /// and the next begins with one, a blank was meant.
  private void missingBlanks(List<String> strings) {
    var offset = 0;
    for (var i = 0; i + 1 < strings.size(); i++) {
      var left = strings.get(i);
      var right = strings.get(i + 1);
      offset += left.length();
      var end = right.indexOf(' ');
      var before = left.substring(left.lastIndexOf(' ') + 1);
      var after = end < 0 ? right : right.substring(0, end);
      if (isTerm(before) && isTerm(after)) {
        branch.note(
            SpfReason.MISSING_BLANK, Value.of(offset + 1), Value.of(before), Value.of(after));
      }
    }
  }

  /// Whether a TXT record that is no policy holds nothing but terms, `all` or one that names a
  /// network or a domain among them: words like `a` stand in other records too.
  static boolean isStray(String text) {
    if (text.length() > RecordParser.MAX_LENGTH || SpfRecord.startsWithVersion(text)) {
      return false;
    }
    var record = RecordParser.parse(text);
    return record.flaws().isEmpty()
        && record.terms().stream().noneMatch(Term.Unknown.class::isInstance)
        && record.directives().stream().anyMatch(RecordFindings::speaks);
  }

  private static boolean speaks(Term.Directive directive) {
    return directive.mechanism().domain().isPresent()
        || AddressSet.Block.of(directive) != null
        || (directive.isAll() && directive.text().length() > "all".length());
  }

  private static boolean isTerm(String text) {
    return !text.isEmpty()
        && (SpfRecord.isRecord(text)
            || switch (new TermParser(text, 0).parse()) {
              case Term.Directive _, Term.Redirect _, Term.Explanation _ -> true;
              case Term.Unknown _, Term.Broken _ -> false;
            });
  }

  private void at(SpfReason reason, Term term) {
    branch.note(reason, Value.of(term.offset() + 1), Value.of(term.text()));
  }
}
