package org.whence.gui.model;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.whence.chain.ChainTopic;
import org.whence.chain.Outcome;
import org.whence.chain.Step;
import org.whence.chain.Value;
import org.whence.dns.Answer;
import org.whence.dns.Exchange;
import org.whence.report.Wording;

/// Puts nodes into words, with values as they are or defanged.
public final class NodeWords {
  private final Wording wording;
  private final Texts texts;

  /// @param wording the program's words
  /// @param texts the window's words
  public NodeWords(Wording wording, Texts texts) {
    this.wording = wording;
    this.texts = texts;
  }

  /// The same words with values defanged, or not.
  public NodeWords defanged(boolean wanted) {
    return new NodeWords(wording.defanged(wanted), texts);
  }

  /// The program's words, as they are used here.
  public Wording wording() {
    return wording;
  }

  /// The window's words.
  public Texts texts() {
    return texts;
  }

  /// A node as a row.
  public NodeRow row(ChainNode node) {
    var subject = wording.topic(node.topic(), node.values());
    var state = node.state();
    var word = word(state);
    var why = why(state);
    var took = state.lastExchange().map(this::took).orElse("");
    var check = state.outcome().map(o -> check(o) + " ").orElse("");
    var spoken =
        Stream.of(subject, check + word, why)
            .filter(part -> !part.isBlank())
            .collect(Collectors.joining(", "));
    return new NodeRow(subject, word, why, took, spoken);
  }

  /// How a node stands, in one word: a verdict is the RFC's, a status is that of DNS.
  private String word(NodeState state) {
    return state
        .outcome()
        .map(outcome -> outcome.verdict().word())
        .or(() -> state.lastExchange().map(NodeWords::status))
        .or(() -> state.progress() == Progress.CLOSED ? Optional.of("") : Optional.empty())
        .orElseGet(
            () -> texts.text("progress." + state.progress().name().toLowerCase(Locale.ROOT)));
  }

  private String why(NodeState state) {
    return state
        .outcome()
        .map(outcome -> wording.reason(outcome.reason(), outcome.values()))
        .or(() -> state.lastExchange().map(this::answer))
        .orElseGet(
            () -> state.findings().isEmpty() ? "" : wording.finding(state.findings().getFirst()));
  }

  /// What an answer holds; a status that says it all is not said twice.
  public String answer(Exchange exchange) {
    return switch (exchange.answer()) {
      case Answer.Records _, Answer.Aliases _ -> wording.answer(exchange);
      case Answer.NoData _ -> texts.text("answer.nodata");
      case Answer.NoSuchDomain _ -> texts.text("answer.nxdomain");
      case Answer.Failed _ -> texts.text("answer.failed");
    };
  }

  /// NODATA is no RCODE, but what everybody calls an answer without data (RFC 2308, 2.2).
  public static String status(Exchange exchange) {
    return exchange.answer() instanceof Answer.NoData ? "NODATA" : exchange.presentation().status();
  }

  private String took(Exchange exchange) {
    return exchange
        .cacheAge()
        .map(age -> texts.text("took.cached", Long.toString(age.toSeconds())))
        .orElseGet(() -> Long.toString(exchange.took().toMillis()));
  }

  private static String check(Outcome outcome) {
    var key = outcome.reason().key();
    return key.substring(0, key.indexOf('.')).toUpperCase(Locale.ROOT);
  }

  /// The value that a node is about, as it would be copied: the last one that is an address, a name
  /// or text. It is the real value, never defanged here.
  public static String value(ChainNode node) {
    var wanted = node.topic() == ChainTopic.QUESTION ? 0 : firstName(node);
    return wanted < 0 ? "" : plain(node.values().get(wanted));
  }

  private static int firstName(ChainNode node) {
    for (var i = 0; i < node.values().size(); i++) {
      if (!(node.values().get(i) instanceof Value.Count)
          && !(node.values().get(i) instanceof Value.Place)) {
        return i;
      }
    }
    return node.values().isEmpty() ? -1 : 0;
  }

  private static String plain(Value value) {
    return switch (value) {
      case Value.Address(var address) -> org.whence.ip.Addresses.text(address);
      case Value.Domain(var name) -> name;
      case Value.Text(var text) -> text;
      case Value.Count(var number) -> Long.toString(number);
      case Value.Place place -> Integer.toString(place.line());
    };
  }

  /// The closed step of a node, where it is a question that can be asked again.
  public static Optional<Step> question(ChainNode node) {
    return node.topic() == ChainTopic.QUESTION ? node.state().step() : Optional.empty();
  }
}
