package org.whence.spf;

import java.util.List;
import java.util.Optional;
import org.whence.chain.Verdict;
import org.whence.dns.Failure;

/// How a check was decided (RFC 7208, 2.6).
public sealed interface SpfDecision {
  /// The result.
  Verdict verdict();

  /// There is no policy: `none`.
  record NoPolicy() implements SpfDecision {
    @Override
    public Verdict verdict() {
      return Verdict.NONE;
    }
  }

  /// A mechanism matched.
  ///
  /// @param verdict `pass`, `fail`, `softfail` or `neutral`
  /// @param mechanism the directive that matched, as published: in the domain's own record, or in
  ///   the one that it redirects to
  /// @param path the steps of the terms that led there, the outermost first, the term that matched
  ///   last
  record Matched(Verdict verdict, String mechanism, List<String> path) implements SpfDecision {
    public Matched {
      path = List.copyOf(path);
    }
  }

  /// Nothing matched: `neutral`.
  ///
  /// @param path the steps of the `redirect` terms that were followed
  record NothingMatched(List<String> path) implements SpfDecision {
    public NothingMatched {
      path = List.copyOf(path);
    }

    @Override
    public Verdict verdict() {
      return Verdict.NEUTRAL;
    }
  }

  /// Could not be told this time: `temperror`.
  ///
  /// @param failure what DNS did; none where the time for the whole was over
  /// @param path the steps of the terms that led there, the one that broke last
  record Temporary(Optional<Failure> failure, List<String> path) implements SpfDecision {
    public Temporary {
      path = List.copyOf(path);
    }

    @Override
    public Verdict verdict() {
      return Verdict.TEMPERROR;
    }
  }

  /// The policy cannot be evaluated: `permerror`.
  ///
  /// @param path the steps of the terms that led there, the one that broke last
  record Permanent(List<String> path) implements SpfDecision {
    public Permanent {
      path = List.copyOf(path);
    }

    @Override
    public Verdict verdict() {
      return Verdict.PERMERROR;
    }
  }
}
