package org.whence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.whence.chain.ChainListener;
import org.whence.chain.ChainTopic;
import org.whence.chain.Step;
import org.whence.dns.Answer;
import org.whence.dns.Failure;
import org.whence.dns.Question;
import org.whence.dns.Resolution;
import org.whence.dns.ResolutionOf;
import org.whence.dns.Resolver;
import org.whence.dns.ResolverSettings;
import org.whence.dns.Resolvers;
import org.whence.investigation.Input;
import org.whence.investigation.InputFile;
import org.whence.investigation.InputReader;
import org.whence.investigation.Investigation;
import org.whence.investigation.Investigator;
import org.whence.investigation.Options;
import org.whence.investigation.SampleCase;
import org.whence.ip.AddressLiteral;
import org.whence.report.Report;
import org.whence.spf.SpfRequest;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/// Whatever was investigated and recorded replays to the same: every result, every step, every
/// exchange, with failures, attempts, ages in the cache and questions that were asked again.
final class RecordAndReplayTest {
  private static final InstantSource NOW = InstantSource.fixed(TestZone.NOW);

  /// Something that asks DNS and hands back all that came of it as text.
  private interface Work {
    List<String> with(Resolution resolution) throws IOException, InterruptedException;
  }

  private static void holds(Resolver resolver, TestClock clock, Work work)
      throws IOException, InterruptedException {
    var file = Files.createTempFile("whence", ".dns.jsonl");
    try {
      List<String> recorded;
      try (var resolution = ResolutionOf.recorded(resolver, file, clock)) {
        recorded = work.with(resolution);
      }
      assertThat(recorded).isNotEmpty();
      try (var resolution = replay(file)) {
        assertThat(resolution.warnings()).isEmpty();
        assertThat(work.with(resolution)).isEqualTo(recorded);
      }
    } finally {
      Files.delete(file);
    }
  }

  private static Resolution replay(Path file) throws IOException {
    return Resolvers.open(ResolverSettings.defaults().withReplay(Optional.of(file)), NOW);
  }

  private static Investigation investigate(Input input, Resolution resolution) {
    return new Investigator(resolution, NOW, Options.defaults())
        .investigate(input, ChainListener.NONE);
  }

  /// Verdicts, and the tree with everything that is in it.
  private static List<String> told(Investigation investigation) {
    var told = new ArrayList<String>();
    investigation.iprev().forEach(r -> told.add(r.client() + " " + r.verdict() + " " + r.names()));
    investigation.rotations().forEach(r -> told.add(r.reason() + " " + r.firstNames()));
    told.add(Report.json(investigation.tree()));
    return told;
  }

  @Test
  void sampleCase() throws IOException, InterruptedException {
    try (var sample = SampleCase.resolution(ResolverSettings.defaults())) {
      var input = SampleCase.input();
      holds(sample.resolver(), new TestClock(), resolution -> told(investigate(input, resolution)));
    }
  }

  @TestFactory
  Stream<DynamicTest> iprevSuite() {
    return suite(
        "iprev/mox.json",
        each ->
            resolution ->
                told(investigate(InputReader.pasted(each.text("ip").orElseThrow()), resolution)));
  }

  @TestFactory
  Stream<DynamicTest> spfSuite() {
    return suite("spf/rfc7208.json", RecordAndReplayTest::spf);
  }

  private static Work spf(Suites.Case each) {
    var request =
        new SpfRequest(
            AddressLiteral.find(each.text("ip").orElseThrow()).orElseThrow().address(),
            each.text("helo").orElseThrow(),
            each.text("mailFrom").orElseThrow(),
            Optional.empty());
    return resolution -> {
      var result = new Investigator(resolution, NOW, Options.defaults()).spf(request);
      return List.of(
          result.verdict().word(),
          result.reason().word(),
          result.explanation().toString(),
          Report.json(result.step()));
    };
  }

  @TestFactory
  Stream<DynamicTest> realMails() {
    return suite(
        "mail/blaze.json",
        each -> {
          var file = Suites.file("mail/" + each.text("file").orElseThrow());
          return resolution -> told(investigate(InputFile.read(file), resolution));
        });
  }

  private static Stream<DynamicTest> suite(
      String file, java.util.function.Function<Suites.Case, Work> work) {
    var all = Suites.read(file);
    return Suites.cases(file).stream()
        .map(each ->
            DynamicTest.dynamicTest(
                each.id(),
                () ->
                    holds(
                        SuiteZone.of(all, each.text("zone").orElseThrow()),
                        new TestClock(),
                        work.apply(each))));
  }

  /// The same client three times, so that steps that work at the same time ask the same.
  private static final String MAIL =
      """
      Received: from n1.example (n0.example [192.0.2.1]) by mx.example with ESMTP id 3;
       Tue, 24 Nov 2026 08:00:03 +0000
      Received: from n2.example (n0.example [192.0.2.1]) by n0.example with ESMTP id 2;
       Tue, 24 Nov 2026 08:00:02 +0000
      Received: from n1.example ([192.0.2.2]) by n1.example with ESMTP id 1;
       Tue, 24 Nov 2026 08:00:01 +0000
      Received: from n2.example ([192.0.2.1]) by n2.example with ESMTP id 0;
       Tue, 24 Nov 2026 08:00:00 +0000
      From: a@n0.example
      Return-Path: <a@n0.example>

      """;

  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void serversThatChangeTheirMind(@ForAll("worlds") Map<Question, List<Answer>> world)
      throws IOException, InterruptedException {
    var input =
        InputReader.read(
            org.whence.investigation.Source.PASTED, MAIL.getBytes(StandardCharsets.US_ASCII));
    var clock = new TestClock();
    holds(
        new Flaky(clock, world),
        clock,
        resolution -> {
          var twice = Options.defaults().withRepeat(2);
          var investigator = new Investigator(resolution, NOW, twice);
          var found = investigator.investigate(input, ChainListener.NONE);
          return told(askedAgain(investigator, found));
        });
  }

  private static Investigation askedAgain(Investigator investigator, Investigation found)
      throws InterruptedException {
    var grown = found;
    var questions = found.tree().all().filter(RecordAndReplayTest::isQuestion).limit(5).toList();
    for (var question : questions) {
      var again = investigator.askAgain(question);
      grown = grown.withTree(grown.tree().withExchange(question.path(), again));
    }
    return grown;
  }

  private static boolean isQuestion(Step step) {
    return step.topic() == ChainTopic.QUESTION;
  }

  @Provide
  Arbitrary<Map<Question, List<Answer>>> worlds() {
    var questions =
        Stream.concat(
                Stream.of("1.2.0.192.in-addr.arpa", "2.2.0.192.in-addr.arpa")
                    .map(name -> new Question(name(name), Type.PTR)),
                Stream.of("n0.example", "n1.example", "n2.example")
                    .flatMap(name ->
                        Stream.of(Type.A, Type.AAAA, Type.TXT)
                            .map(type -> new Question(name(name), type))))
            .toList();
    return Arbitraries.maps(Arbitraries.of(questions), Arbitraries.just(List.<Answer>of()))
        .ofMinSize(4)
        .flatMap(chosen ->
            Combinators.combine(
                    chosen.keySet().stream()
                        .map(question -> answers(question).list().ofMinSize(1).ofMaxSize(3))
                        .toList())
                .as(lists -> zip(List.copyOf(chosen.keySet()), lists)));
  }

  private static Map<Question, List<Answer>> zip(
      List<Question> questions, List<List<Answer>> answers) {
    var world = new java.util.HashMap<Question, List<Answer>>();
    for (var i = 0; i < questions.size(); i++) {
      world.put(questions.get(i), answers.get(i));
    }
    return world;
  }

  private static Arbitrary<Answer> answers(Question question) {
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(6, records(question)),
        net.jqwik.api.Tuple.of(1, Arbitraries.just(new Answer.NoData(List.of()))),
        net.jqwik.api.Tuple.of(1, Arbitraries.just(new Answer.NoSuchDomain(List.of()))),
        net.jqwik.api.Tuple.of(2, failures()),
        net.jqwik.api.Tuple.of(1, aliases(question)));
  }

  /// What is no answer of a server's.
  private static final Set<Failure> UNASKED =
      Set.of(Failure.OFFLINE, Failure.NOT_RECORDED, Failure.PLANNED);

  private static Arbitrary<Answer> failures() {
    return Combinators.combine(
            Arbitraries.of(Failure.class).filter(why -> !UNASKED.contains(why)),
            Arbitraries.of("", "why: \u202e\"\\"))
        .as(Answer.Failed::new);
  }

  /// An alias to itself is read as an answer without data, so no resolver gives one.
  private static Arbitrary<Answer> aliases(Question question) {
    return targets()
        .filter(target -> !target.equals(question.name()))
        .map(target ->
            new Answer.Aliases(List.of(new CNAMERecord(question.name(), DClass.IN, 1, target))));
  }

  private static Arbitrary<Answer> records(Question question) {
    return Combinators.combine(targets(), Arbitraries.integers().between(1, 3), ttls())
        .as((target, number, ttl) -> record(question, target, number, ttl))
        .list()
        .ofMinSize(1)
        .ofMaxSize(3)
        .map(records -> new Answer.Records(List.of(), records));
  }

  private static Record record(Question question, Name target, int number, long ttl) {
    var owner = question.name();
    return switch (question.type()) {
      case Type.PTR -> new PTRRecord(owner, DClass.IN, ttl, target);
      case Type.A -> new ARecord(owner, DClass.IN, ttl, address("192.0.2." + number));
      case Type.AAAA -> new AAAARecord(owner, DClass.IN, ttl, address("2001:db8::" + number));
      default ->
          new TXTRecord(
              owner, DClass.IN, ttl, "v=spf1 a:" + target + " include:" + target + " -all");
    };
  }

  private static java.net.InetAddress address(String text) {
    return java.net.InetAddress.ofLiteral(text);
  }

  private static Arbitrary<Name> targets() {
    return Arbitraries.of("n0.example", "n1.example", "n2.example", "1x.example")
        .map(RecordAndReplayTest::name);
  }

  private static Arbitrary<Long> ttls() {
    return Arbitraries.of(0L, 1L, 3L, 3600L);
  }

  private static Name name(String text) {
    try {
      return Name.fromString(text + ".");
    } catch (TextParseException e) {
      throw new AssertionError(e);
    }
  }
}
