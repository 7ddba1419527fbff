package org.whence.report;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.whence.chain.Finding;
import org.whence.chain.Outcome;
import org.whence.chain.Reason;
import org.whence.chain.Step;
import org.whence.chain.Topic;
import org.whence.chain.Value;
import org.whence.chain.Verdict;
import org.whence.dns.Answer;
import org.whence.dns.Attempt;
import org.whence.dns.Exchange;
import org.whence.dns.Failure;
import org.whence.dns.Presentation;
import org.whence.dns.Validation;
import org.whence.ip.Addresses;
import org.whence.receiver.Product;

/// Puts the tree into words for people.
///
/// All text that comes out of here is one line, with hidden characters as visible codes ([Visible])
/// and, if wanted, defanged ([Defang]); it still has to be escaped for HTML. Immutable.
public final class Wording {
  private static final int NAMES_SHOWN = 3;

  private final Properties texts;
  private final boolean defanged;

  private final Optional<Redaction> redaction;

  private Wording(Properties texts, boolean defanged, Optional<Redaction> redaction) {
    this.texts = texts;
    this.defanged = defanged;
    this.redaction = redaction;
  }

  /// The words of the program, with values as they are.
  public static Wording load() {
    return new Wording(Bundled.TEXTS, false, Optional.empty());
  }

  /// Read once: every report wants them, and nobody changes them.
  private static final class Bundled {
    static final Properties TEXTS = read();

    private static Properties read() {
      var texts = new Properties();
      try (var in = Wording.class.getResourceAsStream("messages.properties")) {
        if (in == null) {
          throw new IllegalStateException("messages.properties is not in the program");
        }
        texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return texts;
    }
  }

  /// The same words with values defanged, or not.
  public Wording defanged(boolean wanted) {
    return wanted == defanged ? this : new Wording(texts, wanted, redaction);
  }

  /// The same words with values redacted.
  Wording redacted(Redaction by) {
    return new Wording(texts, defanged, Optional.of(by));
  }

  /// What takes values out, where that is wanted.
  Optional<Redaction> redaction() {
    return redaction;
  }

  private String shared(String value) {
    return redaction.map(by -> by.text(value)).orElse(value);
  }

  /// Whether values are defanged.
  public boolean isDefanged() {
    return defanged;
  }

  /// What a step is about: `PTR 7.100.51.198.in-addr.arpa`, `hop 2 of 6 192.0.2.10`.
  public String topic(Topic topic, List<Value> values) {
    return fill("topic." + topic.key(), values).strip();
  }

  /// What a step is about.
  public String topic(Step step) {
    return topic(step.topic(), step.values());
  }

  /// Why something was judged so, in a few words: `no PTR record`.
  public String reason(Reason reason, List<Value> values) {
    return fill("reason." + reason.key(), values).strip();
  }

  /// Verdict and reason: `permerror no PTR record`.
  public String outcome(Outcome outcome) {
    return outcome.verdict().word() + "  " + reason(outcome.reason(), outcome.values());
  }

  /// What was noticed beside a verdict, in a few words.
  public String finding(Finding finding) {
    return reason(finding.reason(), finding.values());
  }

  /// The rule behind a reason, in a sentence; [Reason#clause()] says where it stands.
  public String why(Reason reason, List<Value> values) {
    return fill("why." + reason.key(), values);
  }

  /// What would have to be different, in a sentence; empty where nothing is amiss.
  public Optional<String> need(Reason reason, List<Value> values) {
    var key = "need." + reason.key();
    return texts.containsKey(key) ? Optional.of(fill(key, values)) : Optional.empty();
  }

  /// What a verdict tells, in a few words: `could not tell`.
  public String meaning(Verdict verdict) {
    return text("verdict." + verdict.word());
  }

  /// A value by itself.
  public String value(Value value) {
    return switch (value) {
      case Value.Address(var address) -> name(Addresses.text(address));
      case Value.Domain(var name) -> name(name);
      case Value.Text(var text) -> running(text);
      case Value.Count(var number) -> Long.toString(number);
      case Value.Place place -> words("value.place", Integer.toString(place.line()));
    };
  }

  /// An address or a name by itself, visible, and defanged if so wanted.
  public String name(String name) {
    var visible = Visible.text(shared(name));
    return defanged ? Defang.name(visible) : visible;
  }

  /// Running text from outside, visible, and defanged if so wanted.
  public String running(String text) {
    var visible = Visible.text(shared(text));
    return defanged ? Defang.text(visible) : visible;
  }

  /// What a question brought, in a few words: the data, `NXDOMAIN`, `no data`, `SERVFAIL`.
  public String answer(Exchange exchange) {
    return switch (exchange.answer()) {
      case Answer.Records _ -> shortened(exchange);
      case Answer.Aliases _ -> text("answer.alias");
      case Answer.NoData _ -> text("answer.nodata");
      case Answer.NoSuchDomain _ -> text("answer.nxdomain");
      case Answer.Failed(var failure, var detail) ->
          failure(failure) + (detail.isEmpty() ? "" : ": " + running(detail)) + bogus(exchange);
    };
  }

  /// The extended error of an answer that is bogus; its reason stands there already.
  private String bogus(Exchange exchange) {
    return exchange
        .validation()
        .filter(validation -> validation.status() == Validation.Status.BOGUS)
        .map(this::extendedError)
        .orElse("");
  }

  /// The data of each record of the type that was asked for, in the order received.
  List<String> data(Exchange exchange) {
    var type = exchange.question().typeName();
    return exchange.presentation().answer().stream()
        .filter(row -> row.type().equals(type))
        .map(this::rdata)
        .toList();
  }

  private String shortened(Exchange exchange) {
    var all = data(exchange);
    var shown = all.stream().limit(NAMES_SHOWN).toList();
    var more = all.size() - shown.size();
    return String.join(", ", shown)
        + (more > 0 ? " " + words("answer.more", Integer.toString(more)) : "");
  }

  /// Rdata of a single name is shown without the root dot.
  private String rdata(Presentation.Row row) {
    var data = Rdata.canonical(row);
    var single = data.endsWith(".") && data.length() > 1 && data.indexOf(' ') < 0;
    return running(single ? data.substring(0, data.length() - 1) : data);
  }

  /// How long a question took, or how old its answer was: `12 ms`, `cached, 34 s old`.
  public String took(Exchange exchange) {
    return exchange
        .cacheAge()
        .map(age -> words("answer.cached", Long.toString(age.toSeconds())))
        .orElseGet(() -> words("answer.took", Long.toString(exchange.took().toMillis())));
  }

  /// The time to live of an answer's first record of the type that was asked for, not of an alias
  /// on the way to it: `TTL 3600`; empty without records.
  public String ttl(Exchange exchange) {
    var type = exchange.question().typeName();
    return exchange.presentation().answer().stream()
        .filter(row -> row.type().equals(type))
        .findFirst()
        .map(row -> words("answer.ttl", Long.toString(row.ttl())))
        .orElse("");
  }

  /// What DNSSEC says of an answer: `DNSSEC secure`; empty where it was not asked.
  public String dnssec(Exchange exchange) {
    return exchange
        .validation()
        .map(validation -> words("dnssec.status", validation.status().word()))
        .orElse("");
  }

  /// The same with its reason: `DNSSEC bogus: signature expired (EDE 7, Signature Expired)`.
  public String dnssec(Validation validation) {
    var status = words("dnssec.status", validation.status().word());
    var why = validation.reason().isEmpty() ? status : status + ": " + running(validation.reason());
    return why + extendedError(validation);
  }

  /// ` (EDE 7, Signature Expired)` (RFC 8914); empty without one.
  private String extendedError(Validation validation) {
    if (validation.extendedError().isEmpty()) {
      return "";
    }
    var code = validation.extendedError().getAsInt();
    var key = "ede." + code;
    var name = texts.containsKey(key) ? text(key) : text("ede.unknown");
    return " " + words("dnssec.error", Integer.toString(code), name);
  }

  /// Why DNSSEC cannot say anything of an answer; empty where it can, or was not asked.
  Optional<String> open(Exchange exchange) {
    return exchange
        .validation()
        .filter(validation -> validation.status() == Validation.Status.INDETERMINATE)
        .map(this::dnssec);
  }

  /// Why a question got no answer, in a few words.
  public String failure(Failure failure) {
    return text("failure." + failure.word());
  }

  /// Why a question got no answer, and the way out, in a sentence; empty where it got one.
  public Optional<String> help(Exchange exchange) {
    return exchange.answer() instanceof Answer.Failed(var failure, _)
        ? Optional.of(words("help." + failure.word(), running(exchange.server())))
        : Optional.empty();
  }

  /// Why a try was not the last, in a few words.
  public String attempt(Attempt attempt) {
    var problem = text("attempt." + attempt.problem().word());
    return attempt.detail().isEmpty() ? problem : problem + ": " + running(attempt.detail());
  }

  /// The tries that failed, a line each, and the first answer of each server that did not match:
  /// who is silent is told from who says something else.
  public List<String> tried(Exchange exchange) {
    var strangers = new HashSet<String>();
    return exchange.attempts().stream()
        .filter(attempt ->
            attempt.problem().isFailure()
                || (attempt.problem() == Attempt.Problem.MISMATCH
                    && strangers.add(attempt.server())))
        .map(this::tried)
        .toList();
  }

  /// A server that failed: `tried udp://192.0.2.53:53: no answer in time, 5000 ms`.
  private String tried(Attempt attempt) {
    return words(
        "tree.tried",
        running(attempt.server()),
        attempt(attempt),
        Long.toString(attempt.took().toMillis()));
  }

  private String fill(String key, List<Value> values) {
    return filled(key, values.stream().map(this::value).toList());
  }

  /// What something is called that a receiving server writes.
  public String product(Product.Kind kind) {
    return text(kind.key());
  }

  String words(String key, String... values) {
    return filled(key, List.of(values));
  }

  private String filled(String key, List<String> values) {
    return new Template(text(key), values, other -> texts.getProperty(other, other)).filled();
  }

  String text(String key) {
    var text = texts.getProperty(key);
    if (text == null) {
      throw new IllegalStateException("messages.properties has no words for " + key);
    }
    return text;
  }

  Set<String> keys() {
    return texts.stringPropertyNames();
  }

  boolean has(String key) {
    return texts.containsKey(key);
  }
}
