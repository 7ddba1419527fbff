package org.whence.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whence.TestZone;
import org.whence.chain.Branch;
import org.whence.chain.Value;
import org.whence.ip.AddressLiteral;
import org.whence.iprev.IprevTopic;
import org.whence.iprev.IprevVerifier;

final class CsvReportTest {
  private static String row(String address, TestZone zone) throws InterruptedException {
    var client = AddressLiteral.find(address).orElseThrow().address();
    var root = Branch.root(zone, IprevTopic.CHECK, Value.of(client));
    var result = new IprevVerifier(true).check(client, root);
    return new String(new CsvRow().of(Optional.empty(), result), StandardCharsets.US_ASCII);
  }

  /// A zone in which the address has a name that does not exist.
  private static TestZone named(String name) {
    return TestZone.of("10.2.0.192.in-addr.arpa PTR " + name + "\n" + name + " NXDOMAIN");
  }

  @Test
  void rowHoldsWhatWasFound() throws InterruptedException {
    var zone =
        TestZone.of(
            """
            10.2.0.192.in-addr.arpa PTR mail.example
            10.2.0.192.in-addr.arpa PTR other.example
            mail.example A 192.0.2.10
            other.example A 192.0.2.99
            """);

    assertThat(row("192.0.2.10", zone))
        .isEqualTo(
            "192.0.2.10,,,pass,confirmed,\"mail.example other.example\",mail.example,5,"
                + TestZone.NOW
                + ",,,,,,,,,,\r\n");
  }

  @Test
  void mailHasARowAHopTheOldestFirst() throws IOException {
    var rows = Cases.written(Cases.sample(), Format.CSV).lines().toList();

    assertThat(rows.getFirst())
        .isEqualTo(
            "ip,line,count,result,reason,names,confirmed,queries,asked,hop,believed,fromHelo,"
                + "fromRdns,by,with,tlsVersion,date,delayMs,note");
    assertThat(rows).hasSize(1 + Cases.sample().hops().size());
    assertThat(rows.get(1)).contains(",1,false,");
    assertThat(rows.getLast()).contains(",true,");
  }

  /// A spreadsheet would run what begins so; it shows what begins with an apostrophe.
  @ParameterizedTest
  @ValueSource(strings = {"=cmd.example", "+1.example", "-x.example"})
  void cellThatBeginsLikeAFormulaIsNeutralised(String name) throws InterruptedException {
    var row = row("192.0.2.10", named(name));

    assertThat(row.split(",", -1)[5].replace("\"", "")).isEqualTo("'" + name);
  }

  @Test
  void commaAndQuotationMarkAreQuoted() throws InterruptedException {
    var row = row("192.0.2.10", named("a\\,\\\"b.example"));

    assertThat(row).contains(",\"a,\\\"\"b.example\",");
  }
}
