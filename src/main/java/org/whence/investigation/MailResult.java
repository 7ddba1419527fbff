package org.whence.investigation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.whence.arc.ArcResult;
import org.whence.chain.Step;
import org.whence.chain.Verdict;
import org.whence.dkim.DkimResult;
import org.whence.dmarc.DmarcResult;
import org.whence.investigation.claim.ClaimResult;
import org.whence.iprev.IprevResult;
import org.whence.mail.Border;
import org.whence.receiver.Judgement;
import org.whence.spf.SpfResult;
import org.whence.spf.Supposed;

/// What the checks of a message found. What was switched off, or not reached before the run was
/// stopped, is absent.
///
/// @param path the message's step in the tree
/// @param border where the message came in
/// @param receiver the server that took it in there, by its own word, hostile
/// @param envelope what the checks of the client rest on
/// @param checks those that were to be made
/// @param iprev of the client
/// @param spf of the envelope's sender; of the name in HELO where the sender is null or not known
/// @param spfHelo of the name in HELO, which is judged apart
/// @param supposed what SPF would say, had something else been seen, as far as that was wanted
/// @param dkim of all signatures
/// @param arc of the chain
/// @param dmarc of the authors
/// @param older the same by RFC 7489, where it was wanted
/// @param heloStep the step in which the name in HELO was held against the client's names
/// @param claims what the message says of itself, beside what was found
/// @param judgements what servers would have done, where that was wanted
/// @param step the message's step, once it was concluded
public record MailResult(
    String path,
    Optional<Border> border,
    Optional<String> receiver,
    Envelope envelope,
    Set<Check> checks,
    Optional<IprevResult> iprev,
    Optional<SpfResult> spf,
    Optional<SpfResult> spfHelo,
    List<Supposed> supposed,
    Optional<DkimResult> dkim,
    Optional<ArcResult> arc,
    Optional<DmarcResult> dmarc,
    Optional<DmarcResult> older,
    Optional<Step> heloStep,
    Optional<ClaimResult> claims,
    List<Judgement> judgements,
    Optional<Step> step) {

  public MailResult {
    checks = Set.copyOf(checks);
    supposed = List.copyOf(supposed);
    judgements = List.copyOf(judgements);
  }

  /// The same with something more that was supposed of SPF.
  MailResult withSupposed(Supposed more) {
    var all = new ArrayList<>(supposed);
    all.add(more);
    return new MailResult(
        path,
        border,
        receiver,
        envelope,
        checks,
        iprev,
        spf,
        spfHelo,
        all,
        dkim,
        arc,
        dmarc,
        older,
        heloStep,
        claims,
        judgements,
        step);
  }

  /// The verdict of each check that was concluded, in the order of the checks.
  public Map<Check, Verdict> verdicts() {
    var verdicts = new EnumMap<Check, Verdict>(Check.class);
    iprev.ifPresent(result -> verdicts.put(Check.IPREV, result.verdict()));
    spf.ifPresent(result -> verdicts.put(Check.SPF, result.verdict()));
    dkim.ifPresent(result -> verdicts.put(Check.DKIM, result.verdict()));
    arc.ifPresent(result -> verdicts.put(Check.ARC, result.verdict()));
    dmarc.ifPresent(result -> verdicts.put(Check.DMARC, result.verdict()));
    return verdicts;
  }

  /// The verdicts that count for the exit status: one a check, and that of SPF for HELO, which is
  /// an identity of its own. Of several signatures the best counts (RFC 6376, 6.1).
  List<Verdict> counted() {
    var counted = new ArrayList<>(verdicts().values());
    spfHelo.ifPresent(result -> counted.add(result.verdict()));
    return counted;
  }
}
