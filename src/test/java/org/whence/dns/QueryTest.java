package org.whence.dns;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.EDNSOption;
import org.xbill.DNS.ExtendedFlags;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;

/// The octets of queries, as dnsjava reads them.
final class QueryTest {
  private static final Question A = Questions.of("a.example", "A");

  @Test
  void signaturesAreAskedForWithTheFlagsOfDnssec() throws Exception {
    var plain = new Message(new Query(A, 7, true).toWire());
    var signed = new Message(new Query(A, 7, true).withDnssec().toWire());

    assertThat(plain.getOPT().getFlags()).isZero();
    assertThat(plain.getHeader().getFlag(Flags.CD)).isFalse();
    assertThat(signed.getOPT().getFlags()).isEqualTo(ExtendedFlags.DO);
    assertThat(signed.getHeader().getFlag(Flags.CD)).isTrue();
    assertThat(signed.getHeader().getFlag(Flags.RD)).isTrue();
    assertThat(signed.getOPT().getPayloadSize()).isEqualTo(Query.EDNS_OCTETS);
  }

  /// RFC 8467, 4.1.
  @Property
  void paddedQueriesAreFullBlocks(@ForAll @IntRange(min = 1, max = 63) int octets)
      throws Exception {
    var question = Questions.of("x".repeat(octets) + "." + "y".repeat(octets) + ".example", "A");
    for (var query :
        new Query[] {new Query(question, 7, true), new Query(question, 7, true).withDnssec()}) {
      var wire = query.toPaddedWire();
      var message = new Message(wire);

      assertThat(wire.length % 128).isZero();
      assertThat(wire.length - query.toWire().length).isLessThan(132);
      assertThat(message.getQuestion()).isEqualTo(question.toRecord());
      assertThat(message.getOPT().getOptions())
          .extracting(EDNSOption::getCode)
          .containsExactly(EDNSOption.Code.PADDING);
    }
  }
}
