package org.whence.dns;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xbill.DNS.DClass;
import org.xbill.DNS.DNSKEYRecord;
import org.xbill.DNS.DNSSEC;
import org.xbill.DNS.DSRecord;
import org.xbill.DNS.NSECRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.RRSIGRecord;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/// A zone of a test with a key of its own, signed as RFC 4035, 2, says: records, and NSEC or NSEC3
/// (RFC 5155) for what is not there.
public final class SignedZone {
  private static final int TTL = 600;
  private static final int ZONE_KEY_AND_ENTRY_POINT = 257;
  private static final int PROTOCOL = 3;
  private static final Duration HOUR = Duration.ofHours(1);

  private final Name origin;
  private final KeyPair keys;
  private final DNSKEYRecord key;

  public SignedZone(String origin) throws Exception {
    this.origin = Name.fromString(origin);
    var generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    keys = generator.generateKeyPair();
    key =
        new DNSKEYRecord(
            this.origin,
            DClass.IN,
            TTL,
            ZONE_KEY_AND_ENTRY_POINT,
            PROTOCOL,
            DNSSEC.Algorithm.ECDSAP256SHA256,
            keys.getPublic());
  }

  /// What the zone above says of this one's key, in master-file form.
  String ds() {
    return new DSRecord(origin, DClass.IN, TTL, DNSSEC.Digest.SHA256, key) + "\n";
  }

  /// This zone's key, in master-file form.
  public String dnskey() {
    return key + "\n";
  }

  /// The zone, signed for an hour before and after now.
  public String signed(String zone) throws Exception {
    var now = Instant.now();
    return signed(zone, now.minus(HOUR), now.plus(HOUR));
  }

  /// The zone with its key, its signatures and its NSEC records, in master-file form.
  ///
  /// @param zone its records in master-file form
  String signed(String zone, Instant from, Instant to) throws Exception {
    var records = new ArrayList<Record>();
    records.add(key);
    records.addAll(
        MasterFileReader.parse(zone.getBytes(StandardCharsets.US_ASCII), Integer.MAX_VALUE));
    var names = byName(records);
    var all = new ArrayList<>(records);
    for (var name : names.keySet()) {
      var next = names.higherKey(name);
      var own = names.get(name);
      own.add(nsec(name, next == null ? origin : next, own));
      all.add(own.getLast());
      sign(name, own, all, from, to);
    }
    return all.stream().map(record -> record + "\n").collect(Collectors.joining());
  }

  /// What is signed, by its owner in the order of the zone.
  private NavigableMap<Name, List<Record>> byName(List<Record> records) {
    var names = new TreeMap<Name, List<Record>>();
    for (var record : records) {
      if (!isGlue(record, records)) {
        names.computeIfAbsent(record.getName(), _ -> new ArrayList<>()).add(record);
      }
    }
    return names;
  }

  /// The zone with NSEC3 in place of NSEC, signed for an hour before and after now.
  ///
  /// @param optOut whether delegations that are not signed have none (RFC 5155, 6)
  String hashed(String zone, boolean optOut) throws Exception {
    var denial = new HashedDenial(origin, optOut);
    var from = Instant.now().minus(HOUR);
    var to = Instant.now().plus(HOUR);
    var records = new ArrayList<Record>(List.of(key, denial.parameters()));
    records.addAll(
        MasterFileReader.parse(zone.getBytes(StandardCharsets.US_ASCII), Integer.MAX_VALUE));
    var names = byName(records);
    var all = new ArrayList<>(records);
    for (var name : names.keySet()) {
      sign(name, names.get(name), all, from, to);
    }
    for (var record : denial.records(names)) {
      all.add(record);
      all.add(signature(List.of(record), from, to));
    }
    return all.stream().map(record -> record + "\n").collect(Collectors.joining());
  }

  private void sign(Name name, List<Record> own, List<Record> into, Instant from, Instant to)
      throws Exception {
    for (var type : own.stream().map(Record::getType).distinct().toList()) {
      if (!isDelegation(name, own) || type == Type.DS || type == Type.NSEC) {
        into.add(signature(own.stream().filter(r -> r.getType() == type).toList(), from, to));
      }
    }
  }

  private boolean isDelegation(Name name, List<Record> own) {
    return !name.equals(origin) && own.stream().anyMatch(r -> r.getType() == Type.NS);
  }

  /// Whether a record stands below a delegation, or is of the delegated zone itself.
  private boolean isGlue(Record record, List<Record> all) {
    return all.stream()
        .filter(r -> r.getType() == Type.NS && !r.getName().equals(origin))
        .anyMatch(
            r -> record.getName().subdomain(r.getName()) && !record.getName().equals(r.getName()));
  }

  private static NSECRecord nsec(Name name, Name next, List<Record> own) {
    var types =
        Stream.concat(own.stream().map(Record::getType), Stream.of(Type.RRSIG, Type.NSEC))
            .distinct()
            .mapToInt(Integer::intValue)
            .toArray();
    return new NSECRecord(name, DClass.IN, TTL, next, types);
  }

  private RRSIGRecord signature(List<Record> set, Instant from, Instant to) throws Exception {
    var rrset = new RRset();
    set.forEach(rrset::addRR);
    return DNSSEC.sign(rrset, key, keys.getPrivate(), from, to);
  }
}
