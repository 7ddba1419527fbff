package org.whence.investigation.plan;

import java.time.InstantSource;
import java.util.Optional;
import org.whence.chain.ChainListener;
import org.whence.dns.Resolution;
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
        resolution.validates());
  }
}
