package org.whence.receiver;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.whence.chain.Step;
import org.whence.dmarc.AuthorResult;
import org.whence.dmarc.DmarcResult;
import org.whence.iprev.IprevReason;
import org.whence.iprev.IprevResult;

/// The facts of a session as a profile sees them, each with the step that it rests on.
final class Facts {
  private final Session session;
  private final Map<Fact, Answered> answers = new EnumMap<>(Fact.class);

  /// An answer, and the step that explains it.
  record Answered(String answer, Optional<String> path) {
    private static final Answered UNKNOWN = new Answered(Fact.UNKNOWN, Optional.empty());
  }

  Facts(Session session, IprevReading reading) {
    this.session = session;
    session.iprev().ifPresent(iprev -> reverse(iprev, reading));
    session.heloStep().ifPresent(this::helo);
    session.spf().ifPresent(spf -> put(Fact.SPF, spf.verdict().word(), spf.step().path()));
    session.dkim().ifPresent(best -> put(Fact.DKIM, best.verdict().word(), best.path()));
    session.arc().ifPresent(chain -> put(Fact.ARC, chain.verdict().word(), chain.path()));
    session.dmarc().ifPresent(this::dmarc);
  }

  Answered of(Fact fact) {
    return answers.getOrDefault(fact, Answered.UNKNOWN);
  }

  private void put(Fact fact, String answer, String path) {
    answers.put(fact, new Answered(answer, Optional.of(path)));
  }

  private void reverse(IprevResult iprev, IprevReading reading) {
    var names = new ClientNames(iprev);
    var read = names.read(reading);
    put(Fact.IPREV, read.verdict().word(), read.path());
    if (names.failed()) {
      put(Fact.PTR, "failed", names.path());
      return;
    }
    if (!names.asked()) {
      return;
    }
    put(Fact.PTR, iprev.names().isEmpty() ? "none" : "some", names.path());
    session
        .senderDomain()
        .ifPresent(domain -> put(Fact.SENDER_NAME, relation(iprev, domain), names.firstPath()));
  }

  private static String relation(IprevResult iprev, String domain) {
    if (iprev.names().isEmpty()) {
      return "no-name";
    }
    var name = bare(iprev.names().getFirst().name());
    var sender = bare(domain);
    if (name.equals(sender)) {
      return "equal";
    }
    return name.endsWith("." + sender) ? "below" : "other";
  }

  private static String bare(String name) {
    var lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }

  private void helo(Step step) {
    var reason = step.outcome().map(outcome -> outcome.reason()).orElse(null);
    if (!(reason instanceof IprevReason known)) {
      return;
    }
    var answer =
        switch (known) {
          case HELO_IS_PTR, HELO_HAS_ADDRESS, HELO_IS_ADDRESS -> "own";
          case HELO_DIFFERS, HELO_OTHER_ADDRESS -> "other";
          case HELO_INVALID -> "invalid";
          default -> Fact.UNKNOWN;
        };
    put(Fact.HELO, answer, step.path());
  }

  private void dmarc(DmarcResult dmarc) {
    put(Fact.DMARC, dmarc.verdict().word(), dmarc.step().path());
    dmarc
        .policy()
        .ifPresent(policy ->
            put(
                Fact.POLICY,
                policy.effective().word(),
                dmarc.decisive().map(AuthorResult::path).orElse(dmarc.step().path())));
  }
}
