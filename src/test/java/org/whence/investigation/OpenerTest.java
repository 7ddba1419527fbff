package org.whence.investigation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whence.mail.Fidelity;
import org.whence.mail.Sha256;
import org.whence.mail.container.Container;
import org.whence.mail.container.Limits;
import org.whence.mail.container.Omission;
import org.whence.mail.container.Passwords;
import org.whence.mail.container.Samples;

final class OpenerTest {
  private static final String MAIL = "Subject: %s\r\nDate: today\r\n\r\nbody\r\n";

  private final List<Omission.Kind> omissions = new ArrayList<>();

  @Test
  void mailIsACaseOfItsOwn() throws IOException {
    var cases = cases(mail("one"));

    assertThat(subjects(cases)).containsExactly("one");
    assertThat(cases.getFirst().foundIn()).isEmpty();
    assertThat(cases.getFirst().format()).isEmpty();
  }

  @Test
  void everyMessageOfAMailboxIsACaseThatKnowsWhereItWasFound() throws IOException {
    var mbox = "From a\n" + MAIL.formatted("one") + "\r\nFrom b\n" + MAIL.formatted("two");
    var cases = cases(mbox.getBytes(UTF_8));

    assertThat(subjects(cases)).containsExactly("one", "two");
    assertThat(cases).extracting(Input::source).extracting(Source::name).containsExactly("1", "2");
    assertThat(cases.get(1).foundIn())
        .extracting(Holder::kind, holder -> holder.source().name())
        .containsExactly(org.assertj.core.groups.Tuple.tuple(Container.Kind.MBOX, "given"));
    assertThat(cases.get(0).sha256()).isEqualTo(Sha256.of(MAIL.formatted("one").getBytes(UTF_8)));
  }

  @Test
  void quoteMarksOfAMailboxAreCounted() throws IOException {
    var mbox = "From a\n" + MAIL.formatted("one") + ">From here\n>>From there\n";

    assertThat(cases(mbox.getBytes(UTF_8)).getFirst().repairs())
        .containsExactly(new Repair(Repair.Kind.MAILBOX_QUOTED, 2, new Place(1, 1)));
  }

  @Test
  void attachedMessageComesBeforeTheMailAroundIt() throws IOException {
    var wrapper =
        """
        Subject: phish report
        Content-Type: multipart/mixed; boundary=b

        --b

        please look
        --b
        Content-Type: message/rfc822

        Subject: phish
        Date: today

        pay
        --b
        Content-Type: application/octet-stream; name=second.eml
        Content-Transfer-Encoding: base64

        %s
        --b--
        """
            .formatted(Base64.getEncoder().encodeToString(mail("second")));
    var cases = cases(wrapper.getBytes(UTF_8));

    assertThat(subjects(cases)).containsExactly("phish", "second", "phish report");
    assertThat(cases)
        .extracting(Input::source)
        .extracting(Source::name)
        .containsExactly("1.2", "second.eml", "given");
    assertThat(cases.get(0).foundIn())
        .extracting(Holder::kind)
        .containsExactly(Container.Kind.MESSAGE);
    assertThat(new String(octets(cases.get(0)), UTF_8))
        .isEqualTo("Subject: phish\nDate: today\n\npay");
  }

  @Test
  void messageThatIsAllThatAMailHasInItComesBeforeIt() throws IOException {
    var direct =
        "Subject: report\nContent-Type: message/rfc822\n\nSubject: phish\nDate: today\n\npay\n";
    var file =
        "Subject: report\nContent-Type: application/octet-stream; name=phish.eml\n"
            + "Content-Transfer-Encoding: base64\n\n"
            + Base64.getEncoder().encodeToString(mail("phish"));

    assertThat(subjects(cases(direct.getBytes(UTF_8)))).containsExactly("phish", "report");
    assertThat(subjects(cases(file.getBytes(UTF_8)))).containsExactly("phish", "report");
  }

  @Test
  void outlookMessageIsACaseWhoseBodyWasRebuilt() throws IOException {
    var msg = Samples.received("Subject: one\r\nFrom: a@b\r\n", "text");
    var cases = cases(msg);

    assertThat(subjects(cases)).containsExactly("one");
    assertThat(cases.getFirst().format()).contains(Container.Kind.MSG);
    assertThat(cases.getFirst().problems()).isEmpty();
    assertThat(fidelity(cases.getFirst())).isEqualTo(Fidelity.REBUILT);
    assertThat(cases.getFirst().sha256()).isEqualTo(Sha256.of(msg));
  }

  @Test
  void outlookMessageWithoutAHeaderSaysThatItsFieldsAreMadeUpOfWhatIsShown() throws IOException {
    var cases = cases(Samples.msg(Map.of("0037001F", "shown", "0C1A001F", "Ann"), Map.of()));

    assertThat(subjects(cases)).containsExactly("shown");
    assertThat(cases.getFirst().problems())
        .extracting(Problem::kind)
        .containsExactly(Problem.Kind.NO_HEADER_KEPT);
  }

  @Test
  void mailOfAppleMailKeepsItsOctets() throws IOException {
    var cases = cases(Samples.emlx(MAIL.formatted("one")));

    assertThat(subjects(cases)).containsExactly("one");
    assertThat(cases.getFirst().format()).contains(Container.Kind.EMLX);
    assertThat(fidelity(cases.getFirst())).isEqualTo(Fidelity.ORIGINAL);
  }

  @Test
  void containersAreOpenedInEachOtherUpToALimit() throws IOException {
    var octets = mail("one");
    for (int level = 0; level < Limits.MAX_NESTING; level++) {
      octets = Samples.zip(Map.of("level" + level, octets));
    }

    assertThat(subjects(cases(octets))).containsExactly("one");
    assertThat(omissions).isEmpty();
    assertThat(cases(Samples.zip(Map.of("more", octets)))).isEmpty();
    assertThat(omissions).containsExactly(Omission.Kind.NESTED_TOO_DEEP);
  }

  @Test
  void folderIsItsFilesInTheOrderOfTheirNames(@TempDir Path folder) throws IOException {
    Files.createDirectories(folder.resolve("sub"));
    Files.createDirectories(folder.resolve(".hidden"));
    Files.write(folder.resolve("b.eml"), mail("two"));
    Files.write(folder.resolve("a.eml"), mail("one"));
    Files.write(folder.resolve("sub/c.eml"), mail("three"));
    Files.write(folder.resolve(".hidden/d.eml"), mail("four"));
    Files.createSymbolicLink(folder.resolve("loop"), folder);
    var cases = new ArrayList<Input>();
    collect(new Opener(Passwords.NONE).open(folder), cases);

    assertThat(subjects(cases)).containsExactly("one", "two", "three");
    assertThat(cases.getLast().source().name()).isEqualTo(Path.of("sub", "c.eml").toString());
    assertThat(cases.getLast().foundIn())
        .extracting(Holder::kind)
        .containsExactly(Container.Kind.FOLDER);
  }

  @Test
  void whatIsLargerThanIsReadIsMeasuredWhole() throws IOException {
    var size = InputReader.MAX_SIZE + 1000L;
    var contents =
        Contents.read(
            new java.io.SequenceInputStream(
                new java.io.ByteArrayInputStream(mail("one")),
                new java.io.ByteArrayInputStream(new byte[(int) size - mail("one").length])));
    var input = InputReader.read(Given.of(Source.STDIN, contents));

    assertThat(subjects(List.of(input))).containsExactly("one");
    assertThat(input.size()).isEqualTo(size);
    assertThat(input.original().remaining()).isEqualTo(InputReader.MAX_SIZE + 1);
    assertThat(input.problems())
        .extracting(Problem::kind)
        .containsExactly(Problem.Kind.MAIL_TOO_LARGE);
  }

  private List<Input> cases(byte[] octets) throws IOException {
    var cases = new ArrayList<Input>();
    collect(
        new Opener(Passwords.NONE).open(Source.file(Path.of("given")), Contents.of(octets)), cases);
    return cases;
  }

  private void collect(Opened opened, List<Input> cases) throws IOException {
    switch (opened) {
      case Opened.Case(var input) -> cases.add(input);
      case Opened.CaseFile(var source, _) -> throw new AssertionError(source);
      case Opened.Several(_, var enclosed, var left) -> {
        left.forEach(omission -> omissions.add(omission.kind()));
        for (var one : enclosed) {
          collect(one.open(), cases);
        }
      }
    }
  }

  private static List<String> subjects(List<Input> cases) {
    return cases.stream().map(OpenerTest::subject).toList();
  }

  private static String subject(Input input) {
    return input.recognised() instanceof Recognised.Mail(var message, _)
        ? message.subject().orElse("")
        : input.recognised().toString();
  }

  private static Fidelity fidelity(Input input) {
    return ((Recognised.Mail) input.recognised()).message().fidelity();
  }

  private static byte[] octets(Input input) {
    var octets = new byte[input.original().remaining()];
    input.original().get(octets);
    return octets;
  }

  private static byte[] mail(String subject) {
    return MAIL.formatted(subject).getBytes(UTF_8);
  }
}
