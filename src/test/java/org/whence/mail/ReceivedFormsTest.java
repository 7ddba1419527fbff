package org.whence.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.whence.ip.Addresses;

/// Each form of a Received field with every part that is to be read from it, and no other.
final class ReceivedFormsTest {
  @TestFactory
  Stream<DynamicTest> everyPartIsReadAndNoOther() throws IOException {
    return Arrays.stream(file().split("(?m)^== ", -1))
        .skip(1)
        .map(block -> {
          var name = block.lines().findFirst().orElseThrow();
          var parts = block.substring(name.length() + 1).split("(?m)^--\n", 2);
          return DynamicTest.dynamicTest(name, () -> isRead(parts[0], parts[1]));
        });
  }

  private static void isRead(String value, String expected) {
    var folded = value.strip().replace("\n", "\r\n");

    assertThat(parts(ReceivedParser.parse(folded)))
        .as(folded)
        .containsExactlyInAnyOrderElementsOf(
            expected.lines().filter(line -> !line.isBlank()).toList());
  }

  private static List<String> parts(Received received) {
    var parts = new ArrayList<String>();
    parts.add(received.result().word());
    add("name", received.fromName(), parts);
    add("helo", received.fromHelo(), parts);
    add("rdns", received.fromRdns(), parts);
    add("ip", received.fromIp().map(Addresses::text), parts);
    add("port", received.fromPort().map(String::valueOf), parts);
    add("ident", received.ident(), parts);
    add("auth", received.auth(), parts);
    add("by", received.by(), parts);
    add("byIp", received.byIp().map(Addresses::text), parts);
    add("via", received.via(), parts);
    add("with", received.with(), parts);
    add(
        "means",
        received
            .with()
            .flatMap(Protocol::of)
            .map(protocol -> String.join(" ", protocol.means()))
            .filter(means -> !means.isEmpty()),
        parts);
    add("id", received.queueId(), parts);
    add("for", received.forAddress(), parts);
    add("from", received.envelopeFrom(), parts);
    add("tls", received.tlsVersion(), parts);
    add("cipher", received.tlsCipher(), parts);
    add("date", received.date().flatMap(MailDate::dateTime).map(ReceivedFormsTest::text), parts);
    if (received.mayBeForged()) {
      parts.add("unconfirmed");
    }
    return parts;
  }

  private static String text(OffsetDateTime moment) {
    return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX", Locale.ROOT).format(moment);
  }

  private static void add(String name, Optional<String> value, List<String> parts) {
    value.ifPresent(text -> parts.add(name + "=" + text));
  }

  private static String file() throws IOException {
    try (var in = ReceivedFormsTest.class.getResourceAsStream("received-forms.txt")) {
      if (in == null) {
        throw new IOException("received-forms.txt is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
