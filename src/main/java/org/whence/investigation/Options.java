package org.whence.investigation;

import java.net.InetAddress;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.whence.dmarc.SuffixList;
import org.whence.dmarc.SuffixLists;
import org.whence.dns.History;
import org.whence.enrichment.Enrichment;
import org.whence.receiver.Profile;
import org.whence.spf.SpfOptions;

/// What the analyst asks for, beside the input.
///
/// @param asking whether DNS may be asked at all
/// @param asksSpecialUse whether addresses of special use are asked although no answer can be
///   expected of public servers
/// @param ip the client that the receiving server saw, where the message does not tell or is not to
///   be believed
/// @param helo what it called itself
/// @param mailFrom the envelope sender: an address, or empty for the null sender
/// @param at the clock to judge by, where it is not now
/// @param trust whom the analyst believes
/// @param checks the checks that are made; without IPREV the clients of hops are left alone as well
/// @param spf how SPF records are evaluated beyond what decides
/// @param suffixList the public suffix list to use, where it is not the program's own
/// @param withoutHops the hops whose clients are left alone, by their numbers, 1 for the oldest
/// @param receivers the servers that are asked, as it were, what they would have done
/// @param postures the domains whose posture is asked for, beside the input, in A-labels
/// @param fetches the documents that the analyst wants to be fetched over HTTPS, each by its URI
/// @param enrichment whom else to ask about addresses and domains
/// @param repeat how often each client is checked again, to see what rotates; 0 for not at all
/// @param keys where keys of signatures are looked for beside DNS, to judge them as of then
public record Options(
    boolean asking,
    boolean asksSpecialUse,
    Optional<InetAddress> ip,
    Optional<String> helo,
    Optional<String> mailFrom,
    Optional<Instant> at,
    Trust trust,
    Set<Check> checks,
    SpfOptions spf,
    Optional<SuffixList> suffixList,
    Set<Integer> withoutHops,
    List<Profile> receivers,
    List<String> postures,
    List<String> fetches,
    Enrichment enrichment,
    int repeat,
    History keys) {
  /// How often a client is checked again at most: every question goes to somebody's name server.
  public static final int MOST_REPEATS = 100;

  public Options {
    checks = Set.copyOf(checks);
    withoutHops = Set.copyOf(withoutHops);
    receivers = List.copyOf(receivers);
    postures = List.copyOf(postures);
    fetches = List.copyOf(fetches);
  }

  /// The options while one of them is changed, so that each is named where it changes and nowhere
  /// else.
  private static final class Draft {
    boolean asking = true;
    boolean asksSpecialUse;
    Optional<InetAddress> ip = Optional.empty();
    Optional<String> helo = Optional.empty();
    Optional<String> mailFrom = Optional.empty();
    Optional<Instant> at = Optional.empty();
    Trust trust = Trust.NONE;
    Set<Check> checks = EnumSet.allOf(Check.class);
    SpfOptions spf = SpfOptions.defaults();
    Optional<SuffixList> suffixList = Optional.empty();
    Set<Integer> withoutHops = Set.of();
    List<Profile> receivers = List.of();
    List<String> postures = List.of();
    List<String> fetches = List.of();
    Enrichment enrichment = Enrichment.NONE;
    int repeat;
    History keys = History.NONE;

    Options options() {
      return new Options(
          asking,
          asksSpecialUse,
          ip,
          helo,
          mailFrom,
          at,
          trust,
          checks,
          spf,
          suffixList,
          withoutHops,
          receivers,
          postures,
          fetches,
          enrichment,
          repeat,
          keys);
    }
  }

  /// Asks, leaves special-use addresses alone, believes the input, and makes all checks.
  public static Options defaults() {
    return new Draft().options();
  }

  /// The same, asking DNS or not.
  public Options withAsking(boolean may) {
    return with(draft -> draft.asking = may);
  }

  /// The same, asking addresses of special use or not.
  public Options withAsksSpecialUse(boolean may) {
    return with(draft -> draft.asksSpecialUse = may);
  }

  /// The same, with what the receiving server saw.
  public Options withClient(
      Optional<InetAddress> seenIp, Optional<String> seenHelo, Optional<String> seenMailFrom) {
    return with(draft -> {
      draft.ip = seenIp;
      draft.helo = seenHelo;
      draft.mailFrom = seenMailFrom;
    });
  }

  /// The same, judged by another clock.
  public Options withAt(Optional<Instant> clock) {
    return with(draft -> draft.at = clock);
  }

  /// The same, with others believed.
  public Options withTrust(Trust believed) {
    return with(draft -> draft.trust = believed);
  }

  /// The same, evaluating SPF records in another way.
  public Options withSpf(SpfOptions evaluated) {
    return with(draft -> draft.spf = evaluated);
  }

  /// The same, making only these checks of a message.
  public Options withChecks(Set<Check> made) {
    return with(draft -> draft.checks = made);
  }

  /// The same, with another public suffix list.
  public Options withSuffixList(Optional<SuffixList> list) {
    return with(draft -> draft.suffixList = list);
  }

  /// The same, leaving the clients of these hops alone.
  public Options withoutHops(Set<Integer> numbers) {
    return with(draft -> draft.withoutHops = numbers);
  }

  /// The same, telling what servers of these profiles would have done.
  public Options withReceivers(List<Profile> profiles) {
    return with(draft -> draft.receivers = profiles);
  }

  /// The same, looking at the postures of these domains.
  public Options withPostures(List<String> domains) {
    return with(draft -> draft.postures = domains);
  }

  /// The same, fetching these documents.
  public Options withFetches(List<String> uris) {
    return with(draft -> draft.fetches = uris);
  }

  /// The same, asking others about addresses and domains.
  public Options withEnrichment(Enrichment others) {
    return with(draft -> draft.enrichment = others);
  }

  /// The same, checking each client again so often.
  public Options withRepeat(int times) {
    return with(draft -> draft.repeat = times);
  }

  /// The same, with keys of signatures that were heard before.
  public Options withKeys(History heard) {
    return with(draft -> draft.keys = heard);
  }

  /// The public suffix list to use.
  public SuffixList suffixes() {
    return suffixList.orElseGet(SuffixLists::bundled);
  }

  private Options with(Consumer<Draft> change) {
    var draft = new Draft();
    draft.asking = asking;
    draft.asksSpecialUse = asksSpecialUse;
    draft.ip = ip;
    draft.helo = helo;
    draft.mailFrom = mailFrom;
    draft.at = at;
    draft.trust = trust;
    draft.checks = checks;
    draft.spf = spf;
    draft.suffixList = suffixList;
    draft.withoutHops = withoutHops;
    draft.receivers = receivers;
    draft.postures = postures;
    draft.fetches = fetches;
    draft.enrichment = enrichment;
    draft.repeat = repeat;
    draft.keys = keys;
    change.accept(draft);
    return draft.options();
  }
}
