package org.whence.investigation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.assertj.core.groups.Tuple;
import org.whence.ip.Addresses;

final class InputPropertyTest {
  @Property
  void anyOctetsAreAnInput(@ForAll byte[] octets) {
    assertThat(InputReader.read(Source.PASTED, octets).original())
        .isEqualTo(ByteBuffer.wrap(octets));
  }

  @Property
  void anyTextIsAnInput(@ForAll String text) {
    var input = InputReader.pasted(text);

    assertThat(input.repairs()).allMatch(repair -> repair.count() > 0);
  }

  /// Pieces of what is recognised and repaired, put together at random.
  @Property(tries = 3000)
  void anyMixtureIsAnInputWhosePlacesAreWithinIt(@ForAll("mixtures") String text) {
    var input = InputReader.pasted(text);
    var lines = text.lines().count();

    assertThat(input.repairs()).allMatch(repair -> repair.first().line() <= lines);
    assertThat(input.problems()).allMatch(problem -> problem.place().line() <= lines);
    switch (input.recognised()) {
      case Recognised.Addresses(var entries) ->
          assertThat(entries).isNotEmpty().allMatch(entry -> entry.place().line() <= lines);
      case Recognised.Mail(var message, _) -> assertThat(message.fields()).isNotEmpty();
      case Recognised.Domain(var name) -> throw new AssertionError("guessed a domain: " + name);
      case Recognised.Nothing(var why, var problem) ->
          assertThat(problem.isPresent())
              .isEqualTo(
                  why == Recognised.Why.NOT_AN_ADDRESS
                      || why == Recognised.Why.HOST_NAME
                      || why == Recognised.Why.BLOCK_TOO_LARGE);
    }
  }

  @Property
  void anAddressIsFoundInWhateverIsAroundIt(
      @ForAll @Size(4) byte[] octets,
      @ForAll("before") String before,
      @ForAll("behind") String behind) {
    var text = Addresses.text(Addresses.of(octets));
    var input = InputReader.pasted(before + text + behind);

    assertThat(input.recognised())
        .isInstanceOfSatisfying(
            Recognised.Addresses.class,
            found -> {
              assertThat(found.entries()).hasSize(1);
              var entry = found.entries().getFirst();
              assertThat(entry.literal().address()).isEqualTo(Addresses.of(octets));
              assertThat(entry.place()).isEqualTo(new Place(1, before.length() + 1));
            });
  }

  @Property
  void defangingIsUndone(@ForAll @Size(4) byte[] octets, @ForAll("dots") String dot) {
    var text = Addresses.text(Addresses.of(octets));
    var input = InputReader.pasted(text.replace(".", dot));

    assertThat(input.recognised())
        .isInstanceOfSatisfying(
            Recognised.Addresses.class,
            found -> assertThat(found.entries().getFirst().literal().text()).isEqualTo(text));
    assertThat(input.repairs())
        .extracting(Repair::kind, Repair::count, Repair::first)
        .containsExactly(Tuple.tuple(Repair.Kind.DEFANGED, 3, new Place(1, text.indexOf('.') + 1)));
  }

  @Property
  void octetsOfAMailThatNeedsNoRepairAreItsOwn(@ForAll byte[] body) {
    var header = "Received: from a by b; x\r\nSubject: x\r\n\r\n".getBytes(UTF_8);
    var octets = ByteBuffer.allocate(header.length + body.length).put(header).put(body).array();
    var recognised = InputReader.read(Source.PASTED, octets).recognised();

    assertThat(recognised)
        .isInstanceOfSatisfying(
            Recognised.Mail.class,
            mail -> assertThat(mail.message().body()).isEqualTo(ByteBuffer.wrap(body)));
  }

  @Provide
  Arbitrary<String> mixtures() {
    return Arbitraries.of(
            "192.0.2.1",
            "192.0.513",
            "10.0.0.0/24",
            "10.0.0.0/8",
            "2001:db8::1",
            "fe80::1%eth0",
            "1.2.3.4.5",
            "mail.example.org",
            "[",
            "]",
            "[.]",
            "(dot)",
            "[:]",
            "[::]",
            "hxxp",
            "://",
            "/",
            ":",
            ".",
            "#",
            "//",
            ";",
            ",",
            "|",
            ">",
            "> ",
            "\"",
            "\u201C",
            "\u00A0",
            "\u200B",
            "\uD83D\uDE00",
            "\uD83D",
            " ",
            "\t",
            "\n",
            "\r\n",
            "\r",
            "\n\n",
            "Received: from ",
            "Received:",
            "Subject: x\n",
            "Date: y\n",
            "From: a@b\n",
            "From ",
            "word",
            "\0",
            "%")
        .list()
        .ofMaxSize(40)
        .map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<String> before() {
    return Arbitraries.of(
        "", " ", "[", "(", "<", "\"", "x=", "a b ", "from ", "host[", "ip4:", "http://");
  }

  @Provide
  Arbitrary<String> behind() {
    return Arbitraries.of(
        "", " ", "]", ")", ">", "\"", ".", ",", ":", ":25", "]:25", " and more", "\n");
  }

  @Provide
  Arbitrary<String> dots() {
    return Arbitraries.of("[.]", "(.)", "{.}", "[dot]", "(dot)", "[DOT]", "\\.");
  }
}
