package org.whence.investigation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.whence.chain.Branch;
import org.whence.chain.Value;
import org.whence.ip.Addresses;
import org.whence.mail.Border;
import org.whence.mail.BorderRule;
import org.whence.mail.Doubt;
import org.whence.mail.Hop;
import org.whence.mail.HopChain;

/// The line through the header above which only servers that are believed wrote; whoever handed the
/// message to the last of them could have written anything below it.
///
/// @param border the step at the line, which is above it; its client is the first stranger
/// @param reason why the line lies there
/// @param index the place of the oldest step above the line, newest first from 0; -1 where there is
///   no step
/// @param rule how the border was to be found
/// @param doubts the fields above the line that are believed on weak grounds
/// @param callsItselfOurs what the client at the line calls itself, where that is the name of a
///   server that is believed
public record TrustLine(
    Optional<Border> border,
    TrustReason reason,
    int index,
    String rule,
    List<Doubt> doubts,
    Optional<String> callsItselfOurs) {
  public TrustLine {
    doubts = List.copyOf(doubts);
  }

  /// Draws the line.
  public static TrustLine of(HopChain chain, Trust trust) {
    var rule = trust.border().toString();
    var border = Border.find(chain, trust.servers(), trust.border());
    var last = chain.hops().size() - 1;
    if (border.isPresent()) {
      var found = border.get();
      var doubts =
          found.basis() == Border.Basis.TRUSTED
              ? Doubt.above(chain, trust.servers(), found.index())
              : List.<Doubt>of();
      var helo = found.helo().filter(trust.servers()::contains);
      return new TrustLine(
          border, TrustReason.of(found.basis()), found.index(), rule, doubts, helo);
    }
    var strategy = trust.border().strategy();
    var byServers =
        !trust.servers().isEmpty()
            && (strategy == BorderRule.Strategy.AUTOMATIC
                || strategy == BorderRule.Strategy.TRUSTED);
    // The newest field is always believed: the server that has the mailbox wrote it.
    return byServers && last >= 0
        ? new TrustLine(
            border,
            TrustReason.ALL_TRUSTED,
            last,
            rule,
            Doubt.above(chain, trust.servers(), last),
            Optional.empty())
        : new TrustLine(
            border, TrustReason.NOT_FOUND, Math.min(0, last), rule, List.of(), Optional.empty());
  }

  /// Whether a step is above the line.
  public boolean isAbove(Hop hop) {
    return hop.index() <= index;
  }

  /// The offset of the Received field at the line, where the analyst or the servers that are
  /// believed say that it is there; a guess is not told.
  public Optional<Integer> certain(List<Hop> hops) {
    return reason == TrustReason.FIRST_PUBLIC || reason == TrustReason.NOT_FOUND || index < 0
        ? Optional.empty()
        : Optional.of(hops.get(index).field().start());
  }

  /// The rule as it is told where no step fits it: its word, and the number of a rule that has one.
  public List<Value> ruleTold() {
    return Stream.of(rule.split(":", 2)).map(Value::of).toList();
  }

  /// Opens and closes the step that tells of the line.
  void tell(HopChain chain, Branch root) {
    var hop = border.map(found -> chain.hops().get(found.index()));
    var values =
        new Value[] {
          hop.map(TrustLine::number).orElse(Value.of("")),
          border.flatMap(Border::ip).<Value>map(Value::of).orElse(Value.of("")),
          Value.domain(by(hop))
        };
    var branch = root.open(InvestigationTopic.TRUST_LINE, values);
    if (reason == TrustReason.NOT_FOUND) {
      branch.note(reason, ruleTold().toArray(Value[]::new));
    } else {
      branch.note(reason, values);
    }
    callsItselfOurs.ifPresent(name ->
        branch.note(TrustReason.CALLS_ITSELF_OURS, values[0], values[1], Value.domain(name)));
    doubts.forEach(doubt -> tell(doubt, branch));
    branch.close();
  }

  private static void tell(Doubt doubt, Branch branch) {
    var server = Value.domain(by(Optional.of(doubt.below())));
    var above = doubt.above().received();
    var address = above.fromIp().<Value>map(Value::of);
    switch (doubt.kind()) {
      case PRESUMED ->
          branch.note(
              TrustReason.PRESUMED, number(doubt.above()), address.orElse(Value.of("")), server);
      case LOCAL ->
          branch.note(
              TrustReason.LOCAL,
              number(doubt.below()),
              Value.domain(by(Optional.of(doubt.above()))));
      case OTHER_SERVER -> {
        var name = above.fromRdns().or(above::fromHelo).<Value>map(Value::domain);
        branch.note(
            TrustReason.OTHER_SERVER,
            number(doubt.below()),
            server,
            name.or(() -> address).orElse(Value.of("")));
      }
    }
  }

  private static Value number(Hop hop) {
    return hop.number().<Value>map(Value::of).orElse(Value.of(""));
  }

  private static String by(Optional<Hop> hop) {
    return hop.map(Hop::received)
        .flatMap(received -> received.by().or(() -> received.byIp().map(Addresses::text)))
        .orElse("");
  }
}
