package org.whence.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
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

  private static final int MAX_LINES = 50;
  private static final int MAX_LINE = 200;
  private static final int PORT = 443;

  private final SSLSocketFactory factory;
  private final int port;
  private final Predicate<InetAddress> forbidden;

  /// Trusts whom the platform trusts.
  public HttpsFetch() {
    this(
        (SSLSocketFactory) SSLSocketFactory.getDefault(),
        PORT,
        address -> SpecialUse.of(address).isPresent());
  }

  /// For tests, which have servers on loopback.
  HttpsFetch(SSLSocketFactory factory, int port, Predicate<InetAddress> forbidden) {
    this.factory = factory;
    this.port = port;
    this.forbidden = forbidden;
  }

  /// Fetches it, in a step below the branch, which tells what came line by line.
  public void get(String uri, Branch above) throws InterruptedException {
    var step = above.open(FetchTopic.DOCUMENT, Value.of(uri));
    var target = Target.of(uri);
    if (target.isEmpty()) {
      step.close(Verdict.NONE, FetchReason.NOT_ALLOWED);
      return;
    }
    var addresses = addresses(target.get(), step);
    if (addresses.isPresent()) {
      fetch(target.get(), addresses.get(), step);
    }
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

  private void fetch(Target target, List<InetAddress> addresses, Branch step) {
    if (addresses.isEmpty()) {
      step.close(Verdict.NONE, FetchReason.NO_ADDRESS);
      return;
    }
    // One address that is set aside is enough: a name that leads into one's own network is refused.
    var aside = addresses.stream().filter(forbidden).findFirst();
    if (aside.isPresent()) {
      var block = SpecialUse.of(aside.get()).map(SpecialUse::name).orElse("");
      step.close(Verdict.NONE, FetchReason.SET_ASIDE, Value.of(aside.get()), Value.of(block));
      return;
    }
    var address = addresses.getFirst();
    try {
      var at = new InetSocketAddress(address, port);
      conclude(Connection.get(target, at, factory, MAX_SIZE), address, step);
    } catch (IOException e) {
      step.close(Verdict.TEMPERROR, FetchReason.FAILED, Value.of(String.valueOf(e.getMessage())));
    }
  }

  private static void conclude(Connection.Reply reply, InetAddress address, Branch step) {
    if (reply.status() != 200) {
      step.close(Verdict.NONE, FetchReason.OTHER_STATUS, Value.of(reply.status()));
      return;
    }
    if (!reply.whole()) {
      step.close(Verdict.NONE, FetchReason.TOO_LARGE, Value.of(MAX_SIZE));
      return;
    }
    var content = reply.content().toByteArray();
    var lines = new String(content, StandardCharsets.UTF_8).lines().toList();
    lines.stream()
        .limit(MAX_LINES)
        .forEach(line ->
            step.note(
                FetchReason.LINE, Value.of(line.substring(0, Math.min(MAX_LINE, line.length())))));
    if (lines.size() > MAX_LINES) {
      step.note(FetchReason.MORE_LINES, Value.of(lines.size() - MAX_LINES));
    }
    step.close(
        Verdict.NEUTRAL,
        FetchReason.FETCHED,
        Value.of(content.length),
        Value.of(sha256(content)),
        Value.of(address));
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
