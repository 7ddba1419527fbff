package org.whence.report;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.whence.chain.Step;
import org.whence.chain.Verdict;
import org.whence.dns.Exchange;
import org.whence.dns.Validation;
import org.whence.investigation.Check;
import org.whence.investigation.Envelope;
import org.whence.investigation.MailResult;
import org.whence.investigation.claim.ClaimResult;
import org.whence.ip.Addresses;
import org.whence.iprev.IprevResult;
import org.whence.iprev.RotationResult;
import org.whence.mail.Message;
import org.whence.spf.SpfResult;
import tools.jackson.core.JsonGenerator;

/// The JSON of single results: their members, written into an object that the caller has begun.
///
/// Names are those that other programs rely on. Absent is absent, never null; lists are always
/// lists; addresses are RFC 5952; names have no root dot; times are RFC 3339 in UTC.
public final class ResultJson {
  private ResultJson() {}

  /// `result reason ptr confirmed names dnssec queries`.
  public static void iprev(IprevResult result, JsonGenerator json) {
    names(result, json);
    Validation.weakest(result.step().allExchanges())
        .ifPresent(status -> json.writeStringProperty("dnssec", status.word()));
    queries(result.step(), json);
  }

  private static void names(IprevResult result, JsonGenerator json) {
    json.writeStringProperty("result", result.verdict().word());
    json.writeStringProperty("reason", result.reason().word());
    Json.texts("ptr", result.names().stream().map(name -> name.name()).toList(), json);
    Json.texts("confirmed", result.confirmed(), json);
    json.writeArrayPropertyStart("names");
    for (var name : result.names()) {
      json.writeStartObject();
      Json.text("name", name.name(), json);
      Json.texts("addresses", name.addresses().stream().map(Addresses::text).toList(), json);
      json.writeStringProperty("result", name.result().word());
      json.writeStringProperty("reason", name.reason().word());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /// `result` (steady, rotates, depends-on-server, unanswered), `rounds` (as [#iprev], without the
  /// questions), `firstNames`, `findings`.
  public static void rotation(RotationResult rotation, JsonGenerator json) {
    json.writeStringProperty("result", rotation.reason().word());
    json.writeArrayPropertyStart("rounds");
    for (var round : rotation.rounds()) {
      json.writeStartObject();
      json.writeNumberProperty("round", round.number());
      Json.text("resolver", round.asked(), json);
      names(round.result(), json);
      json.writeEndObject();
    }
    json.writeEndArray();
    Json.texts("firstNames", rotation.firstNames(), json);
    json.writeArrayPropertyStart("findings");
    rotation.step().findings().forEach(new StepJson(json)::finding);
    json.writeEndArray();
  }

  /// `result reason identity domain mechanism explanation lookups voidLookups queries`.
  public static void spf(SpfResult result, JsonGenerator json) {
    json.writeStringProperty("result", result.verdict().word());
    json.writeStringProperty("reason", result.reason().word());
    json.writeStringProperty("identity", result.identity().word());
    Json.text("domain", result.domain(), json);
    Json.text("mechanism", result.mechanism(), json);
    Json.text("explanation", result.explanation(), json);
    json.writeNumberProperty("lookups", result.lookups());
    json.writeNumberProperty("voidLookups", result.voidLookups());
    queries(result.step(), json);
  }

  /// `input`: what a message is known by.
  public static void input(Message message, String sha256, JsonGenerator json) {
    json.writeObjectPropertyStart("input");
    json.writeStringProperty("sha256", sha256);
    Json.text("subject", message.subject(), json);
    Json.text("from", message.from(), json);
    json.writeEndObject();
  }

  /// `envelope`: what the receiving server saw, and where that is known from.
  static void envelope(Envelope envelope, JsonGenerator json) {
    json.writeObjectPropertyStart("envelope");
    address("ip", envelope.ip().map(Envelope.Told::value), json);
    Json.text("ipOrigin", envelope.ip().map(ResultJson::origin), json);
    Json.text("helo", envelope.helo().map(Envelope.Told::value), json);
    Json.text("heloOrigin", envelope.helo().map(ResultJson::origin), json);
    Json.text("mailFrom", envelope.mailFrom().map(Envelope.Told::value), json);
    Json.text("mailFromOrigin", envelope.mailFrom().map(ResultJson::origin), json);
    json.writeEndObject();
  }

  private static String origin(Envelope.Told<?> told) {
    return told.origin().word();
  }

  /// The results of the checks of a message that were to be made, an object each: `none` alone
  /// where there was nothing that a check could be made of.
  public static void mail(MailResult mail, JsonGenerator json) {
    for (var check : Check.values()) {
      if (mail.checks().contains(check)) {
        json.writeObjectPropertyStart(check.name().toLowerCase(Locale.ROOT));
        check(check, mail, json);
        json.writeEndObject();
      }
    }
    ClaimJson.claims(mail.claims().map(ClaimResult::fields).orElse(List.of()), json);
    if (mail.older().isPresent()) {
      json.writeObjectPropertyStart("dmarc7489");
      DmarcJson.write(mail.older().get(), json);
      json.writeEndObject();
    }
  }

  private static void check(Check check, MailResult mail, JsonGenerator json) {
    switch (check) {
      case IPREV -> members(mail.iprev(), found -> iprev(found, json), json);
      case SPF -> {
        members(mail.spf(), found -> spf(found, json), json);
        SpfJson.suppositions(mail.supposed(), json);
      }
      case DKIM -> members(mail.dkim(), found -> SignatureJson.dkim(found, json), json);
      case ARC -> members(mail.arc(), found -> SignatureJson.arc(found, json), json);
      case DMARC -> members(mail.dmarc(), found -> DmarcJson.write(found, json), json);
    }
  }

  private static <T> void members(Optional<T> result, Consumer<T> members, JsonGenerator json) {
    result.ifPresentOrElse(members, () -> json.writeStringProperty("result", Verdict.NONE.word()));
  }

  /// `queries`: what was asked of DNS for a step and those below it, in order.
  public static void queries(Step step, JsonGenerator json) {
    json.writeArrayPropertyStart("queries");
    for (var exchange : step.allExchanges()) {
      query(exchange, json);
      exchange.askedForDnssec().forEach(asked -> query(asked, json));
    }
    json.writeEndArray();
  }

  private static void query(Exchange exchange, JsonGenerator json) {
    json.writeStartObject();
    Json.text("name", exchange.question().nameText(), json);
    json.writeStringProperty("type", exchange.question().typeName());
    json.writeStringProperty("outcome", exchange.answer().outcome());
    json.writeNumberProperty("ms", exchange.took().toMillis());
    exchange
        .validation()
        .ifPresent(validation -> json.writeStringProperty("dnssec", validation.status().word()));
    json.writeEndObject();
  }

  static void address(String name, Optional<InetAddress> value, JsonGenerator json) {
    Json.text(name, value.map(Addresses::text), json);
  }
}
