package org.whence.investigation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whence.investigation.Envelope.Origin;
import org.whence.investigation.Envelope.Told;
import org.whence.ip.AddressLiteral;
import org.whence.mail.Border;
import org.whence.mail.HopChain;
import org.whence.mail.Message;
import org.whence.mail.TrustedServers;

final class EnvelopeTest {
  private static final String WAY =
      """
      Received: from mx.corp.example (mx.corp.example [192.0.2.10]) by mail.corp.example
      Received: from out.example (out.example [198.51.100.7]) by mx.corp.example (envelope-from <r@out.example>)
      """;

  private static final Options NOTHING_SAID = Options.defaults();

  @Test
  void clientAndHeloAreThoseOfTheBorder() {
    var envelope = envelope(WAY, NOTHING_SAID);

    assertThat(envelope.ip().map(Told::value)).contains(address("198.51.100.7"));
    assertThat(envelope.helo().map(Told::value)).contains("out.example");
    assertThat(envelope.helo().map(Told::origin)).contains(Origin.RECEIVED);
    assertThat(envelope.helo().map(Told::believed)).contains(true);
  }

  @Test
  void senderIsTakenInTheOrderOfTrust() {
    var all = "Return-Path: <p@out.example>\nX-Envelope-From: <x@out.example>\n" + WAY;
    var noReturnPath = "X-Envelope-From: x@out.example\n" + WAY;

    assertThat(sender(all)).isEqualTo("p@out.example RETURN_PATH above");
    assertThat(sender(noReturnPath)).isEqualTo("x@out.example X_ENVELOPE_FROM above");
    assertThat(sender(WAY)).isEqualTo("r@out.example RECEIVED above");
  }

  @Test
  void whatServersNotedOfSpfComesLast() {
    var silent = WAY.replace(" (envelope-from <r@out.example>)", "");
    var results = "Authentication-Results: a; spf=pass smtp.mailfrom=n.example\n";
    var spf = "Received-SPF: pass (x) client-ip=198.51.100.7; envelope-from=\"s@n.example\";\n";

    assertThat(sender(spf + results + silent)).isEqualTo("n.example AUTHENTICATION_RESULTS above");
    assertThat(sender(spf + silent)).isEqualTo("s@n.example RECEIVED_SPF above");
    assertThat(sender(results + WAY)).isEqualTo("r@out.example RECEIVED above");
  }

  @Test
  void clientThatTheBorderDoesNotTellIsTakenFromReceivedSpfAboveTheLine() {
    var silent = "Received: from out.example by mx.corp.example\n";
    var spf = "Received-SPF: none client-ip=198.51.100.7; helo=h.example\n";

    var above = envelope(spf + silent, NOTHING_SAID);
    assertThat(above.ip().map(Told::value)).contains(address("198.51.100.7"));
    assertThat(above.ip().map(Told::origin)).contains(Origin.RECEIVED_SPF);
    assertThat(envelope(silent + spf, NOTHING_SAID).ip()).isEmpty();
  }

  @Test
  void whatStandsBelowTheTrustLineComesLastAndIsSaidToBeThere() {
    var below = WAY + "Return-Path: <p@elsewhere.example>\n";
    var alone =
        WAY.replace(" (envelope-from <r@out.example>)", "") + "Return-Path: <p@q.example>\n";

    assertThat(sender(below)).isEqualTo("r@out.example RECEIVED above");
    assertThat(sender(alone)).isEqualTo("p@q.example RETURN_PATH below");
  }

  @Test
  void senderInAStepBelowTheBorderIsNotTaken() {
    var mail =
        WAY.replace(" (envelope-from <r@out.example>)", "")
            + "Received: from a by out.example (envelope-from <made@up.example>)\n";

    assertThat(envelope(mail, NOTHING_SAID).mailFrom()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "<>, ''",
    "< >, ''",
    "<a@b.example>, a@b.example",
    "a@b.example, a@b.example",
    "<@r.example:a@b.example>, a@b.example",
    "'<\"a b\"@c.example> (x)', '\"a b\"@c.example'",
  })
  void pathLosesItsBracketsAndItsRoute(String path, String expected) {
    var envelope = envelope("Return-Path: " + path + "\n" + WAY, NOTHING_SAID);

    assertThat(envelope.mailFrom().map(Told::value)).contains(expected);
  }

  @Test
  void pathThatIsNoAddressIsPassedOver() {
    assertThat(sender("Return-Path: nobody\n" + WAY)).isEqualTo("r@out.example RECEIVED above");
  }

  @Test
  void whatTheAnalystSaysComesFirst() {
    var said =
        NOTHING_SAID.withClient(
            Optional.of(address("203.0.113.9")), Optional.of("h.example"), Optional.of(""));
    var envelope = envelope("Return-Path: <p@out.example>\n" + WAY, said);

    assertThat(envelope.ip()).contains(Told.byAnalyst(address("203.0.113.9")));
    assertThat(envelope.helo()).contains(Told.byAnalyst("h.example"));
    assertThat(envelope.mailFrom()).contains(Told.byAnalyst(""));
    assertThat(Envelope.of(said)).isEqualTo(envelope);
  }

  @Test
  void heloOfAnotherClientIsNotTakenForTheOneThatTheAnalystNames() {
    var ours =
        envelope(
            WAY, NOTHING_SAID.withClient(client("192.0.2.10"), Optional.empty(), Optional.empty()));
    var nowhere =
        envelope(
            WAY,
            NOTHING_SAID.withClient(client("203.0.113.9"), Optional.empty(), Optional.empty()));

    assertThat(ours.helo().map(Told::value)).contains("mx.corp.example");
    assertThat(nowhere.helo()).isEmpty();
  }

  @Test
  void messageThatTellsNothingGivesNothing() {
    assertThat(envelope("Subject: x\n", NOTHING_SAID)).isEqualTo(Envelope.UNKNOWN);
  }

  private static String sender(String header) {
    var told = envelope(header, NOTHING_SAID).mailFrom().orElseThrow();
    return told.value() + " " + told.origin() + (told.believed() ? " above" : " below");
  }

  private static Envelope envelope(String header, Options options) {
    var message = Message.read((header + "\n").getBytes(UTF_8));
    var chain = HopChain.of(message);
    var border = Border.find(chain, TrustedServers.of(List.of("corp.example")));
    return Envelope.of(message, chain, border, options);
  }

  private static Optional<InetAddress> client(String text) {
    return Optional.of(address(text));
  }

  private static InetAddress address(String text) {
    return AddressLiteral.find(text).orElseThrow().address();
  }
}
