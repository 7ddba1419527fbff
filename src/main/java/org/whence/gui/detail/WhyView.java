package org.whence.gui.detail;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.whence.chain.Outcome;
import org.whence.chain.Reason;
import org.whence.chain.Value;
import org.whence.dns.Exchange;
import org.whence.gui.look.Mark;
import org.whence.gui.look.MarkLabel;
import org.whence.gui.look.ValueField;
import org.whence.gui.model.ChainNode;
import org.whence.gui.model.NodeWords;
import org.whence.gui.model.Spots;
import org.whence.history.HistoryReason;

/// The steps that led to a node, one card each: what was looked at, what was asked and answered,
/// the rule with its clause, the decision, and what would have to be different.
final class WhyView {
  private static final int QUESTIONS = 24;

  private final NodeWords words;
  private final Consumer<ChainNode> go;
  private final Consumer<Value.Place> show;
  private final Consumer<String> recall;

  /// @param go selects another node
  /// @param show shows a place in the mail
  /// @param recall looks a value up in the history
  WhyView(
      NodeWords words,
      Consumer<ChainNode> go,
      Consumer<Value.Place> show,
      Consumer<String> recall) {
    this.words = words;
    this.go = go;
    this.show = show;
    this.recall = recall;
  }

  /// The cards from the first step down to the node, which comes last and in full.
  List<Node> cards(ChainNode node) {
    var way = node.way();
    return Stream.iterate(0, i -> i < way.size(), i -> i + 1)
        .map(i -> i == way.size() - 1 ? full(node) : before(way.get(i), way.get(i + 1)))
        .toList();
  }

  /// A step on the way; what the next one says as well is left to it.
  private Node before(ChainNode node, ChainNode next) {
    var link = new Hyperlink(words.row(node).subject());
    link.setOnAction(_ -> go.accept(node));
    link.getStyleClass().add("step-link");
    var card = card(head(link, node));
    var outcome = node.state().outcome();
    if (!outcome.equals(next.state().outcome())) {
      outcome.ifPresent(o -> judged(card, o));
    }
    asked(card, List.of(node));
    return card;
  }

  private Node full(ChainNode node) {
    var row = words.row(node);
    var title = new ValueField(row.subject(), text("why.subject"));
    title.getStyleClass().add("step-title");
    var card = card(head(title, node));
    card.getStyleClass().add("selected-step");
    asked(card, node.all().filter(n -> !n.state().exchanges().isEmpty()).toList());
    node.state().outcome().ifPresent(outcome -> judged(card, outcome));
    noticed(card, node);
    if (card.getChildren().size() == 1) {
      card.getChildren().add(sentence(text("why.open")));
    }
    return card;
  }

  private HBox head(Node title, ChainNode node) {
    var mark = new MarkLabel();
    mark.show(Mark.of(node.state()), words.row(node).word());
    HBox.setHgrow(title, Priority.ALWAYS);
    var head = new HBox(title, mark);
    head.getStyleClass().add("step-head");
    return head;
  }

  private static VBox card(Node head) {
    var card = new VBox(head);
    card.getStyleClass().add("step");
    return card;
  }

  private void asked(VBox card, List<ChainNode> nodes) {
    var exchanges =
        nodes.stream().flatMap(n -> n.state().exchanges().stream()).limit(QUESTIONS).toList();
    if (exchanges.isEmpty()) {
      return;
    }
    card.getChildren().add(title("why.asked"));
    exchanges.forEach(exchange -> card.getChildren().add(question(exchange)));
    var all = nodes.stream().mapToInt(n -> n.state().exchanges().size()).sum();
    if (all > QUESTIONS) {
      card.getChildren().add(sentence(words.texts().text("why.more", all - QUESTIONS)));
    }
  }

  private Node question(Exchange exchange) {
    var wording = words.wording();
    var asked =
        new ValueField(
            exchange.question().typeName() + " " + wording.name(exchange.question().nameText()),
            text("why.question"));
    var answer = new ValueField("\u2192 " + wording.answer(exchange), text("why.answer"));
    answer.getStyleClass().add("answer");
    var meta =
        Stream.of(
                wording.ttl(exchange),
                wording.running(exchange.server()),
                wording.dnssec(exchange),
                wording.took(exchange),
                DateTimeFormatter.ISO_INSTANT.format(exchange.asked()))
            .filter(part -> !part.isBlank())
            .collect(Collectors.joining(" \u00b7 "));
    var box = new VBox(asked, answer, small(meta));
    wording.tried(exchange).forEach(tried -> box.getChildren().add(small(tried)));
    wording.help(exchange).ifPresent(help -> box.getChildren().add(sentence(help)));
    box.getStyleClass().add("exchange");
    return box;
  }

  private void judged(VBox card, Outcome outcome) {
    rule(card, outcome.reason(), outcome.values());
    var mark = new MarkLabel();
    mark.show(Optional.of(Mark.of(outcome.verdict())), outcome.verdict().word());
    var decision =
        new HBox(mark, sentence(words.wording().reason(outcome.reason(), outcome.values())));
    decision.getStyleClass().add("decision");
    card.getChildren().addAll(title("why.decision"), decision);
    need(card, outcome.reason(), outcome.values());
  }

  private void rule(VBox card, Reason reason, List<Value> values) {
    card.getChildren()
        .addAll(
            title("why.rule"),
            sentence(words.wording().why(reason, values)),
            small(reason.clause()));
  }

  private void need(VBox card, Reason reason, List<Value> values) {
    words
        .wording()
        .need(reason, values)
        .ifPresent(need -> card.getChildren().addAll(title("why.need"), sentence(need)));
  }

  private void noticed(VBox card, ChainNode node) {
    var findings = node.state().findings();
    if (findings.isEmpty()) {
      return;
    }
    card.getChildren().add(title("why.noticed"));
    for (var finding : findings) {
      var name = sentence(words.wording().finding(finding));
      name.getStyleClass().add("finding");
      card.getChildren()
          .addAll(
              name,
              sentence(words.wording().why(finding.reason(), finding.values())),
              small(finding.reason().clause()));
      Spots.of(finding).ifPresent(place -> card.getChildren().add(place(place)));
      if (finding.reason() == HistoryReason.SEEN_BEFORE) {
        card.getChildren().add(link("why.history", () -> recall.accept(NodeWords.value(node))));
      }
    }
  }

  private Hyperlink place(Value.Place place) {
    return link("why.place", () -> show.accept(place), place.line());
  }

  private Hyperlink link(String key, Runnable action, Object... values) {
    var link = new Hyperlink(words.texts().text(key, values));
    link.setOnAction(_ -> action.run());
    link.getStyleClass().addAll("step-link", "small-print");
    return link;
  }

  private Label title(String key) {
    var label = new Label(text(key));
    label.getStyleClass().add("section-title");
    return label;
  }

  private static Label sentence(String text) {
    var label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Label.USE_PREF_SIZE);
    label.getStyleClass().add("sentence");
    return label;
  }

  private static Label small(String text) {
    var label = sentence(text);
    label.getStyleClass().add("small-print");
    return label;
  }

  private String text(String key) {
    return words.texts().text(key);
  }
}
