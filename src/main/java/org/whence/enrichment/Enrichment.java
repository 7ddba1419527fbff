package org.whence.enrichment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Whom to ask, each source by itself.
///
/// @param origin the zones of the networks that announce addresses; empty for not asking
/// @param lists the block lists
public record Enrichment(Optional<Origin> origin, List<BlockList> lists) {
  /// Nobody is asked.
  public static final Enrichment NONE = new Enrichment(Optional.empty(), List.of());

  /// The word for the networks that announce addresses.
  public static final String ORIGIN = "origin";

  public Enrichment {
    lists = List.copyOf(lists);
  }

  /// The zones that tell which network announces an address.
  ///
  /// @param zone4 for IPv4
  /// @param zone6 for IPv6
  /// @param names for what a system is called
  public record Origin(String zone4, String zone6, String names) {
    /// Team Cymru's.
    public static final Origin CYMRU =
        new Origin("origin.asn.cymru.com", "origin6.asn.cymru.com", "asn.cymru.com");

    /// The same below another zone, as mirrors have them.
    public static Origin at(String zone) {
      return new Origin("origin." + zone, "origin6." + zone, zone);
    }
  }

  /// Whether nobody is asked.
  public boolean isNone() {
    return origin.isEmpty() && lists.isEmpty();
  }

  /// All words that are known: `origin`, and the zones of the bundled lists.
  public static List<String> words() {
    return Stream.concat(Stream.of(ORIGIN), BlockLists.bundled().stream().map(BlockList::zone))
        .toList();
  }

  /// Reads words: `origin`, `origin=ZONE`, the zone of a bundled list, or that of another one as
  /// `ip:ZONE` or `domain:ZONE`.
  ///
  /// @return empty where a word is none of these
  public static Optional<Enrichment> of(List<String> words) {
    Optional<Origin> origin = Optional.empty();
    var lists = new ArrayList<BlockList>();
    for (var word : words) {
      if (word.equals(ORIGIN)) {
        origin = Optional.of(Origin.CYMRU);
      } else if (word.startsWith(ORIGIN + "=") && BlockLists.isZone(word.substring(7))) {
        origin = Optional.of(Origin.at(word.substring(7)));
      } else {
        var list = BlockLists.named(word);
        if (list.isEmpty()) {
          return Optional.empty();
        }
        lists.add(list.get());
      }
    }
    return Optional.of(new Enrichment(origin, lists));
  }
}
