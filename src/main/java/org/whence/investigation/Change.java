package org.whence.investigation;

import java.util.List;
import java.util.Optional;
import org.whence.chain.Finding;
import org.whence.chain.Outcome;
import org.whence.chain.Value;
import org.whence.dns.Exchange;
import org.whence.dns.Validation;

/// Something that is not as it was at one step.
public sealed interface Change {
  /// How much it tells.
  enum Weight {
    /// The verdict is another one.
    VERDICT,
    /// What DNS says, or what follows from it, is something else.
    CONTENT,
    /// How it was said: by another server, in another order, with another time to live, which
    /// counts down in a resolver's cache.
    DETAIL
  }

  /// The conclusion: the verdict, its reason, or what the reason speaks of.
  record Result(Optional<Outcome> before, Optional<Outcome> after) implements Change {}

  /// What the step is about reads otherwise, such as the text of a record.
  record About(List<Value> before, List<Value> after) implements Change {}

  /// What was noticed beside the verdict: what is there no longer, and what came new.
  record Noticed(List<Finding> before, List<Finding> after) implements Change {}

  /// The answer to the step's question. Order and times to live do not count.
  record Answer(Exchange before, Exchange after) implements Change {}

  /// The same records in another order: that carries no meaning (RFC 1034, 3.6), but decides where
  /// somebody takes the first one.
  record Order(Exchange before, Exchange after) implements Change {}

  /// What DNSSEC says of the answer: another status. Where one of them was not validated, or nobody
  /// knows, nothing changed but that.
  record Dnssec(Optional<Validation> before, Optional<Validation> after) implements Change {}

  /// The least time to live of the answer's records, in seconds.
  record Ttl(long before, long after) implements Change {}

  /// Who answered, as URIs.
  record Server(String before, String after) implements Change {}

  /// How much it tells.
  default Weight weight() {
    return switch (this) {
      case Result(var before, var after) ->
          before.map(Outcome::verdict).equals(after.map(Outcome::verdict))
              ? Weight.CONTENT
              : Weight.VERDICT;
      case About _, Noticed _, Answer _ -> Weight.CONTENT;
      case Dnssec(var before, var after) ->
          isTold(before) && isTold(after) ? Weight.CONTENT : Weight.DETAIL;
      case Order _, Ttl _, Server _ -> Weight.DETAIL;
    };
  }

  private static boolean isTold(Optional<Validation> validation) {
    return validation.filter(v -> v.status() != Validation.Status.INDETERMINATE).isPresent();
  }

  /// The stable word for machine-readable forms.
  default String word() {
    return switch (this) {
      case Result _ -> "result";
      case About _ -> "about";
      case Noticed _ -> "noticed";
      case Answer _ -> "answer";
      case Order _ -> "order";
      case Dnssec _ -> "dnssec";
      case Ttl _ -> "ttl";
      case Server _ -> "server";
    };
  }
}
