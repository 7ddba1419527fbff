package org.whence.iprev;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.whence.chain.Branch;
import org.whence.chain.Value;
import org.whence.chain.Verdict;
import org.whence.dns.Answer;
import org.whence.dns.Names;
import org.whence.dns.Question;
import org.whence.ip.AddressLiteral;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/// What the client called itself, and for whom it spoke, held against its names. Information beside
/// the verdict: RFC 5321, 4.1.4 forbids to refuse mail for HELO alone.
public final class ClientComparison {
  private ClientComparison() {}

  /// Holds the HELO argument against the client's names, and, where it is none of them, against the
  /// addresses of its own, which are asked for.
  ///
  /// @param helo the argument of HELO or EHLO: a name, or an address literal in brackets
  /// @param result what IPREV said of the client
  public static void helo(String helo, IprevResult result, Branch above)
      throws InterruptedException {
    var branch = above.open(IprevTopic.HELO, Value.of(helo));
    var literal = AddressLiteral.find(helo);
    if (literal.isPresent()) {
      var own = literal.get().address().equals(result.client());
      branch.close(
          Verdict.NEUTRAL, own ? IprevReason.HELO_IS_ADDRESS : IprevReason.HELO_OTHER_ADDRESS);
      return;
    }
    var same = result.names().stream().filter(name -> same(name.name(), helo)).findFirst();
    if (same.isPresent()) {
      branch.close(Verdict.NEUTRAL, IprevReason.HELO_IS_PTR, Value.domain(same.get().name()));
      return;
    }
    forward(helo, result.client(), branch);
  }

  private static void forward(String helo, InetAddress client, Branch branch)
      throws InterruptedException {
    var name = Names.parse(helo).filter(n -> NameShape.of(n).isEmpty());
    if (name.isEmpty()) {
      branch.close(Verdict.NEUTRAL, IprevReason.HELO_INVALID);
      return;
    }
    var questions = List.of(new Question(name.get(), Type.A), new Question(name.get(), Type.AAAA));
    var answers = branch.askAll(questions);
    if (answers.stream().anyMatch(answer -> has(answer, client))) {
      branch.close(Verdict.NEUTRAL, IprevReason.HELO_HAS_ADDRESS);
      return;
    }
    for (var i = 0; i < answers.size(); i++) {
      if (answers.get(i) instanceof Answer.Failed failed) {
        branch.close(
            Verdict.NEUTRAL, IprevReason.HELO_UNKNOWN, LookUp.values(questions.get(i), failed));
        return;
      }
    }
    branch.close(Verdict.NEUTRAL, IprevReason.HELO_DIFFERS);
  }

  private static boolean has(Answer answer, InetAddress client) {
    return answer instanceof Answer.Records(_, var records)
        && records.stream().anyMatch(record -> address(record).equals(Optional.of(client)));
  }

  private static Optional<InetAddress> address(Record record) {
    return switch (record) {
      case ARecord a -> Optional.of(a.getAddress());
      case AAAARecord aaaa -> Optional.of(aaaa.getAddress());
      default -> Optional.empty();
    };
  }

  /// Holds the first name against the MAIL FROM domain, as some receivers do. Nothing is asked.
  ///
  /// @param domain the domain of MAIL FROM; not that of the null sender
  /// @param again what asking again showed: where the first name changes, this is a coin toss
  public static void mailFrom(
      String domain, IprevResult result, Optional<RotationResult> again, Branch above) {
    var branch = above.open(IprevTopic.MAIL_FROM, Value.domain(domain));
    if (result.names().isEmpty()) {
      branch.close();
      return;
    }
    again
        .filter(rotation -> rotation.distinctFirstNames() > 1)
        .ifPresent(rotation ->
            branch.note(
                IprevReason.COIN_TOSS,
                Value.of(rotation.distinctFirstNames()),
                Value.of(rotation.firstNames().size()),
                Value.of(rotation.withFirst(withoutDot(domain)))));
    var first = result.names().getFirst().name();
    branch.close(Verdict.NEUTRAL, relation(first, domain), Value.domain(first));
  }

  private static IprevReason relation(String name, String domain) {
    if (same(name, domain)) {
      return IprevReason.SENDER_EQUAL;
    }
    var below = "." + withoutDot(domain).toLowerCase(Locale.ROOT);
    return withoutDot(name).toLowerCase(Locale.ROOT).endsWith(below)
        ? IprevReason.SENDER_PARENT
        : IprevReason.SENDER_UNRELATED;
  }

  private static boolean same(String one, String other) {
    return withoutDot(one).equalsIgnoreCase(withoutDot(other));
  }

  private static String withoutDot(String name) {
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }
}
