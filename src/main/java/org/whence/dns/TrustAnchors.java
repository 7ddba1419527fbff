package org.whence.dns;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xbill.DNS.DClass;
import org.xbill.DNS.DNSKEYRecord;
import org.xbill.DNS.DNSSEC;
import org.xbill.DNS.DSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Record;
import org.xbill.DNS.dnssec.ValidatingResolver;

/// Where chains of trust begin (RFC 4033, 2): digests of keys, by the names of their zones.
final class TrustAnchors {
  /// The keys of the root, KSK-2017 and KSK-2024, as IANA publishes them
  /// (https://data.iana.org/root-anchors/root-anchors.xml).
  private static final String ROOT =
      """
      . IN DS 20326 8 2 E06D44B80B8F1D39A95C0B0D7C65D08458E880409BBC683457104237C7F8EC8D
      . IN DS 38696 8 2 683D2D0ACB8C9B712A1948B27F741219298D0A450D612C483AF444A4C0FB2B16
      """;

  private final Map<Name, RRset> digests = new LinkedHashMap<>();

  private TrustAnchors(List<Record> records) throws IOException {
    for (var record : records) {
      var digest = digest(record);
      digests.computeIfAbsent(record.getName(), _ -> new RRset()).addRR(digest);
    }
  }

  /// Those of the root.
  static TrustAnchors ofRoot() {
    try {
      return new TrustAnchors(
          MasterFileReader.parse(ROOT.getBytes(StandardCharsets.US_ASCII), Integer.MAX_VALUE));
    } catch (IOException wrongText) {
      throw new IllegalStateException(wrongText);
    }
  }

  /// Those of a file, in place of the root's: DS and DNSKEY records in master-file form, as
  /// resolvers keep them and `dig` prints them.
  ///
  /// @throws IOException in one line that names the file
  static TrustAnchors read(Path file) throws IOException {
    var all = new ArrayList<Record>();
    for (var record : MasterFileReader.read(file)) {
      if (record instanceof DSRecord || record instanceof DNSKEYRecord) {
        all.add(record);
      }
    }
    if (all.isEmpty()) {
      throw new IOException(
          OneLine.of(file.toString())
              + ": no DS or DNSKEY record in it; write one as dig prints it");
    }
    return new TrustAnchors(all);
  }

  private static Record digest(Record record) {
    return record instanceof DNSKEYRecord key
        ? new DSRecord(key.getName(), DClass.IN, key.getTTL(), DNSSEC.Digest.SHA256, key)
        : record;
  }

  /// Whether a name is at or below one of them.
  boolean cover(Name name) {
    return digests.keySet().stream().anyMatch(name::subdomain);
  }

  void giveTo(ValidatingResolver validator) {
    digests.values().forEach(validator.getTrustAnchors()::store);
  }
}
