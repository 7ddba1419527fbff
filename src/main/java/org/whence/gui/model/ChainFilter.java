package org.whence.gui.model;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Which nodes are shown.
///
/// The groups decide about whole addresses, hops and checks of the message. The search keeps every
/// node whose row holds the text, with the way to it and all below it.
///
/// @param groups those shown; empty shows all
/// @param search looked for without case, in live and in defanged form; blank finds all
public record ChainFilter(Set<Group> groups, String search) {
  /// Shows everything.
  public static final ChainFilter ALL = new ChainFilter(Set.of(), "");

  public ChainFilter {
    groups = Set.copyOf(groups);
  }

  /// Whether everything is shown.
  public boolean showsAll() {
    return groups.isEmpty() && search.isBlank();
  }

  /// All nodes that are shown of a tree.
  ///
  /// @param tops the addresses or hops
  public Set<ChainNode> shown(List<ChainNode> tops, NodeWords words) {
    var shown = new HashSet<ChainNode>();
    var wanted = plain(search);
    for (var top : tops) {
      if (groups.isEmpty()) {
        keep(top, wanted, words, shown);
      } else {
        Tally.judged(top)
            .filter(this::inGroups)
            .filter(judged -> keep(judged, wanted, words, shown))
            .forEach(judged -> shown.addAll(judged.way()));
      }
    }
    return shown;
  }

  private boolean inGroups(ChainNode judged) {
    return judged
        .state()
        .outcome()
        .flatMap(o -> Group.of(o.verdict()))
        .filter(groups::contains)
        .isPresent();
  }

  private static boolean keep(
      ChainNode node, String wanted, NodeWords words, Set<ChainNode> shown) {
    if (plain(words.row(node).text()).contains(wanted)) {
      node.all().forEach(shown::add);
      return true;
    }
    var below = false;
    for (var child : node.children()) {
      below |= keep(child, wanted, words, shown);
    }
    if (below) {
      shown.add(node);
    }
    return below;
  }

  /// Lower case without the brackets of defanging, so that both forms are found.
  private static String plain(String text) {
    return text.strip().toLowerCase(Locale.ROOT).replace("[", "").replace("]", "");
  }
}
