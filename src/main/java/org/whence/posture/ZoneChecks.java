package org.whence.posture;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.whence.chain.Value;
import org.whence.dns.Names;
import org.xbill.DNS.CAARecord;
import org.xbill.DNS.DNSKEYRecord;
import org.xbill.DNS.DSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.TLSARecord;
import org.xbill.DNS.Type;

/// What is published for the zone and its servers: TLSA of those that take mail, CAA, and whether
/// it is signed.
final class ZoneChecks {
  /// How many labels are taken off to find the zone, or who may issue. The number is our own.
  private static final int MAX_UP = 8;

  private static final Set<String> KNOWN =
      Set.of(
          "issue", "issuewild", "iodef", "issuemail", "issuevmc", "contactemail", "contactphone");

  /// RFC 8624, 3.1: RSA/MD5, DSA, RSA/SHA-1 and the ones like them are not used to sign any more.
  private static final Set<Integer> OLD_ALGORITHMS = Set.of(1, 3, 5, 6, 7, 12);

  private ZoneChecks() {}

  /// RFC 7672, 2.2: the pins of the servers, at the port of SMTP.
  static void tlsa(List<Name> servers, Part part) throws InterruptedException {
    var pins = 0;
    for (var server : servers) {
      var name = Part.below("_25._tcp", server);
      if (name.isEmpty()) {
        continue;
      }
      var records = part.records(name.get(), Type.TLSA);
      if (records.isEmpty()) {
        return;
      }
      for (var record : records.get()) {
        if (record instanceof TLSARecord pin && pins++ < Part.MAX_TOLD) {
          pin(pin, part);
        }
      }
    }
    if (pins == 0) {
      part.none();
    } else {
      part.note(PostureReason.TLSA_UNSIGNED);
      part.end(PostureReason.TLSA_PINNED, Value.of(pins));
    }
  }

  private static void pin(TLSARecord pin, Part part) {
    if (pin.getCertificateUsage() < 2) {
      part.note(PostureReason.TLSA_USAGE, Value.of(pin.getCertificateUsage()));
    }
    var length = pin.getCertificateAssociationData().length;
    var type = pin.getMatchingType();
    if ((type == 1 && length != 32) || (type == 2 && length != 64)) {
      part.note(PostureReason.TLSA_LENGTH, Value.of(type), Value.of(length));
    }
  }

  /// RFC 8659, 3: the records of the domain, or of the nearest above it that has some.
  static void caa(Name domain, Part part) throws InterruptedException {
    var at = domain;
    for (var up = 0; up < MAX_UP && at.labels() > 1; up++) {
      var records = part.records(at, Type.CAA);
      if (records.isEmpty()) {
        return;
      }
      if (!records.get().isEmpty()) {
        caa(at, records.get(), part);
        return;
      }
      at = new Name(at, 1);
    }
    part.none();
  }

  private static void caa(Name at, List<Record> records, Part part) {
    var properties = records.stream().map(CAARecord.class::cast).toList();
    var unknown =
        properties.stream()
            .filter(each -> (each.getFlags() & 128) != 0)
            .filter(each -> !KNOWN.contains(tag(each)))
            .toList();
    unknown.stream()
        .limit(Part.MAX_TOLD)
        .forEach(each -> part.note(PostureReason.CAA_CRITICAL, Value.of(each.getTag())));
    for (var kind : List.of("issuewild", "issuemail", "issuevmc")) {
      issuers(kind, properties)
          .ifPresent(issuers ->
              part.note(
                  issuers.isEmpty() ? PostureReason.CAA_KIND_NOBODY : PostureReason.CAA_KIND,
                  Value.of(kind),
                  Value.of(issuers)));
    }
    var where = Value.domain(Names.text(at));
    var issuers = issuers("issue", properties);
    if (issuers.isEmpty() && unknown.isEmpty()) {
      part.end(PostureReason.CAA_ANYBODY, where);
    } else if (issuers.orElse("").isEmpty()) {
      part.end(PostureReason.CAA_NOBODY, where);
    } else {
      part.end(PostureReason.CAA_ISSUERS, where, Value.of(issuers.get()));
    }
  }

  /// Those whom the properties of a kind name; empty where there is none of the kind, which then
  /// restricts nobody (RFC 8659, 4.2).
  private static Optional<String> issuers(String kind, List<CAARecord> properties) {
    var alike = properties.stream().filter(each -> tag(each).equals(kind)).toList();
    return alike.isEmpty()
        ? Optional.empty()
        : Optional.of(
            alike.stream()
                .map(each -> each.getValue().split(";", 2)[0].strip())
                .filter(issuer -> !issuer.isEmpty())
                .distinct()
                .limit(Part.MAX_TOLD)
                .collect(Collectors.joining(", ")));
  }

  private static String tag(CAARecord property) {
    return property.getTag().toLowerCase(Locale.ROOT);
  }

  /// RFC 4035, 2.4: DS above, DNSKEY at the zone that holds the domain.
  static void signed(Name domain, Part part) throws InterruptedException {
    var zone = zone(domain, part);
    if (zone.isEmpty()) {
      return;
    }
    var above = part.records(zone.get(), Type.DS);
    var keys = above.isEmpty() ? above : part.records(zone.get(), Type.DNSKEY);
    if (above.isEmpty() || keys.isEmpty()) {
      return;
    }
    above.get().stream()
        .filter(DSRecord.class::isInstance)
        .map(DSRecord.class::cast)
        .filter(ds -> ds.getDigestID() == 1)
        .limit(1)
        .forEach(ds -> part.note(PostureReason.OLD_DIGEST, Value.of(ds.getDigestID())));
    keys.get().stream()
        .filter(DNSKEYRecord.class::isInstance)
        .map(key -> ((DNSKEYRecord) key).getAlgorithm())
        .filter(OLD_ALGORITHMS::contains)
        .distinct()
        .forEach(number -> part.note(PostureReason.OLD_ALGORITHM, Value.of(number)));
    part.end(
        signed(!above.get().isEmpty(), !keys.get().isEmpty()),
        Value.domain(Names.text(zone.get())));
  }

  private static PostureReason signed(boolean above, boolean keys) {
    if (above) {
      return keys ? PostureReason.SIGNED : PostureReason.KEYS_MISSING;
    }
    return keys ? PostureReason.ISLAND : PostureReason.UNSIGNED;
  }

  /// The zone that holds the domain: where an SOA stands. Where that cannot be told, the part has
  /// ended.
  private static Optional<Name> zone(Name domain, Part part) throws InterruptedException {
    var at = domain;
    for (var up = 0; up < MAX_UP && at.labels() > 1; up++) {
      var found = part.records(at, Type.SOA);
      if (found.isEmpty()) {
        return Optional.empty();
      }
      if (!found.get().isEmpty()) {
        return Optional.of(found.get().getFirst().getName());
      }
      at = new Name(at, 1);
    }
    part.none();
    return Optional.empty();
  }
}
