package org.whence.gui.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.whence.chain.Value;
import org.whence.history.HistoryTopic;
import org.whence.ip.Addresses;

/// Which of the things that the history marked in the tree belong to a hop: its client's address
/// and names, as its field tells them and as DNS does.
public final class SeenBefore {
  private final CaseModel model;

  /// @param model the case, whose tree has the marks
  public SeenBefore(CaseModel model) {
    this.model = model;
  }

  /// Whether anything was seen in another case.
  public boolean isAny() {
    return marks().findAny().isPresent();
  }

  private Stream<ChainNode> marks() {
    return model.chain().tops().stream()
        .filter(top -> top.topic() == HistoryTopic.SEEN)
        .flatMap(top -> top.children().stream());
  }

  /// The marks that are about a hop, in the order of the tree.
  public List<ChainNode> of(HopRow row) {
    var marks = marks().toList();
    if (marks.isEmpty()) {
      return List.of();
    }
    var about = about(row);
    return marks.stream().filter(mark -> about.contains(word(mark.values().getFirst()))).toList();
  }

  private Set<String> about(HopRow row) {
    var received = row.received();
    var told =
        Stream.of(
                received.fromIp().map(Addresses::text),
                received.fromHelo(),
                received.fromName(),
                received.fromRdns())
            .flatMap(Optional::stream)
            .map(SeenBefore::canonical);
    var found =
        row.node(model.chain()).stream()
            .flatMap(ChainNode::all)
            .flatMap(node -> node.values().stream())
            .map(SeenBefore::word);
    return Stream.concat(told, found).filter(word -> !word.isEmpty()).collect(Collectors.toSet());
  }

  private static String word(Value value) {
    return switch (value) {
      case Value.Address(var address) -> Addresses.text(address);
      case Value.Domain(var name) -> canonical(name);
      case Value.Text(var text) -> canonical(text);
      case Value.Count _, Value.Place _ -> "";
    };
  }

  private static String canonical(String name) {
    var lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }

  /// In how many other cases: of several marks, that of the one that was seen most.
  public long cases(List<ChainNode> marks) {
    return marks.stream()
        .flatMap(mark -> mark.state().findings().stream())
        .map(finding -> finding.values().getFirst())
        .mapToLong(value -> value instanceof Value.Count(var cases) ? cases : 0)
        .max()
        .orElse(0);
  }

  /// What a mark is about, and where it was seen, in a line.
  public String line(ChainNode mark) {
    var words = model.words();
    return Stream.concat(
            Stream.of(words.row(mark).subject()),
            mark.state().findings().stream().map(words.wording()::finding))
        .collect(Collectors.joining(": "));
  }

  /// Looks up in the history what a mark is about.
  public void recall(ChainNode mark) {
    model.recalledProperty().set(Optional.of(NodeWords.value(mark)));
  }
}
