package org.whence.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.Record;

final class AnswerReaderTest {
  private static final Question A = Questions.of("a.example", "A");

  private static Answer read(String... lines) throws IOException {
    var records = new ArrayList<Record>();
    for (var line : lines) {
      records.add(MasterFileReader.one(line));
    }
    return AnswerReader.read(A, records);
  }

  @Test
  void recordsCountOnlyAtTheEndOfTheAliases() throws IOException {
    var answer =
        read(
            "c.example. A 192.0.2.1",
            "b.example. CNAME c.example.",
            "other.example. A 203.0.113.6",
            "A.EXAMPLE. CNAME b.example.");

    assertThat(answer).isInstanceOf(Answer.Records.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {16, 17})
  void sixteenAliasesAreFollowedAndNoMore(int links) throws IOException {
    var lines = new ArrayList<String>();
    lines.add("a.example. CNAME a1.example.");
    for (var i = 1; i < links; i++) {
      lines.add("a%d.example. CNAME a%d.example.".formatted(i, i + 1));
    }
    lines.add("a%d.example. A 192.0.2.1".formatted(links));

    var answer = read(lines.toArray(String[]::new));

    assertThat(answer.aliases()).hasSize(16);
    assertThat(answer instanceof Answer.Records).isEqualTo(links == 16);
  }

  @Test
  void aliasesInACircleAreNoData() throws IOException {
    assertThat(read("a.example. CNAME b.example.", "b.example. CNAME a.example."))
        .isInstanceOfSatisfying(Answer.NoData.class, none -> assertThat(none.aliases()).hasSize(2));
  }

  @Property
  void anyOctetsAreReadAsSomething(@ForAll byte[] wild) {
    var query = new Query(A, 7, true);

    assertThat(query.read(wild).response()).isEqualTo(new Response(wild));
  }

  /// Octets that have the query's header and question, and then anything.
  @Property
  void anyAnswerIsReadAsSomething(@ForAll byte[] wild, @ForAll byte flags, @ForAll byte count) {
    var query = new Query(A, 7, false);
    var sent = query.toWire();
    var wire = Arrays.copyOf(sent, sent.length + wild.length);
    System.arraycopy(wild, 0, wire, sent.length, wild.length);
    wire[2] = (byte) 0x80;
    wire[3] = flags;
    wire[7] = count;

    switch (query.read(wire)) {
      case Query.Reading.Matching(_, var message) ->
          assertThat(AnswerReader.read(A, message).aliases()).isInstanceOf(List.class);
      case Query.Reading.OtherCase _ -> throw new AssertionError("the case does not matter");
      case Query.Reading.Unreadable(var response) -> assertThat(response.message()).isEmpty();
      case Query.Reading.Foreign _ -> throw new AssertionError("id and question are the query's");
    }
  }
}
