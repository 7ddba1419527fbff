package org.whence.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.whence.chain.Branch;
import org.whence.chain.Value;
import org.whence.chain.Verdict;

/// A document whose host was looked up, and which was not fetched yet: what fetching it would
/// reveal can be shown first. Ended once, by [#fetch] or [#leave]. For one thread at a time.
public final class Prospect {
  /// How many lines are told, and how much of each.
  static final int MAX_LINES = 50;

  static final int MAX_LINE = 200;

  private final Target target;
  private final InetSocketAddress at;
  private final Connection connection;
  private final Branch step;

  Prospect(Target target, InetSocketAddress at, Connection connection, Branch step) {
    this.target = target;
    this.at = at;
    this.connection = connection;
    this.step = step;
  }

  /// The server's name, as it goes in the clear into the handshake.
  public String host() {
    return target.hostText();
  }

  /// What the server alone sees beside that: the path with its query.
  public String path() {
    return target.path();
  }

  /// The very address that will be connected to.
  public InetAddress address() {
    return at.getAddress();
  }

  /// Leaves it: only its host was looked up.
  public void leave() {
    step.close(Verdict.NONE, FetchReason.LEFT, Value.of(address()));
  }

  /// Fetches it, and tells in its step what came, line by line.
  ///
  /// @throws InterruptedException if the thread is interrupted; the step is left open, for its tree
  ///   to stop
  public void fetch() throws InterruptedException {
    try {
      conclude(connection.get(target, at, HttpsFetch.MAX_SIZE));
    } catch (IOException e) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      step.close(Verdict.TEMPERROR, FetchReason.FAILED, Value.of(String.valueOf(e.getMessage())));
    }
  }

  private void conclude(Connection.Reply reply) {
    if (reply.status() != 200) {
      step.close(Verdict.NONE, FetchReason.OTHER_STATUS, Value.of(reply.status()));
      return;
    }
    if (!reply.whole()) {
      step.close(Verdict.NONE, FetchReason.TOO_LARGE, Value.of(HttpsFetch.MAX_SIZE));
      return;
    }
    var content = reply.content().toByteArray();
    var lines = new String(content, StandardCharsets.UTF_8).lines().toList();
    lines.stream()
        .limit(MAX_LINES)
        .forEach(line -> step.note(FetchReason.LINE, Value.of(cut(line))));
    if (lines.size() > MAX_LINES) {
      step.note(FetchReason.MORE_LINES, Value.of(lines.size() - MAX_LINES));
    }
    step.close(
        Verdict.NEUTRAL,
        FetchReason.FETCHED,
        Value.of(content.length),
        Value.of(sha256(content)),
        Value.of(address()));
  }

  private static String cut(String line) {
    return line.substring(0, Math.min(MAX_LINE, line.length()));
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
