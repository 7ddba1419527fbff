package org.whence.spf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.whence.chain.Branch;
import org.whence.chain.Value;
import org.whence.ip.Cidr;

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
  static void note(SpfRecord record, List<String> strings, Branch branch) {
    var findings = new RecordFindings(record, branch);
    findings.flaws();
    findings.missingBlanks(strings);
    findings.ending();
    findings.lookups();
    findings.blocks();
  }

  private void flaws() {
    record.flaws().stream()
        .limit(MAX_ALIKE)
        .forEach(flaw -> branch.note(flaw.reason(), flaw.values()));
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
    record.directives().stream()
        .filter(directive -> directive.mechanism() instanceof Mechanism.Ptr)
        .limit(MAX_ALIKE)
        .forEach(directive -> at(SpfReason.PTR_USED, directive));
  }

  /// More terms than may be evaluated, in this record alone.
  private void lookups() {
    var asking =
        record.terms().stream()
            .filter(Term::asks)
            .filter(term -> !(term instanceof Term.Redirect) || record.all().isEmpty())
            .filter(term -> record.all().map(all -> term.offset() < all.offset()).orElse(true))
            .toList();
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

  private record Block(Term.Directive term, Cidr cidr) {}

  private void blocks() {
    var blocks = new ArrayList<Block>();
    for (var directive : record.directives()) {
      block(directive.mechanism()).ifPresent(cidr -> blocks.add(new Block(directive, cidr)));
    }
    blocks.stream()
        .filter(block -> isHuge(block.cidr()))
        .limit(MAX_ALIKE)
        .forEach(block ->
            branch.note(
                SpfReason.HUGE_NETWORK,
                Value.of(block.term().offset() + 1),
                Value.of(block.term().text()),
                Value.of(block.cidr().size().toString())));
    overlaps(blocks);
    var set = new AddressSet();
    set.add(record);
    if (!set.isEmpty()) {
      branch.note(
          SpfReason.ADDRESSES_IN_RECORD,
          Value.of(set.size4().toString()),
          Value.of(set.size6().toString()));
    }
  }

  /// Sorted, a block can only lie within the last one that lies in no other.
  private void overlaps(List<Block> blocks) {
    var sorted =
        blocks.stream().sorted(Comparator.comparing(Block::cidr, AddressSet.order())).toList();
    var told = 0;
    Optional<Block> outer = Optional.empty();
    for (var block : sorted) {
      var around = outer.filter(o -> o.cidr().contains(block.cidr().network()));
      if (around.isEmpty()) {
        outer = Optional.of(block);
      } else if (told++ < MAX_ALIKE) {
        branch.note(
            SpfReason.OVERLAP,
            Value.of(block.term().offset() + 1),
            Value.of(block.term().text()),
            Value.of(around.get().term().text()));
      }
    }
  }

  private static Optional<Cidr> block(Mechanism mechanism) {
    return switch (mechanism) {
      case Mechanism.Ip4(var network) -> network.block();
      case Mechanism.Ip6(var network) -> network.block();
      case Mechanism.All _,
          Mechanism.A _,
          Mechanism.Mx _,
          Mechanism.Ptr _,
          Mechanism.Exists _,
          Mechanism.Include _ ->
          Optional.empty();
    };
  }

  private static boolean isHuge(Cidr block) {
    return block.prefix() < (block.network().getAddress().length == 4 ? HUGE_4 : HUGE_6);
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
        || block(directive.mechanism()).isPresent()
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
