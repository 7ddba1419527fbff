package org.whence.dkim;

import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.whence.chain.Branch;
import org.whence.chain.Value;
import org.whence.chain.Verdict;
import org.whence.dns.Answer;
import org.whence.dns.Exchange;
import org.whence.dns.Names;
import org.whence.dns.Question;
import org.xbill.DNS.Name;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/// Fetches the key that a signature names (RFC 6376, 3.6.2 and 6.1.2), in a step of its own.
final class KeyCheck {
  private static final String NAMESPACE = "._domainkey.";

  /// That of a record with an RSA key of 2,048 bits, and some more.
  private static final int LENGTH = 512;

  private final Signature signature;
  private final boolean asking;

  KeyCheck(Signature signature, boolean asking) {
    this.signature = signature;
    this.asking = asking;
  }

  /// What came of it.
  ///
  /// @param refusal why the signature cannot pass on the key's account
  /// @param keys those that the arithmetic can be done with, refused or not
  record Found(Optional<Refusal> refusal, List<PublicKey> keys, Optional<KeyFacts> facts) {
    static Found nothing(Refusal refusal) {
      return new Found(Optional.of(refusal), List.of(), Optional.empty());
    }
  }

  /// Asks in a step below the branch; needs a domain and a selector.
  Found find(String domain, String selector, Branch above) throws InterruptedException {
    var name = name(selector, domain);
    if (name.isEmpty()) {
      var text = selector + NAMESPACE + domain;
      return Found.nothing(Refusal.permanent(DkimReason.KEY_NAME, Value.of(text)));
    }
    var branch = above.open(DkimTopic.KEY, Value.domain(Names.text(name.get())));
    if (!asking) {
      return end(branch, Refusal.of(Verdict.NONE, DkimReason.OFFLINE));
    }
    var question = new Question(name.get(), Type.TXT);
    return answered(question, branch.ask(question), Optional.empty(), branch);
  }

  /// Judges an answer that was heard before, and closes its step.
  Found heard(Exchange exchange, Branch branch) {
    branch.note(
        DkimReason.KEY_OF_THEN, Value.of(exchange.asked().toString()), Value.of(exchange.server()));
    return answered(exchange.question(), exchange.answer(), Optional.of(exchange), branch);
  }

  /// Where a key is published; empty where selector and domain make no name.
  static Optional<Name> name(String selector, String domain) {
    return Names.labels(selector + NAMESPACE + domain);
  }

  /// @param heard where the answer came from, if it was not asked for in the branch
  private Found answered(
      Question question, Answer answer, Optional<Exchange> heard, Branch branch) {
    return switch (answer) {
      case Answer.Records records -> records(question, records, heard, branch);
      case Answer.NoData _, Answer.NoSuchDomain _, Answer.Aliases _ ->
          end(branch, Refusal.permanent(DkimReason.NO_KEY, Value.domain(question.nameText())));
      case Answer.Failed failed ->
          end(
              branch,
              Refusal.of(
                  Verdict.TEMPERROR,
                  DkimReason.KEY_LOOKUP_FAILED,
                  Value.domain(question.nameText()),
                  Value.of(question.typeName()),
                  Value.of(failed.outcome())));
    };
  }

  private static Found end(Branch branch, Refusal refusal) {
    branch.close(refusal.verdict(), refusal.reason(), refusal.valueArray());
    return Found.nothing(refusal);
  }

  private Found records(
      Question question, Answer.Records answer, Optional<Exchange> heard, Branch branch) {
    alias(answer).ifPresent(end -> branch.note(DkimReason.KEY_ALIAS, Value.domain(end)));
    var checks = new ArrayList<RecordCheck>();
    for (var record : answer.records()) {
      if (record instanceof TXTRecord txt) {
        checks.add(new RecordCheck(signature, question.nameText(), text(txt), branch));
      }
    }
    if (checks.size() != 1) {
      checks.forEach(RecordCheck::leave);
      var refusal =
          checks.isEmpty()
              ? Refusal.permanent(DkimReason.NO_KEY, Value.domain(question.nameText()))
              : Refusal.permanent(
                  DkimReason.SEVERAL_KEYS,
                  Value.domain(question.nameText()),
                  Value.of(checks.size()));
      branch.close(refusal.verdict(), refusal.reason(), refusal.valueArray());
      var keys = checks.stream().flatMap(check -> check.key().stream()).toList();
      return new Found(Optional.of(refusal), keys, Optional.empty());
    }
    var only = checks.getFirst();
    var refusal = only.judge();
    var step =
        refusal.isPresent()
            ? branch.close(
                refusal.get().verdict(), refusal.get().reason(), refusal.get().valueArray())
            : branch.close(
                Verdict.PASS,
                DkimReason.KEY_FOUND,
                Value.of(only.record().type()),
                Value.of(only.bits()));
    var exchange = heard.orElseGet(() -> step.allExchanges().getLast());
    var facts = facts(question, only, answer, exchange);
    return new Found(refusal, only.key().stream().toList(), Optional.of(facts));
  }

  private static KeyFacts facts(
      Question question, RecordCheck only, Answer.Records answer, Exchange exchange) {
    return new KeyFacts(
        question.nameText(),
        only.record().type(),
        only.bits(),
        answer.records().getFirst().getTTL(),
        alias(answer),
        only.record().isTesting(),
        only.record().isStrict(),
        exchange.asked(),
        exchange.cacheAge());
  }

  /// Where the aliases lead to, if there are any.
  private static Optional<String> alias(Answer.Records answer) {
    var aliases = answer.aliases();
    return aliases.isEmpty()
        ? Optional.empty()
        : Optional.of(Names.text(aliases.getLast().getTarget()));
  }

  /// RFC 6376, 3.6.2.2: strings are joined without a blank. A character an octet.
  private static String text(TXTRecord record) {
    var octets = new OctetBuffer(LENGTH);
    for (var string : record.getStringsAsByteArrays()) {
      octets.add(string, 0, string.length);
    }
    return new String(octets.toArray(), StandardCharsets.ISO_8859_1);
  }
}
