package org.whence.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.whence.chain.ChainReason;
import org.whence.chain.ChainTopic;
import org.whence.chain.Reason;
import org.whence.chain.Topic;
import org.whence.chain.Value;
import org.whence.chain.Verdict;
import org.whence.dns.Attempt;
import org.whence.dns.Failure;
import org.whence.investigation.Envelope;
import org.whence.investigation.InvestigationTopic;
import org.whence.investigation.Problem;
import org.whence.investigation.Recognised;
import org.whence.investigation.Repair;
import org.whence.ip.AddressProblem;
import org.whence.mail.Flaw;
import org.whence.mail.MailDate;

final class WordingTest {
  private static final Wording WORDING = Wording.load();

  @Test
  void everyTopicHasItsWords() {
    var missing =
        constants(Topic.class)
            .map(topic -> "topic." + topic.key())
            .filter(key -> !WORDING.has(key))
            .toList();
    assertThat(missing).isEmpty();
  }

  @Test
  void everyReasonHasItsWordsAndItsRule() {
    var missing = new ArrayList<String>();
    constants(Reason.class)
        .flatMap(reason -> Stream.of("reason." + reason.key(), "why." + reason.key()))
        .filter(key -> !WORDING.has(key))
        .forEach(missing::add);
    assertThat(missing).isEmpty();
  }

  @Test
  void noWordsAreLeftOverFromReasonsThatAreGone() {
    var known = new ArrayList<String>();
    constants(Topic.class).forEach(topic -> known.add("topic." + topic.key()));
    constants(Reason.class)
        .forEach(reason ->
            known.addAll(
                List.of("reason." + reason.key(), "why." + reason.key(), "need." + reason.key())));
    var leftOver =
        WORDING.keys().stream()
            .filter(key -> key.matches("(topic|reason|why|need)\\..*"))
            .filter(key -> !known.contains(key))
            .toList();
    assertThat(leftOver).isEmpty();
  }

  @Test
  void everythingElseThatIsToldHasItsWords() {
    var keys = new ArrayList<String>();
    Arrays.stream(Verdict.values()).forEach(verdict -> keys.add("verdict." + verdict.word()));
    for (var failure : Failure.values()) {
      keys.add("failure." + failure.word());
      keys.add("help." + failure.word());
    }
    for (var problem : Attempt.Problem.values()) {
      keys.add("attempt." + problem.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
    }
    Arrays.stream(Repair.Kind.values()).forEach(kind -> keys.add(kind.key()));
    Arrays.stream(Problem.Kind.values()).forEach(kind -> keys.add(kind.key()));
    Arrays.stream(Recognised.Why.values()).forEach(why -> keys.add(why.key()));
    Arrays.stream(AddressProblem.values()).forEach(problem -> keys.add(problem.key()));
    Arrays.stream(Flaw.Kind.values()).forEach(kind -> keys.add(kind.key()));
    for (var oddity : MailDate.Oddity.values()) {
      keys.add("oddity." + oddity.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
    for (var origin : Envelope.Origin.values()) {
      keys.add("origin." + origin.word());
    }
    assertThat(keys).allMatch(WORDING::has);
  }

  @Test
  void wordsAccuseNobody() {
    assertThat(WORDING.keys())
        .allSatisfy(key ->
            assertThat(WORDING.text(key))
                .doesNotContainIgnoringCase("forged")
                .doesNotContainIgnoringCase("spoof")
                .doesNotContainIgnoringCase("fake"));
  }

  @Test
  void questionReadsAsTypeAndName() {
    var values = List.of(Value.domain("7.100.51.198.in-addr.arpa"), Value.of("PTR"));
    assertThat(WORDING.topic(ChainTopic.QUESTION, values))
        .isEqualTo("PTR 7.100.51.198.in-addr.arpa");
    assertThat(WORDING.defanged(true).topic(ChainTopic.QUESTION, values))
        .isEqualTo("PTR 7[.]100[.]51[.]198[.]in-addr[.]arpa");
  }

  @Test
  void valuesAreNeverReadAsTemplates() {
    var values = List.of(Value.of("{1}[{0}]"));
    assertThat(WORDING.reason(ChainReason.ALIAS_LOOP, values))
        .isEqualTo("aliases lead back to {1}[{0}]");
  }

  @Test
  void hiddenCharactersInValuesBecomeVisible() {
    var values = List.of(Value.of("a\u001b[31mb\u202ec\nd"));
    assertThat(WORDING.reason(ChainReason.ALIAS_LOOP, values))
        .isEqualTo("aliases lead back to a<U+001B>[31mb<U+202E>c<U+000A>d");
  }

  @Test
  void partInBracketsGoesWithItsValue() {
    assertThat(filled("hop {0}[ of {1}][  {2}]", "1", "6")).isEqualTo("hop 1 of 6");
    assertThat(filled("hop {0}[ of {1}]", "1", "6")).isEqualTo("hop 1 of 6");
    assertThat(filled("open [ {0}", "1")).isEqualTo("open [ 1");
  }

  @Test
  void partInBracketsGoesWithAValueThatTellsNothing() {
    var values = List.of(Value.of(1), Value.of(6), Value.of(""), Value.domain("mx.example.net"));
    assertThat(WORDING.topic(InvestigationTopic.HOP, values))
        .isEqualTo("hop 1 of 6  by mx.example.net");
  }

  @Test
  void wordFollowsItsNumber() {
    assertThat(filled("{0} {0|line|lines}", "1")).isEqualTo("1 line");
    assertThat(filled("{0} {0|line|lines}", "7")).isEqualTo("7 lines");
  }

  @Test
  void secondsAreASpanOfTime() {
    assertThat(filled("{0~} after", "3661")).isEqualTo("1 h 1 min after");
  }

  @Test
  void wordOfAListIsPutIntoWords() {
    assertThat(filled("{0@failure}", "timeout")).isEqualTo("words of failure.timeout");
  }

  private static String filled(String text, String... values) {
    return new Template(text, List.of(values), key -> "words of " + key).filled();
  }

  private static <T> Stream<T> constants(Class<T> kind) {
    return new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.whence")
            .stream()
            .filter(type -> type.isEnum() && type.isAssignableTo(kind))
            .map(JavaClass::reflect)
            .flatMap(type -> Arrays.stream(type.getEnumConstants()))
            .map(kind::cast);
  }
}
