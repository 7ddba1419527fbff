package org.whence.dns;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.xbill.DNS.DClass;
import org.xbill.DNS.NSEC3PARAMRecord;
import org.xbill.DNS.NSEC3Record;
import org.xbill.DNS.NSEC3Record.Flags;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;
import org.xbill.DNS.utils.base32;

/// The NSEC3 records of a zone of a test (RFC 5155, 7.1): no salt, no further iterations, as RFC
/// 9276 wants it.
final class HashedDenial {
  private static final int TTL = 600;
  private static final byte[] NO_SALT = {};
  private static final base32 HEX = new base32(base32.Alphabet.BASE32HEX, false, true);

  private final Name origin;
  private final boolean optOut;
  private final NSEC3PARAMRecord parameters;

  HashedDenial(Name origin, boolean optOut) {
    this.origin = origin;
    this.optOut = optOut;
    this.parameters =
        new NSEC3PARAMRecord(origin, DClass.IN, TTL, NSEC3Record.Digest.SHA1, 0, 0, NO_SALT);
  }

  /// What the zone says of its hashes.
  NSEC3PARAMRecord parameters() {
    return parameters;
  }

  /// A record for each name of the zone, and for those above them that have nothing, in the order
  /// of their hashes.
  ///
  /// @param names the records of each name, without what is below delegations
  List<Record> records(SortedMap<Name, List<Record>> names) throws Exception {
    var hashed = new ArrayList<Hashed>();
    for (var entry : covered(names).entrySet()) {
      hashed.add(
          new Hashed(parameters.hashName(entry.getKey()), types(entry.getKey(), entry.getValue())));
    }
    hashed.sort(Comparator.comparing(each -> each.text));
    var records = new ArrayList<Record>();
    for (var i = 0; i < hashed.size(); i++) {
      records.add(record(hashed.get(i), hashed.get((i + 1) % hashed.size())));
    }
    return records;
  }

  private static final class Hashed {
    final byte[] hash;
    final String text;
    final int[] types;

    Hashed(byte[] hash, int[] types) {
      this.hash = hash;
      this.text = HEX.toString(hash);
      this.types = types;
    }
  }

  private Map<Name, List<Record>> covered(SortedMap<Name, List<Record>> names) {
    var covered = new HashMap<Name, List<Record>>();
    names.forEach((name, own) -> {
      if (!(optOut && isUnsigned(name, own))) {
        covered.put(name, own);
        for (var above = name; !above.equals(origin); above = new Name(above, 1)) {
          covered.putIfAbsent(above, names.getOrDefault(above, List.of()));
        }
      }
    });
    return covered;
  }

  private boolean isUnsigned(Name name, List<Record> own) {
    return !name.equals(origin)
        && own.stream().anyMatch(record -> record.getType() == Type.NS)
        && own.stream().noneMatch(record -> record.getType() == Type.DS);
  }

  private int[] types(Name name, List<Record> own) {
    var signed =
        own.isEmpty() || isUnsigned(name, own) ? IntStream.empty() : IntStream.of(Type.RRSIG);
    return IntStream.concat(own.stream().mapToInt(Record::getType), signed).distinct().toArray();
  }

  private Record record(Hashed own, Hashed next) throws TextParseException {
    return new NSEC3Record(
        Name.fromString(own.text, origin),
        DClass.IN,
        TTL,
        NSEC3Record.Digest.SHA1,
        optOut ? Flags.OPT_OUT : 0,
        0,
        NO_SALT,
        next.hash,
        own.types);
  }
}
