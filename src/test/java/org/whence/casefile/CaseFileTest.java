package org.whence.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whence.casefile.Samples.octets;
import static org.whence.casefile.Samples.read;
import static org.whence.casefile.Samples.replayed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.whence.TestZone;
import org.whence.chain.ChainListener;
import org.whence.chain.ChainTopic;
import org.whence.chain.Step;
import org.whence.dmarc.SuffixLists;
import org.whence.dns.Exchange;
import org.whence.dns.ResolutionOf;
import org.whence.enrichment.Enrichment;
import org.whence.fetch.Fetched;
import org.whence.investigation.Check;
import org.whence.investigation.Comparison;
import org.whence.investigation.InputReader;
import org.whence.investigation.Investigation;
import org.whence.investigation.Investigator;
import org.whence.investigation.Opened;
import org.whence.investigation.Opener;
import org.whence.investigation.Options;
import org.whence.investigation.Recognised;
import org.whence.investigation.Trust;
import org.whence.ip.AddressLiteral;
import org.whence.mail.BorderRule;
import org.whence.mail.TrustedServers;
import org.whence.mail.container.Passwords;
import org.whence.receiver.Profiles;
import org.whence.report.Report;
import org.whence.spf.SpfOptions;
import org.whence.spf.Supposition;

/// What is saved as a case is what is read of it: input, evidence, settings, words, and results.
final class CaseFileTest {
  private static final TestZone ZONE =
      TestZone.of(
          """
          10.2.0.192.in-addr.arpa PTR mail.example
          mail.example A 192.0.2.10
          mail.example AAAA 2001:db8::10
          """);

  @TempDir Path folder;

  @Test
  void sampleCaseReadsBackWithTheSameTree() throws IOException {
    var made = Samples.sample();

    var again = read(octets(made.kept()));

    assertThat(again.damages()).isEmpty();
    assertThat(again.input().sha256()).isEqualTo(made.investigation().input().sha256());
    assertThat(again.input().source()).isEqualTo(made.investigation().input().source());
    var replayed = replayed(again);
    assertThat(Report.json(replayed.tree())).isEqualTo(Report.json(made.investigation().tree()));
    assertThat(again.judgedOtherwise(replayed)).isEmpty();
  }

  @Test
  void addressOfSpecialUseThatNobodyWasAskedForStaysNotApplicable() throws IOException {
    var made =
        Samples.made(
            InputReader.pasted("10.0.0.1"),
            ResolutionOf.unnamed("system", ZONE),
            Options.defaults(),
            Notes.NONE);
    assertThat(made.investigation().iprev().getFirst().reason().key()).endsWith("not-applicable");

    var replayed = replayed(read(octets(made.kept())));

    assertThat(Report.json(replayed.tree())).isEqualTo(Report.json(made.investigation().tree()));
  }

  @Test
  void everySettingIsKept() throws IOException {
    var options =
        Options.defaults()
            .withAsking(false)
            .withAsksSpecialUse(true)
            .withChecks(EnumSet.of(Check.IPREV, Check.SPF))
            .withClient(
                Optional.of(java.net.InetAddress.getByName("2001:db8::7")),
                Optional.of("helo.example"),
                Optional.of(""))
            .withAt(Optional.of(Instant.parse("2020-01-02T03:04:05.678901234Z")))
            .withTrust(
                new Trust(
                    TrustedServers.of(List.of("192.0.2.0/24", "relay.example")),
                    List.of("mx.example"),
                    BorderRule.hop(3),
                    List.of("sealer.example")))
            .withSpf(
                SpfOptions.defaults()
                    .withBeyond(true)
                    .withType99(true)
                    .withSuppositions(
                        List.of(
                            new Supposition(
                                Optional.empty(),
                                Optional.of("other.example"),
                                Optional.of(""),
                                true))))
            .withoutHops(Set.of(2, 5))
            .withReceivers(List.of(Profiles.named("postfix").orElseThrow()))
            .withPostures(List.of("mail.example"))
            .withEnrichment(
                Enrichment.of(List.of("origin=asn.example", "domain:list.example")).orElseThrow())
            .withRepeat(3);

    var again = read(octets(Samples.made(InputReader.pasted("x"), ZONE, options).kept()));

    assertThat(again.options()).isEqualTo(options);
  }

  @Test
  void documentThatWasFetchedIsNotFetchedByOpeningTheCase() throws IOException {
    var options =
        Options.defaults().withAsking(false).withFetches(List.of("https://mail.example/"));
    var made = Samples.made(InputReader.pasted("192.0.2.10"), ZONE, options);

    assertThat(read(octets(made.kept())).options().fetches()).isEmpty();
  }

  private static final String URI = "https://mail.example/policy.txt";

  /// A case with a document, and an investigation of it.
  private static Samples.Made withDocument(Fetched document) throws InterruptedException {
    var recording = new ByteArrayOutputStream();
    var resolution = ResolutionOf.resolver("test", ZONE).into(recording);
    var investigator = new Investigator(resolution, Samples.CLOCK, Options.defaults());
    var found = investigator.investigate(InputReader.pasted("192.0.2.10"), ChainListener.NONE);
    var grown = investigator.known(List.of(document), found);
    var heard = new CaseFile.Heard(true, recording.toByteArray(), new byte[0]);
    return new Samples.Made(grown, CaseFile.of(grown, heard, Notes.NONE));
  }

  private static Fetched document(Fetched.Came came) {
    var address = AddressLiteral.find("192.0.2.10").orElseThrow().address();
    var took = Duration.ofMillis(12);
    return new Fetched(
        URI, Optional.of(new Fetched.Reply(address, TestZone.NOW.plusSeconds(9), took, came)));
  }

  private static List<Fetched> documents() {
    var policy = "version: STSv1\nmode: enforce\n".getBytes(StandardCharsets.UTF_8);
    return List.of(
        document(new Fetched.Came.Content(200, policy, true, Optional.of(TestZone.NOW))),
        document(new Fetched.Came.Content(404, new byte[0], true, Optional.empty())),
        document(new Fetched.Came.Trouble("Connection refused")),
        new Fetched(URI, Optional.empty()));
  }

  @ParameterizedTest
  @MethodSource("documents")
  void documentOfTheDayIsToldAgainByTheCaseAlone(Fetched document) throws Exception {
    var made = withDocument(document);

    var again = read(octets(made.kept()));
    var replayed = replayed(again);

    assertThat(again.damages()).isEmpty();
    assertThat(Report.json(replayed.tree())).isEqualTo(Report.json(made.investigation().tree()));
    assertThat(replayed.parameters().options().fetches()).containsExactly(URI);
    assertThat(again.options().fetches()).isEmpty();
    assertThat(again.judgedOtherwise(replayed)).isEmpty();
    assertThat(replayed.documents().getFirst().reply().map(Fetched.Reply::asked))
        .isEqualTo(document.reply().map(Fetched.Reply::asked));
    // Asking again now asks nobody for the document, and that is no change.
    assertThat(
            Comparison.of(
                    replayed, Samples.made(again.input(), ZONE, again.options()).investigation())
                .result())
        .isEqualTo(Comparison.Result.SAME);
  }

  @Test
  void documentThatIsNotWhatCameIsToldAndLeftOut() throws Exception {
    var kept = withDocument(documents().getFirst()).kept();
    var parts = CaseWriter.parts(kept);
    var text = new String(parts.get(Part.DOCUMENTS), StandardCharsets.US_ASCII);
    parts.put(
        Part.DOCUMENTS,
        text.replaceFirst("\"content\":\"....", "\"content\":\"AAAA")
            .getBytes(StandardCharsets.US_ASCII));

    var read = CaseReader.recovered("a", parts);

    assertThat(read.damages()).singleElement().asString().contains("documents.json", "SHA-256");
    assertThat(replayed(read).documents()).isEmpty();
  }

  @Test
  void publicSuffixListIsKeptWithItsName() throws IOException {
    var file = Files.writeString(folder.resolve("own.dat"), "// VERSION: 2026-01-01\nexample\n");
    var options = Options.defaults().withSuffixList(Optional.of(SuffixLists.read(file)));

    var again = read(octets(Samples.made(InputReader.pasted("x"), ZONE, options).kept()));

    var list = again.options().suffixList().orElseThrow();
    assertThat(list.description()).isEqualTo("own.dat of 2026-01-01");
    assertThat(list.text()).contains(Files.readString(file));
  }

  @Test
  void judgesByTheClockOfTheDayWhenItWasRecorded() throws IOException {
    var made = Samples.made(InputReader.pasted("192.0.2.10"), ZONE, Options.defaults());

    var again = read(octets(made.kept()));

    assertThat(again.options().at()).isEmpty();
    var later = InstantSource.fixed(TestZone.NOW.plusSeconds(99_999_999));
    assertThat(again.clockThen(later).instant()).isEqualTo(TestZone.NOW);
  }

  @Test
  void tellsWhenByWhatAndThroughWhomItWasRecorded() throws IOException {
    var made = Samples.made(InputReader.pasted("192.0.2.10"), ZONE, Options.defaults());

    var again = read(octets(made.kept()));

    assertThat(again.provenance()).isEqualTo(made.kept().provenance());
    try (var resolution = again.resolution("a.whence", Samples.CLOCK)) {
      assertThat(resolution.description())
          .isEqualTo("case a.whence, recorded 2026-11-23T15:40:12Z through test");
      assertThat(resolution.live()).isFalse();
    }
  }

  @Test
  void secondAnswersComeBackBesideTheFirst() throws IOException, InterruptedException {
    var recording = new java.io.ByteArrayOutputStream();
    var resolution = ResolutionOf.resolver("test", ZONE).into(recording);
    var investigator = new Investigator(resolution, Samples.CLOCK, Options.defaults());
    var found =
        investigator.investigate(
            InputReader.pasted("192.0.2.10"), org.whence.chain.ChainListener.NONE);
    var question = question(found);
    Exchange again = investigator.askAgain(question);
    var grown = found.withTree(found.tree().withExchange(question.path(), again));

    var kept =
        CaseFile.of(
            grown, new CaseFile.Heard(true, recording.toByteArray(), new byte[0]), Notes.NONE);

    assertThat(Report.json(replayed(read(octets(kept))).tree()))
        .isEqualTo(Report.json(grown.tree()));
    assertThat(question(grown).exchanges()).hasSize(2);
  }

  private static Step question(Investigation found) {
    return found
        .tree()
        .all()
        .filter(step -> step.topic() == ChainTopic.QUESTION)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void mailOutOfAMailboxIsReadAsTheMessageThatItWas() throws IOException {
    var mailbox = "From a@example Mon Jan  1 00:00:00 2026\n>From: x\nSubject: none\n\n>From y\n\n";
    var file = Files.writeString(folder.resolve("a.mbox"), mailbox);
    var opened = (Opened.Several) new Opener(Passwords.NONE).open(file);
    var input = ((Opened.Case) opened.enclosed().getFirst().open()).input();

    var again = read(octets(Samples.made(input, ZONE, Options.defaults()).kept())).input();

    assertThat(again.recognised()).isInstanceOf(Recognised.Mail.class);
    assertThat(again.foundIn()).isEqualTo(input.foundIn());
    assertThat(again.repairs()).isEqualTo(input.repairs());
    assertThat(again.original()).isEqualTo(input.original());
  }

  @Test
  void domainWhosePolicyWasAskedForIsOneAgain() throws IOException {
    var made = Samples.made(InputReader.domain("mail.example"), ZONE, Options.defaults());

    assertThat(read(octets(made.kept())).input().recognised())
        .isEqualTo(new Recognised.Domain("mail.example"));
  }

  @Test
  void whatTheAnalystWroteIsKeptWhateverItIs() throws IOException {
    var made = Samples.sample();
    var step = made.investigation().tree().steps().getFirst();
    var notes =
        Notes.NONE
            .with(Note.on(step, "not theirs \u202E \uD83D\uDE00 \u0000 ]]> =1+1"))
            .withTags(List.of("phishing", " ticket 4711 ", "phishing", ""))
            .withConclusion("Sent through a hijacked\naccount \uD800.");

    var again = read(octets(made.kept().withNotes(notes))).notes();

    assertThat(again.ofSteps()).isEqualTo(notes.ofSteps());
    assertThat(again.tags()).containsExactly("phishing", "ticket 4711");
    assertThat(again.conclusion()).isEqualTo("Sent through a hijacked\naccount \uFFFD.");
  }

  @Test
  void oneWithPartsOfItsOwnIsWhatAnyProgramForArchivesReads() throws IOException {
    var file = folder.resolve("a.whence");
    CaseWriter.save(Samples.sample().kept(), file, false, Samples.CLOCK);

    try (var zip = new java.util.zip.ZipFile(file.toFile())) {
      assertThat(zip.stream().map(java.util.zip.ZipEntry::getName))
          .containsExactly(
              "mimetype",
              "manifest.json",
              "original",
              "settings.json",
              "notes.json",
              "verdicts.json",
              "dns.jsonl");
      var mark = zip.getInputStream(zip.getEntry("mimetype")).readAllBytes();
      assertThat(new String(mark, StandardCharsets.US_ASCII))
          .isEqualTo("application/vnd.whence.case+zip");
    }
    assertThat(CaseReader.isCase(file)).isTrue();
  }
}
