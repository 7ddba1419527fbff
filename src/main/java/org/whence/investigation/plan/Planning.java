package org.whence.investigation.plan;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.whence.chain.ChainListener;
import org.whence.chain.Step;
import org.whence.chain.Value;
import org.whence.dns.Resolution;
import org.whence.fetch.FetchReason;
import org.whence.fetch.FetchTopic;
import org.whence.fetch.HttpsFetch;
import org.whence.investigation.Input;
import org.whence.investigation.Investigator;
import org.whence.investigation.Options;

/// Makes plans. Nothing is sent, and nothing recorded.
public final class Planning {
  private final Resolution resolution;
  private final Optional<Resolution> expected;
  private final InstantSource clock;
  private final Options options;

  /// @param resolution who will be asked
  /// @param expected a recording that stands for the answers, to look further
  public Planning(
      Resolution resolution, Optional<Resolution> expected, InstantSource clock, Options options) {
    this.resolution = resolution;
    this.expected = expected;
    this.clock = clock;
    this.options = options;
  }

  /// Makes the plan for an input. When the calling thread is interrupted, it holds what was found
  /// until then.
  public Plan plan(Input input) {
    var blind =
        new Investigator(resolution.blind(clock), clock, options)
            .investigate(input, ChainListener.NONE);
    var run =
        new Investigator(resolution.planned(expected, clock), clock, options)
            .investigate(input, ChainListener.NONE);
    var sender = SenderDomains.of(blind.tree(), options.suffixes());
    return new Plan(
        run,
        resolution.servers(),
        new QuestionReader(sender, resolution.live()).read(run.tree()),
        fetches(run.tree()),
        resolution.validates());
  }

  private List<PlannedFetch> fetches(Step tree) {
    return tree.all()
        .filter(step -> step.topic() == FetchTopic.DOCUMENT)
        .flatMap(step ->
            step.values().stream()
                .filter(Value.Text.class::isInstance)
                .map(value -> fetch(step, ((Value.Text) value).text())))
        .toList();
  }

  private PlannedFetch fetch(Step step, String uri) {
    var refused =
        step.outcome()
            .filter(end ->
                end.reason() == FetchReason.NOT_ALLOWED || end.reason() == FetchReason.SET_ASIDE)
            .isPresent();
    var host = refused || !resolution.live() ? Optional.<String>empty() : HttpsFetch.host(uri);
    return new PlannedFetch(step.path(), uri, host.orElse(""));
  }
}
