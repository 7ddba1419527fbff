package org.whence.dns;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Resolvers that are open, put together as the settings say. Any number of threads may use it; it
/// is closed once the last question was answered.
public final class Resolution implements AutoCloseable {
  private final Parts parts;
  private final List<Peer> others;

  private record Parts(
      Source source,
      Resolver resolver,
      Resolver fresh,
      Warnings warnings,
      Optional<Recorder> recorder) {}

  /// Somebody who can be asked.
  ///
  /// @param description in one line, as [#description]
  /// @param resolver past the cache
  public record Peer(String description, Resolver resolver) {}

  /// @param resolver whom to ask
  /// @param fresh the same past the cache
  /// @param recorder what records both
  Resolution(
      Source source,
      Resolver resolver,
      Resolver fresh,
      Warnings warnings,
      Optional<Recorder> recorder) {
    this(new Parts(source, resolver, fresh, warnings, recorder), List.of());
  }

  private Resolution(Parts parts, List<Peer> others) {
    this.parts = parts;
    this.others = others;
  }

  /// This one with others beside it, which are asked only where servers are held against each
  /// other. What they say is recorded here; each is closed by itself.
  public Resolution beside(List<Resolution> more) {
    var all = new ArrayList<>(others);
    more.forEach(other -> all.addAll(other.everybody()));
    return new Resolution(parts, List.copyOf(all));
  }

  /// Everybody whose answers can be held against each other, this one first.
  public List<Peer> peers() {
    return everybody().stream()
        .map(peer -> new Peer(peer.description(), recorded(peer.resolver(), peer.description())))
        .toList();
  }

  private List<Peer> everybody() {
    var all = new ArrayList<>(own());
    all.addAll(others);
    return all;
  }

  /// A recording stands for everybody who was asked when it was made.
  private List<Peer> own() {
    var vias = parts.source().resolver() instanceof Replay replay ? replay.vias() : List.<String>of();
    return vias.isEmpty()
        ? List.of(new Peer(description(), parts.fresh()))
        : vias.stream().map(via -> new Peer(via, parts.fresh())).toList();
  }

  private Resolver recorded(Resolver inner, String via) {
    return parts.recorder().map(by -> by.around(inner, via)).orElse(inner);
  }

  /// Whom to ask.
  public Resolver resolver() {
    return recorded(parts.resolver(), "");
  }

  /// The same past the cache, for asking again; the cache keeps what it brings.
  public Resolver fresh() {
    return recorded(parts.fresh(), "");
  }

  /// Where answers come from, in one line: `udp://192.0.2.53:53`, `system (192.0.2.1)`, `google
  /// (8.8.8.8, …)`, `zone a.zone`, `recording case.dns.jsonl`, `offline`.
  public String description() {
    return parts.source().description();
  }

  /// Whether answers come from somewhere that the user named: master files, a recording, or a
  /// server by its URI. Addresses of special use may be asked there.
  public boolean named() {
    return parts.source().named();
  }

  /// What the user should know, a line each, as far as it is known by now: damaged lines of a
  /// recording, and a recording that could not be written any further.
  public List<String> warnings() {
    return parts.warnings().lines();
  }

  /// Tells the [#warnings] that there are, and from then on each one at once, on the thread that
  /// met with it, until the end.
  public void onWarning(Consumer<String> hearer) {
    parts.warnings().tell(hearer);
  }

  /// Ends the recording, and closes what is open to servers; questions that are under way fail.
  /// Questions after that are answered, and not recorded.
  @Override
  public void close() {
    parts.source().close();
    parts.recorder().ifPresent(Recorder::close);
  }
}
