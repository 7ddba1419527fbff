package org.whence.report;

import java.net.InetAddress;
import java.time.Instant;
import java.util.Optional;
import org.whence.hop.HopNotes;
import org.whence.hop.Way;
import org.whence.ip.Addresses;
import org.whence.mail.Border;
import org.whence.mail.Hop;
import org.whence.mail.MailDate;
import org.whence.mail.Protocol;
import org.whence.mail.Received;
import tools.jackson.core.JsonGenerator;

/// The JSON of the way of a message: members, written into an object that the caller has begun.
public final class HopJson {
  private HopJson() {}

  /// `result` and what the field tells of its hop. Beside what programs rely on: `fromPort`, `via`,
  /// and `withMeans` (of `tls auth utf8`) where the protocol is known.
  public static void received(Received received, JsonGenerator json) {
    json.writeStringProperty("result", received.result().word());
    Json.text("fromName", received.fromName(), json);
    Json.text("fromHelo", received.fromHelo(), json);
    Json.text("fromRdns", received.fromRdns(), json);
    Json.text("fromIp", received.fromIp().map(ip -> written(ip, received.fromMapped())), json);
    received.fromPort().ifPresent(port -> json.writeNumberProperty("fromPort", port));
    Json.text("by", received.by(), json);
    ResultJson.address("byIp", received.byIp(), json);
    Json.text("via", received.via(), json);
    Json.text("with", received.with(), json);
    received
        .with()
        .flatMap(Protocol::of)
        .ifPresent(protocol -> Json.texts("withMeans", protocol.means(), json));
    Json.text("queueId", received.queueId(), json);
    Json.text("for", received.forAddress(), json);
    Json.text("envelopeFrom", received.envelopeFrom(), json);
    Json.text("ident", received.ident(), json);
    Json.text("auth", received.auth(), json);
    Json.text("tlsVersion", received.tlsVersion(), json);
    Json.text("tlsCipher", received.tlsCipher(), json);
    Json.text("date", received.date().flatMap(MailDate::instant).map(Instant::toString), json);
  }

  /// RFC 5952, 5: an IPv4-mapped address is written so. What was written is told as it was; it is
  /// judged as IPv4.
  private static String written(InetAddress address, boolean mapped) {
    return (mapped ? "::ffff:" : "") + Addresses.text(address);
  }

  /// A hop: what its field tells, `number`, `delayMs`, and what its neighbours show: `clockMs` (by
  /// how much its server's clock is ahead), `continuity`, `protection`, `service`, `findings`.
  static void hop(Hop hop, Optional<HopNotes> notes, JsonGenerator json) {
    received(hop.received(), json);
    hop.number().ifPresent(number -> json.writeNumberProperty("number", number));
    hop.delay().ifPresent(delay -> json.writeNumberProperty("delayMs", delay.toMillis()));
    notes.ifPresent(told -> notes(told, json));
  }

  private static void notes(HopNotes notes, JsonGenerator json) {
    notes.ahead().ifPresent(ahead -> json.writeNumberProperty("clockMs", ahead.toMillis()));
    json.writeStringProperty("continuity", notes.continuity().word());
    json.writeStringProperty("protection", notes.protection().word());
    notes
        .service()
        .ifPresent(service -> {
          json.writeObjectPropertyStart("service");
          json.writeStringProperty("kind", service.kind().word());
          json.writeStringProperty("operator", service.operator());
          json.writeStringProperty("domain", service.domain());
          json.writeEndObject();
        });
    json.writeArrayPropertyStart("findings");
    notes.findings().forEach(new StepJson(json)::finding);
    json.writeEndArray();
  }

  /// `hops` (newest first) and `border`.
  public static void hops(Way way, Optional<Border> border, JsonGenerator json) {
    json.writeArrayPropertyStart("hops");
    for (var notes : way.hops()) {
      json.writeStartObject();
      hop(notes.hop(), Optional.of(notes), json);
      json.writeEndObject();
    }
    json.writeEndArray();
    border.ifPresent(found -> border(found, json));
  }

  /// `way`: of the way as a whole `tookMs`, `clocks` (for each server `host`, `aheadMs`, `stamps`)
  /// and `findings`.
  public static void way(Way way, JsonGenerator json) {
    json.writeObjectPropertyStart("way");
    way.took().ifPresent(span -> json.writeNumberProperty("tookMs", span.toMillis()));
    json.writeArrayPropertyStart("clocks");
    for (var clock : way.clocks()) {
      json.writeStartObject();
      Json.text("host", clock.host(), json);
      json.writeNumberProperty("aheadMs", clock.ahead().toMillis());
      json.writeNumberProperty("stamps", clock.stamps());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayPropertyStart("findings");
    way.findings().forEach(new StepJson(json)::finding);
    json.writeEndArray();
    json.writeEndObject();
  }

  static void border(Border border, JsonGenerator json) {
    json.writeObjectPropertyStart("border");
    ResultJson.address("ip", border.ip(), json);
    Json.text("helo", border.helo(), json);
    Json.text("rdns", border.rdns(), json);
    json.writeNumberProperty("index", border.index());
    json.writeEndObject();
  }
}
