package org.whence.part;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.whence.chain.Branch;
import org.whence.chain.Finding;
import org.whence.chain.Reason;
import org.whence.chain.Step;
import org.whence.chain.Value;
import org.whence.mail.Defect;
import org.whence.mail.Message;
import org.whence.mail.mime.MimeReader;
import org.whence.mail.mime.Protection;

final class PartVerifierTest {
  private static final String MIXED =
      """
      From: a@a.example
      Content-Type: multipart/mixed; boundary=x

      """;

  @Test
  void ordinaryPartsAreCountedAndNotTold() {
    var step = check(MIXED + "--x\n\nhello\n--x\nContent-Type: text/html\n\n<p>hello\n--x--\n");

    assertThat(step.values()).containsExactly(Value.of(3));
    assertThat(step.steps()).isEmpty();
    assertThat(step.findings()).isEmpty();
  }

  @Test
  void oddPartIsToldWithItsPathItsFileAndThePlaceOfWhatIsOdd() {
    var mail =
        MIXED
            + """
            --x

            hello
            --x
            Content-Type: image/png; name=a.png
            Content-Transfer-Encoding: base64

            Q*Q=
            --x--
            """;
    var step = check(mail);

    assertThat(step.values()).containsExactly(Value.of(3), Value.of(1));
    var part = step.steps().getFirst();
    assertThat(part.values().subList(0, 3))
        .containsExactly(Value.of("1.2"), Value.of("image/png"), Value.of("a.png"));
    assertThat(cut(mail, part.values().get(3))).startsWith("Content-Type: image/png").endsWith("=");
    assertThat(reasons(part)).containsExactly(Defect.Kind.BROKEN_BASE64);
    assertThat(part.findings().getFirst().values())
        .containsExactly(new Value.Place(11, mail.indexOf("Q*Q="), mail.indexOf("\n--x--")));
  }

  @Test
  void whatStandsInAnEncodedMessageHasNoPlaceInTheSource() {
    var inner = MIXED + "--x\n\ncut";
    var step =
        check(
            MIXED
                + "--x\nContent-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n"
                + Base64.getMimeEncoder().encodeToString(inner.getBytes(UTF_8))
                + "\n--x--\n");

    assertThat(step.steps().stream().map(PartVerifierTest::reasons))
        .containsExactly(
            List.of(Defect.Kind.ENCODED_MESSAGE), List.of(Defect.Kind.UNCLOSED_MULTIPART));
    var within = step.steps().getLast();
    assertThat(within.values()).hasSize(3);
    assertThat(within.findings().getFirst().values()).isEmpty();
  }

  @Test
  void encryptedPartSaysThatItCannotBeRead() {
    var step = check("Content-Type: application/pkcs7-mime; smime-type=enveloped-data\n\nMIAG\n");

    assertThat(reasons(step.steps().getFirst())).containsExactly(Protection.SMIME_ENCRYPTED);
  }

  @Test
  void linkThatShowsAnotherHostIsTold() {
    var step =
        check(
            """
            Content-Type: text/html

            <a href="https://c.example/">click</a>
            <a href="https://b.example/x">https://www.a.example/login</a>
            """);

    assertThat(step.steps().getFirst().findings())
        .containsExactly(
            new Finding(
                PartReason.LINK_ELSEWHERE,
                List.of(Value.domain("www.a.example"), Value.domain("b.example"))));
  }

  @Test
  void ofAKindOnlySoManyAreToldAndHowManyMore() {
    var links = "<a href='http://b.example/%d'>a.example</a>";
    var html = IntStream.range(0, 25).mapToObj(links::formatted).collect(Collectors.joining());
    var findings = check("Content-Type: text/html\n\n" + html).steps().getFirst().findings();

    assertThat(findings).hasSize(PartNotes.MAX + 1);
    assertThat(findings.getLast())
        .isEqualTo(new Finding(PartReason.MORE_FINDINGS, List.of(Value.of(5))));
  }

  @Test
  void ofPartsOnlySoManyAreToldAndHowManyMore() {
    var step = check(MIXED + "--x\nContent-Transfer-Encoding: none\n\np\n".repeat(60) + "--x--\n");

    assertThat(step.values()).containsExactly(Value.of(61), Value.of(60));
    assertThat(step.steps()).hasSize(PartVerifier.MAX_PARTS);
    assertThat(step.findings())
        .containsExactly(new Finding(PartReason.MORE_PARTS, List.of(Value.of(10))));
  }

  @Test
  void partOfWhichSomethingWasNotReadIsToldThoughManyAreOdd() {
    var levels =
        IntStream.range(0, 150)
            .mapToObj("Content-Type: multipart/mixed; boundary=b%1$d\n\n--b%1$d\n"::formatted)
            .collect(Collectors.joining());
    var step = check(levels + "\nhello\n");

    assertThat(step.steps()).hasSize(PartVerifier.MAX_PARTS);
    assertThat(reasons(step.steps().getLast())).contains(Defect.Kind.TOO_DEEP);
    assertThat(step.steps().getFirst().values()).startsWith(Value.of("1"));
  }

  @Test
  void textBeyondTheLimitIsNotSearchedAndSaidToBeLeftOut() {
    var large = "--x\n\n" + "words ".repeat(PartNotes.MAX_TEXT / 6) + "\n";
    var link = "--x\nContent-Type: text/html\n\n<a href=http://b.example>a.example</a>\n";
    var first = check(MIXED + link + large + "--x--\n");
    var last = check(MIXED + large + link + "--x--\n");

    assertThat(first.steps().stream().flatMap(part -> reasons(part).stream()))
        .containsExactly(PartReason.LINK_ELSEWHERE, PartReason.MORE_TEXT);
    assertThat(last.steps().stream().flatMap(part -> reasons(part).stream()))
        .containsExactly(PartReason.MORE_TEXT);
  }

  @Property(tries = 300)
  void anyOctetsAreLookedAt(@ForAll byte[] octets) {
    var step = check("Content-Type: multipart/mixed; boundary=x\n\n--x\n", octets);

    assertThat(step.values()).isNotEmpty();
  }

  private static List<Reason> reasons(Step step) {
    return step.findings().stream().map(Finding::reason).toList();
  }

  private static String cut(String mail, Value value) {
    var place = (Value.Place) value;
    return mail.substring(place.start(), place.end());
  }

  private static Step check(String mail) {
    return check(mail, new byte[0]);
  }

  private static Step check(String mail, byte[] more) {
    var beginning = mail.getBytes(UTF_8);
    var octets = Arrays.copyOf(beginning, beginning.length + more.length);
    System.arraycopy(more, 0, octets, beginning.length, more.length);
    var root =
        Branch.root(
            question -> {
              throw new AssertionError("asked " + question);
            },
            PartTopic.PARTS);
    return PartVerifier.check(MimeReader.read(Message.read(octets)), root);
  }
}
