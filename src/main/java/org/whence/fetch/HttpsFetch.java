package org.whence.fetch;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.net.ssl.SSLSocketFactory;
import org.whence.chain.Branch;
import org.whence.chain.Value;
import org.whence.chain.Verdict;
import org.whence.dns.Answer;
import org.whence.dns.Question;
import org.whence.ip.SpecialUse;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/// Fetches one document. Stateless, for any thread.
public final class HttpsFetch {
  /// The largest document. RFC 8461, 3.2 suggests 64 kB for a policy; logos are smaller.
  public static final int MAX_SIZE = 64 * 1024;

  /// How long a document may take, from the first octet to the last.
  static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final int PORT = 443;

  private final Predicate<InetAddress> forbidden;
  private final Server server;

  /// Who can be reached.
  ///
  /// @param factory whom is trusted
  /// @param port the servers' port
  /// @param forbidden addresses to which nothing is sent
  /// @param patience how long a document may take
  public record Reach(
      SSLSocketFactory factory, int port, Predicate<InetAddress> forbidden, Duration patience) {
    /// Trusts whom the platform trusts, and reaches nobody whose address is set aside (RFC 6890).
    public static Reach everybody() {
      return new Reach(
          (SSLSocketFactory) SSLSocketFactory.getDefault(),
          PORT,
          address -> SpecialUse.of(address).isPresent(),
          PATIENCE);
    }
  }

  /// @param reach [Reach#everybody], or what a test has on loopback
  public HttpsFetch(Reach reach) {
    this(reach.forbidden(), new Connection(reach.factory(), reach.port(), reach.patience()));
  }

  private HttpsFetch(Predicate<InetAddress> forbidden, Server server) {
    this.forbidden = forbidden;
    this.server = server;
  }

  /// One that knows what a server said, and sends nothing: where the host is, is asked through a
  /// branch all the same, and whether it may be connected to was judged when it was.
  public static HttpsFetch known(Fetched.Reply reply) {
    return new HttpsFetch(_ -> false, (_, _, _) -> reply);
  }

  /// One that reaches nobody: hosts are looked up, and what may not be reached is told.
  public static HttpsFetch none() {
    return new HttpsFetch(Reach.everybody());
  }

  /// The host that a document would be asked of, in A-labels; empty where it may not be fetched.
  public static Optional<String> host(String uri) {
    return Target.of(uri).map(Target::hostText);
  }

  /// Looks the host up, in a step below the branch, and fetches nothing.
  ///
  /// @return what can be fetched, its step still open; empty where nothing can be, and the step
  ///   tells why
  public Optional<Prospect> look(String uri, Branch above) throws InterruptedException {
    var step = above.open(FetchTopic.DOCUMENT, Value.of(uri));
    var target = Target.of(uri);
    if (target.isEmpty()) {
      step.close(Verdict.NONE, FetchReason.NOT_ALLOWED);
      return Optional.empty();
    }
    var addresses = addresses(target.get(), step);
    return addresses.isPresent()
        ? prospect(uri, target.get(), addresses.get(), step)
        : Optional.empty();
  }

  /// The addresses; empty where the step was closed.
  private static Optional<List<InetAddress>> addresses(Target target, Branch step)
      throws InterruptedException {
    var questions =
        List.of(new Question(target.host(), Type.A), new Question(target.host(), Type.AAAA));
    var answers = step.askAll(questions);
    var addresses = new ArrayList<InetAddress>();
    for (var i = 0; i < answers.size(); i++) {
      switch (answers.get(i)) {
        case Answer.Records(_, var records) -> records.forEach(each -> address(each, addresses));
        case Answer.Failed failed -> {
          step.close(
              Verdict.TEMPERROR,
              FetchReason.LOOKUP_FAILED,
              Value.domain(questions.get(i).nameText()),
              Value.of(questions.get(i).typeName()),
              Value.of(failed.outcome()));
          return Optional.empty();
        }
        case Answer.NoData _, Answer.Aliases _, Answer.NoSuchDomain _ -> {}
      }
    }
    return Optional.of(addresses);
  }

  private static void address(Record record, List<InetAddress> addresses) {
    switch (record) {
      case ARecord a -> addresses.add(a.getAddress());
      case AAAARecord aaaa -> addresses.add(aaaa.getAddress());
      default -> {}
    }
  }

  private Optional<Prospect> prospect(
      String uri, Target target, List<InetAddress> addresses, Branch step) {
    if (addresses.isEmpty()) {
      step.close(Verdict.NONE, FetchReason.NO_ADDRESS);
      return Optional.empty();
    }
    // One address that is set aside is enough: a name that leads into one's own network is refused.
    var aside = addresses.stream().filter(forbidden).findFirst();
    if (aside.isPresent()) {
      var block = SpecialUse.of(aside.get()).map(SpecialUse::name).orElse("");
      step.close(Verdict.NONE, FetchReason.SET_ASIDE, Value.of(aside.get()), Value.of(block));
      return Optional.empty();
    }
    var at = new Prospect.Asked(uri, target, addresses.getFirst());
    return Optional.of(new Prospect(at, server, step));
  }
}
