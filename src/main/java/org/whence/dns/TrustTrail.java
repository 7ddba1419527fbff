package org.whence.dns;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.whence.dns.Validation.Status;
import org.xbill.DNS.EDNSOption;
import org.xbill.DNS.ExtendedErrorCodeOption;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TSIG;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.dnssec.ValidatingResolver;

/// One answer on its way back to an anchor of trust: what dnsjava's validator takes for a resolver.
/// It is given the answer first, and then whatever it asks for.
///
/// The validator's interface is made of futures. These run what follows on the thread that is
/// there, which is the one that asks: so its interruption ends the trail, and no pool is used.
final class TrustTrail implements org.xbill.DNS.Resolver {
  /// How many questions one trail may need: an address of IPv6 has 34 labels, and each may be asked
  /// for.
  static final int MOST_ASKED = 64;

  /// Whole records, which the validator puts into its reasons; name and type are enough.
  private static final Pattern DUMP =
      Pattern.compile("\\{ (\\S+)\\. \\d+ IN (\\S+) .*\\}", Pattern.DOTALL);

  private final Question question;
  private final Message answer;
  private final Resolver keys;
  private final Deadline until;
  private final List<Exchange> asked = new ArrayList<>();
  private final List<Message> messages = new ArrayList<>();
  private boolean given;
  private @Nullable String missing;
  private @Nullable InterruptedException interruption;

  /// @param keys who is asked for keys and what vouches for them
  /// @param until when nothing more is asked
  TrustTrail(Question question, Message answer, Resolver keys, Deadline until) {
    this.question = question;
    this.answer = answer;
    this.keys = keys;
    this.until = until;
    messages.add(answer);
  }

  /// See above.
  private static final class Inline<T> extends CompletableFuture<T> {
    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
      return new Inline<>();
    }

    @Override
    public Executor defaultExecutor() {
      return Runnable::run;
    }

    static <T> CompletionStage<T> of(T value) {
      var future = new Inline<T>();
      future.complete(value);
      return future;
    }

    static <T> CompletionStage<T> failed(Exception why) {
      var future = new Inline<T>();
      future.completeExceptionally(why);
      return future;
    }
  }

  /// Follows the trail to its end.
  Validation validation(TrustAnchors anchors, InstantSource clock) throws InterruptedException {
    var validator = new ValidatingResolver(this, clock.withZone(ZoneOffset.UTC));
    anchors.giveTo(validator);
    var judged = judged(validator);
    if (interruption != null) {
      throw interruption;
    }
    if (missing != null) {
      // RFC 4035, 4.3: not able to obtain the necessary DNSSEC records.
      return new Validation(Status.INDETERMINATE, missing, OptionalInt.empty(), asked);
    }
    if (judged.isEmpty()) {
      return new Validation(
          Status.INDETERMINATE, "it cannot be validated", OptionalInt.empty(), asked);
    }
    var status = status(judged.get(), anchors);
    var times =
        status == Status.BOGUS
            ? SignatureTimes.of(messages, clock.instant())
            : Optional.<SignatureTimes>empty();
    return times
        .map(time ->
            new Validation(status, time.reason(), OptionalInt.of(time.extendedError()), asked))
        .orElseGet(() -> new Validation(status, reason(judged.get()), error(judged.get()), asked));
  }

  /// The answer as the validator gives it back; empty where it stumbled over it.
  private Optional<Message> judged(ValidatingResolver validator) {
    var query = Message.newQuery(question.toRecord());
    try {
      return Optional.of(validator.sendAsync(query, Runnable::run).toCompletableFuture().get());
    } catch (InterruptedException e) {
      interruption = e;
      return Optional.empty();
    } catch (ExecutionException stumbled) {
      return Optional.empty();
    } catch (RuntimeException stumbledAtOnce) {
      // The octets are hostile, and dnsjava throws several unchecked exceptions at some of them.
      return Optional.empty();
    }
  }

  /// The validator tells the status as it would tell a client of its own: with the flag AD, or with
  /// SERVFAIL where the answer itself was none.
  private Status status(Message judged, TrustAnchors anchors) {
    if (judged.getRcode() == Rcode.SERVFAIL) {
      return Status.BOGUS;
    }
    if (judged.getHeader().getFlag(Flags.AD)) {
      return Status.SECURE;
    }
    return anchors.cover(question.name()) ? Status.INSECURE : Status.INDETERMINATE;
  }

  private static String reason(Message judged) {
    for (var record : judged.getSection(Section.ADDITIONAL)) {
      if (record instanceof TXTRecord text
          && record.getDClass() == ValidatingResolver.VALIDATION_REASON_QCLASS) {
        return DUMP.matcher(String.join("", text.getStrings())).replaceAll("$1 $2");
      }
    }
    return "";
  }

  private static OptionalInt error(Message judged) {
    var opt = judged.getOPT();
    return opt == null
        ? OptionalInt.empty()
        : opt.getOptions(EDNSOption.Code.EDNS_EXTENDED_ERROR).stream()
            .filter(ExtendedErrorCodeOption.class::isInstance)
            .mapToInt(option -> ((ExtendedErrorCodeOption) option).getErrorCode())
            .findFirst();
  }

  @Override
  public CompletionStage<Message> sendAsync(Message query, Executor executor) {
    if (!given) {
      given = true;
      return Inline.of(answer.clone());
    }
    return supply(query.getQuestion());
  }

  private CompletionStage<Message> supply(Record wanted) {
    if (asked.size() == MOST_ASKED || until.isOver()) {
      return missing("it takes too long to find out");
    }
    try {
      var exchange = keys.resolve(new Question(wanted.getName(), wanted.getType()));
      asked.add(exchange);
      var message = exchange.response().flatMap(response -> response.message(exchange.question()));
      message.ifPresent(messages::add);
      return exchange.answer() instanceof Answer.Failed || message.isEmpty()
          ? missing(exchange.question() + ": " + exchange.answer().outcome())
          : Inline.of(message.get());
    } catch (InterruptedException e) {
      interruption = e;
      return Inline.failed(e);
    }
  }

  private CompletionStage<Message> missing(String what) {
    missing = what;
    return Inline.failed(new IllegalStateException(what));
  }

  @Override
  public void setPort(int port) {}

  @Override
  public void setTCP(boolean flag) {}

  @Override
  public void setIgnoreTruncation(boolean flag) {}

  @Override
  public void setEDNS(int version, int payloadSize, int flags, List<EDNSOption> options) {}

  @Override
  public void setTSIGKey(TSIG key) {}

  @Override
  public void setTimeout(Duration timeout) {}
}
