package org.whence.dmarc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RecordParserTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "v=DMARC1",
        "v=DMARC1;",
        "v=DMARC1; p=none",
        "V = DMARC1 ;p=none",
        "  v=DMARC1;p=none",
        "v\t=\tDMARC1;"
      })
  void recordBeginsWithTheVersion(String text) {
    assertThat(RecordParser.isRecord(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "v",
        "v=",
        "v=dmarc1; p=none",
        "v=DMARC1x; p=none",
        "v=DMARC1 p=none",
        "p=none; v=DMARC1",
        "xv=DMARC1",
        "\u00A0v=DMARC1"
      })
  void whatDoesNotIsNone(String text) {
    assertThat(RecordParser.isRecord(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"v=dmarc1; p=none", "p=none; v=DMARC1", "v=DMARC1 p=none"})
  void whatWasMeantAsOneIsTold(String text) {
    assertThat(RecordParser.isNearlyRecord(text)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "v=DMARC1; p=reject; pct=50; rua=mailto:a@b.example | HISTORIC_TAG | 21 | pct=50",
        "v=DMARC1; p=reject; ri=1; rf=afrf | HISTORIC_TAG | 21 | ri=1",
        "v=DMARC1; rua=mailto:a@b.example; p=none | P_NOT_SECOND | 35 | p=none",
        "v=DMARC1; p=refuse; rua=mailto:a@b.example | BAD_POLICY | 11 | p=refuse",
        "v=DMARC1; p=reject; adkim=x | BAD_VALUE | 21 | adkim=x",
        "v=DMARC1; p=reject; fo=0:1; ruf=mailto:a@b.example | BAD_VALUE | 21 | fo=0:1",
        "v=DMARC1; p=reject; fo=1 | FO_UNUSED | 21 | fo=1",
        "v=DMARC1; p=reject; rua=a@b.example | BAD_URI | 21 | a@b.example",
        "v=DMARC1; p=reject; rua=https://b.example/x | OTHER_SCHEME | 21 | https://b.example/x",
        "v=DMARC1; p=reject; rua=mailto:a@b.example!10m | OBSOLETE_SIZE | 21 | !10m",
        "v=DMARC1; p=reject; nonsense | NOT_A_TAG | 21 | nonsense",
        "v=DMARC1; p=reject; foo=bar | UNKNOWN_TAG | 21 | foo=bar",
        "v=DMARC1; P=reject | TAG_CASE | 11 | P",
        "v=DMARC1; p=reject; p=none | DUPLICATE_TAG | 21 | p",
        "v=DMARC1; p=none | ASKS_NOTHING | 1 | ''"
      })
  void findingTellsWhere(String text, DmarcReason reason, int column, String detail) {
    assertThat(RecordParser.parse(text).flaws()).contains(new Flaw(reason, column - 1, detail));
  }

  @Test
  void soundRecordHasNoFindings() {
    var record =
        RecordParser.parse(
            "v=DMARC1; p=quarantine; sp=reject; np=reject; adkim=s; aspf=r; fo=1:d:s; psd=u; t=n;"
                + " rua=mailto:a@b.example,mailto:c%2Cd@e.example; ruf=mailto:f@g.example;");
    assertThat(record.flaws()).isEmpty();
    assertThat(record.destinations("rua"))
        .extracting(ReportUri::domain)
        .allMatch(domain -> domain.isPresent());
  }

  @Test
  void tagThatStandsTwiceMakesTheRecordUseless() {
    assertThat(RecordParser.parse("v=DMARC1; p=none; p=none").usable()).isFalse();
    assertThat(RecordParser.parse("v=DMARC1; p=none; sp=none").usable()).isTrue();
  }

  @Test
  void wrongFlagsCountAsAbsent() {
    var record = RecordParser.parse("v=DMARC1; p=none; psd=maybe; t=yes; adkim=strict");
    assertThat(record.suffix()).isEqualTo(DmarcRecord.Suffix.UNKNOWN);
    assertThat(record.testing()).isFalse();
    assertThat(record.strict("adkim")).isFalse();
  }

  @Test
  void hugeRecordIsReadInOneGo() {
    var text = "v=DMARC1; p=reject; " + "x=y; ".repeat(20_000);
    var record = RecordParser.parse(text);
    assertThat(record.tags()).hasSize(RecordParser.MAX_TAGS);
    assertThat(record.flaws())
        .extracting(Flaw::reason)
        .contains(DmarcReason.TOO_LONG, DmarcReason.TOO_MANY_TAGS);
  }

  @Property(tries = 500)
  void neverThrows(@ForAll String text) {
    for (var each : Arrays.asList(text, "v=DMARC1;" + text)) {
      var record = RecordParser.parse(each);
      assertThat(record.flaws()).allMatch(flaw -> flaw.offset() <= each.length());
      record.destinations("rua").forEach(ReportUri::domain);
    }
  }
}
