package org.whence.dns;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Resolvers that are open, put together as the settings say. Any number of threads may use it; it
/// is closed once the last question was answered.
public final class Resolution implements AutoCloseable {
  private final Parts parts;
  private final List<Peer> others;
  private final List<Recorder> more;

  private record Parts(
      Source source,
      Resolver resolver,
      Resolver fresh,
      Warnings warnings,
      Optional<Recorder> recorder,
      boolean sends) {
    /// The same asking others, who send nothing, and recording nothing.
    Parts unrecorded(Resolver other, Resolver otherFresh) {
      var same = new Source(other, source.description(), source.named(), source.live());
      return new Parts(same, other, otherFresh, new Warnings(), Optional.empty(), false);
    }
  }

  /// The same to look at, answered by a recording of it and by nothing else; what was asked of this
  /// one is judged as it was then.
  ///
  /// @param recording its lines, as [#into] wrote them
  public Resolution from(byte[] recording, InstantSource clock) throws IOException {
    var lines = Recording.read(new ByteArrayInputStream(recording), description(), clock.instant());
    var replay = new Replay(lines, "recording:" + description(), clock);
    return new Resolution(parts.unrecorded(replay, replay), List.of(), List.of());
  }

  /// Somebody who can be asked.
  ///
  /// @param description in one line, as [#description]
  /// @param resolver past the cache
  /// @param servers who is asked, as URIs in order; none where nothing is sent
  public record Peer(String description, Resolver resolver, List<String> servers) {
    public Peer {
      servers = List.copyOf(servers);
    }

    private Peer with(Resolver other) {
      return new Peer(description, other, servers);
    }
  }

  /// @param resolver whom to ask
  /// @param fresh the same past the cache
  /// @param recorder what records both
  Resolution(
      Source source,
      Resolver resolver,
      Resolver fresh,
      Warnings warnings,
      Optional<Recorder> recorder) {
    this(
        new Parts(source, resolver, fresh, warnings, recorder, source.live()),
        List.of(),
        List.of());
  }

  private Resolution(Parts parts, List<Peer> others, List<Recorder> more) {
    this.parts = parts;
    this.others = others;
    this.more = more;
  }

  /// The same, writing what it says to one more recording, such as one in memory, as lines that are
  /// complete as soon as they are written. The stream stays open; closing both resolutions is
  /// closing one.
  public Resolution into(OutputStream recording) {
    var all = new ArrayList<>(more);
    all.add(new Recorder(recording, description(), parts.warnings()::add));
    return new Resolution(parts, others, all);
  }

  /// This one with others beside it, which are asked only where servers are held against each
  /// other. What they say is recorded here; each is closed by itself.
  public Resolution beside(List<Resolution> more) {
    var all = new ArrayList<>(others);
    more.forEach(other -> all.addAll(other.everybody()));
    return new Resolution(parts, List.copyOf(all), this.more);
  }

  /// The same, asking nothing that was answered before: such a question gets the answer that was
  /// heard last, however old it is. What is asked past the cache is asked.
  ///
  /// @param before in the order in which they were heard
  public Resolution remembering(Collection<Exchange> before, InstantSource clock) {
    var heard = new Heard(before, parts.resolver(), clock);
    var own =
        new Parts(
            parts.source(),
            heard,
            parts.fresh(),
            parts.warnings(),
            parts.recorder(),
            parts.sends());
    return new Resolution(own, others, more);
  }

  /// Everybody whose answers can be held against each other, this one first.
  public List<Peer> peers() {
    return everybody().stream()
        .map(peer -> peer.with(recorded(peer.resolver(), peer.description())))
        .toList();
  }

  /// Who is asked, as URIs in order, those beside the first one behind its own; none where nothing
  /// is sent.
  public List<String> servers() {
    return everybody().stream().flatMap(peer -> peer.servers().stream()).distinct().toList();
  }

  /// The same to look at, with nobody to ask: every question ends as [Failure#PLANNED].
  public Resolution blind(InstantSource clock) {
    return silent(List.of(), List.of(), clock);
  }

  /// The same to look at, sending and recording nothing. Files answer, which nobody sees; so does
  /// the cache, and, as if all were still so, a recording. Every other question ends as
  /// [Failure#PLANNED].
  ///
  /// @param expected the recording, where there is one
  public Resolution planned(Optional<Resolution> expected, InstantSource clock) {
    if (!parts.source().live()) {
      return new Resolution(parts.unrecorded(parts.resolver(), parts.fresh()), others, List.of());
    }
    List<Resolver> memory =
        parts.resolver() instanceof Cache cache ? List.of(cache::peek) : List.of();
    return silent(memory, expected.stream().map(r -> r.parts.resolver()).toList(), clock);
  }

  private Resolution silent(List<Resolver> memory, List<Resolver> expected, InstantSource clock) {
    var known = new ArrayList<>(memory);
    known.addAll(expected);
    var server = first(parts.source().servers());
    var silent =
        parts.unrecorded(new Planner(known, server, clock), new Planner(expected, server, clock));
    var others =
        this.others.stream()
            .map(peer -> peer.with(new Planner(expected, first(peer.servers()), clock)))
            .toList();
    return new Resolution(silent, others, List.of());
  }

  private static String first(List<String> servers) {
    return servers.stream().findFirst().orElse("none");
  }

  private List<Peer> everybody() {
    var all = new ArrayList<>(own());
    all.addAll(others);
    return all;
  }

  /// A recording stands for everybody who was asked when it was made.
  private List<Peer> own() {
    var vias =
        parts.source().resolver() instanceof Replay replay ? replay.vias() : List.<String>of();
    return vias.isEmpty()
        ? List.of(new Peer(description(), parts.fresh(), parts.source().servers()))
        : vias.stream().map(via -> new Peer(via, parts.fresh(), List.of())).toList();
  }

  private Resolver recorded(Resolver inner, String via) {
    var recorded = parts.recorder().map(by -> by.around(inner, via)).orElse(inner);
    for (var recorder : more) {
      recorded = recorder.around(recorded, via);
    }
    return recorded;
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

  /// Whether answers come from a network, where others see what is asked.
  public boolean live() {
    return parts.source().live();
  }

  /// Whether packets leave through this: answers come from a network, and it is not one to look at,
  /// such as [#planned].
  public boolean sends() {
    return parts.sends();
  }

  /// Whether answers are validated, so that keys are asked for beside each question.
  public boolean validates() {
    return parts.source().resolver() instanceof Validator;
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
