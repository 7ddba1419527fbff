package org.whence.report;

import java.util.List;
import java.util.Locale;
import org.whence.arc.ArcAtTime;
import org.whence.arc.ArcInstance;
import org.whence.arc.ArcResult;
import org.whence.dkim.AtTime;
import org.whence.dkim.Canonicalizations;
import org.whence.dkim.DkimReason;
import org.whence.dkim.DkimResult;
import org.whence.dkim.Explanation;
import org.whence.dkim.KeyFacts;
import org.whence.dkim.SignatureAlgorithm;
import org.whence.dkim.SignatureResult;
import tools.jackson.core.JsonGenerator;

/// The JSON of results about signatures: their members, written into an object that the caller has
/// begun. The rules are those of [ResultJson].
public final class SignatureJson {
  private SignatureJson() {}

  /// `result reason signatures queries`.
  public static void dkim(DkimResult result, JsonGenerator json) {
    json.writeStringProperty("result", result.verdict().word());
    json.writeStringProperty("reason", result.reason().word());
    json.writeArrayPropertyStart("signatures");
    for (var signature : result.signatures()) {
      signature(signature, json);
    }
    json.writeEndArray();
    ResultJson.queries(result.step(), json);
  }

  private static void signature(SignatureResult result, JsonGenerator json) {
    var signature = result.signature();
    var judged = result.judged();
    json.writeStartObject();
    Json.text("domain", signature.domain(), json);
    Json.text("selector", signature.selector(), json);
    Json.text("identity", signature.identity(), json);
    Json.text("algorithm", signature.algorithm().map(SignatureAlgorithm::word), json);
    Json.text("canonicalization", signature.canonicalization().map(Canonicalizations::word), json);
    json.writeStringProperty("result", result.verdict().word());
    json.writeStringProperty("reason", result.reason().word());
    json.writeStringProperty("bodyHash", judged.bodyHash().word());
    json.writeStringProperty("headerHash", judged.headerHash().word());
    judged
        .key()
        .map(KeyFacts::bits)
        .filter(bits -> bits > 0)
        .ifPresent(bits -> json.writeNumberProperty("keyBits", bits));
    judged.key().ifPresent(key -> json.writeBooleanProperty("testing", key.testing()));
    Json.texts("warnings", result.warnings().stream().map(DkimReason::word).toList(), json);
    explanations(judged.explanations(), json);
    otherTimes("asOf", judged.otherTimes(), json);
    json.writeEndObject();
  }

  /// Where another time can make a difference: what the signature comes to then.
  private static void otherTimes(String name, List<AtTime> times, JsonGenerator json) {
    if (times.isEmpty()) {
      return;
    }
    json.writeArrayPropertyStart(name);
    for (var each : times) {
      json.writeStartObject();
      Json.time("at", each.time(), json);
      json.writeStringProperty("result", each.verdict().word());
      json.writeStringProperty("reason", each.reason().word());
      each.keySeen().ifPresent(seen -> Json.time("keySeen", seen, json));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /// `explanations`, where it was looked for any: what would have made a hash fit.
  private static void explanations(List<Explanation> explanations, JsonGenerator json) {
    if (explanations.isEmpty()) {
      return;
    }
    json.writeArrayPropertyStart("explanations");
    for (var explanation : explanations) {
      json.writeStartObject();
      json.writeStringProperty("part", explanation.part().name().toLowerCase(Locale.ROOT));
      json.writeStringProperty("reason", explanation.reason().word());
      json.writeNumberProperty("tried", explanation.tried());
      json.writeArrayPropertyStart("changes");
      for (var change : explanation.changes()) {
        json.writeStartObject();
        json.writeStringProperty("reason", change.reason().word());
        Json.text("where", change.where(), json);
        Json.text("signed", change.signed(), json);
        Json.text("here", change.here(), json);
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /// `result reason instances oldestPass asOf queries`.
  public static void arc(ArcResult result, JsonGenerator json) {
    json.writeStringProperty("result", result.verdict().word());
    json.writeStringProperty("reason", result.reason().word());
    json.writeArrayPropertyStart("instances");
    for (var instance : result.instances()) {
      instance(instance, json);
    }
    json.writeEndArray();
    result.oldestPass().ifPresent(i -> json.writeNumberProperty("oldestPass", i));
    chainAtOtherTimes(result.otherTimes(), json);
    ResultJson.queries(result.step(), json);
  }

  private static void chainAtOtherTimes(List<ArcAtTime> times, JsonGenerator json) {
    if (times.isEmpty()) {
      return;
    }
    json.writeArrayPropertyStart("asOf");
    for (var each : times) {
      json.writeStartObject();
      Json.time("at", each.time(), json);
      json.writeStringProperty("result", each.verdict().word());
      json.writeStringProperty("reason", each.reason().word());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void instance(ArcInstance instance, JsonGenerator json) {
    json.writeStartObject();
    json.writeNumberProperty("i", instance.i());
    Json.text("domain", instance.domain(), json);
    json.writeStringProperty("seal", instance.sealVerdict().word());
    json.writeStringProperty("messageSignature", instance.messageSignatureVerdict().word());
    instance.trusted().ifPresent(trusted -> json.writeBooleanProperty("trusted", trusted));
    instance.sealed().ifPresent(judged -> otherTimes("sealAsOf", judged.otherTimes(), json));
    instance
        .signed()
        .ifPresent(judged -> otherTimes("messageSignatureAsOf", judged.otherTimes(), json));
    json.writeEndObject();
  }
}
