package org.whence.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whence.ip.Addresses;

final class ReceivedParserTest {

  /// The forms of the MTAs: HELO, looked-up name, address and port are kept apart.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # Postfix: HELO (name [address])
          from helo.example (rdns.example [192.0.2.1]) by mx.example (Postfix) with ESMTP id 4F1A2B | helo.example | rdns.example | 192.0.2.1 |
          from helo.example (unknown [192.0.2.1]) by mx.example (Postfix) with ESMTP id 4F1A2B      | helo.example | | 192.0.2.1 |
          from [10.0.0.9] (rdns.example [IPv6:2001:db8::1]) by mx.example (Postfix) with ESMTP      | 10.0.0.9 | rdns.example | 2001:db8::1 |
          from 10.0.0.9 (unknown [192.0.2.1]) by mx.example (Postfix) with SMTP id 4F1A2B           | 10.0.0.9 | | 192.0.2.1 |
          from localhost (localhost [127.0.0.1]) by mx.example (Postfix) with ESMTP                 | localhost | localhost | 127.0.0.1 |
          # Exim
          from rdns.example ([192.0.2.1] helo=helo.example) by mx.example with esmtp (Exim 4.96)    | helo.example | rdns.example | 192.0.2.1 |
          from rdns.example ([192.0.2.1]:52313 helo=helo.example) by mx.example with esmtps         | helo.example | rdns.example | 192.0.2.1 | 52313
          from rdns.example ([192.0.2.1]:52313) by mx.example with esmtps (TLS1.3) (Exim 4.96)      | rdns.example | rdns.example | 192.0.2.1 | 52313
          from [192.0.2.1] (helo=helo.example) by mx.example with smtp (Exim 4.96)                  | helo.example | | 192.0.2.1 |
          from [192.0.2.1] (port=4711 helo=[10.0.0.9]) by mx.example with esmtpa (Exim 4.96)        | 10.0.0.9 | | 192.0.2.1 | 4711
          from [192.0.2.1] by mx.example with esmtp (Exim 4.96)                                     | | | 192.0.2.1 |
          # Sendmail
          from helo.example (rdns.example [192.0.2.1] (may be forged)) by mx.example (8.17.1/8.17.1) with ESMTP id 1 | helo.example | rdns.example | 192.0.2.1 |
          from helo.example ([192.0.2.1]) by mx.example (8.17.1/8.17.1) with ESMTP id h2FH0Zx11330  | helo.example | | 192.0.2.1 |
          from helo.example (IDENT:user@rdns.example [192.0.2.1]) by mx.example with SMTP id 1      | helo.example | rdns.example | 192.0.2.1 |
          from helo.example (user@[192.0.2.1]) by mx.example with SMTP id 1                         | helo.example | | 192.0.2.1 |
          from helo.example (user@203.0.113.9 [192.0.2.1]) by mx.example with SMTP id 1             | helo.example | | 192.0.2.1 |
          # qmail
          from rdns.example (HELO helo.example) (192.0.2.1) by mx.example with SMTP                 | helo.example | rdns.example | 192.0.2.1 |
          from unknown (HELO helo.example) (user@192.0.2.1) by mx.example with SMTP                 | helo.example | | 192.0.2.1 |
          from rdns.example (user@192.0.2.1) by mx.example with SMTP                                | rdns.example | rdns.example | 192.0.2.1 |
          from rdns.example (HELO ) (192.0.2.1) by mx.example with SMTP                             | | rdns.example | 192.0.2.1 |
          from unknown (192.0.2.1) by mx.example with SMTP                                          | unknown | | 192.0.2.1 |
          # Exchange and Office 365
          from a.example (192.0.2.1) by b.example (192.0.2.2) with Microsoft SMTP Server (version=TLS1_2, cipher=X) id 15.1.225.42 | a.example | | 192.0.2.1 |
          from a.example (2001:db8:0:25::5) by b.example (2001:db8::1) with Microsoft SMTP Server id 15.20.1.1 via Frontend Transport | a.example | | 2001:db8:0:25::5 |
          from a.example ([fe80::1]) by b.example ([fe80::1%6]) with mapi id 15.20.1943.023          | a.example | | fe80::1 |
          # Gmail
          from host.example (host.example. [192.0.2.1]) by mx.google.com with ESMTPS id x | host.example | host.example | 192.0.2.1 |
          # others
          from helo.example [192.0.2.1] by mx.example (SMTPD32-7.07) id A4CE7F2A0028                 | helo.example | | 192.0.2.1 |
          from helo.example [(192.0.2.1)] by mx.example (MDaemon PRO v19.0.2) with ESMTP id 1        | helo.example | | 192.0.2.1 |
          from [10.0.0.9] (account user [192.0.2.1] verified) by mx.example with ESMTPA id 1         | 10.0.0.9 | | 192.0.2.1 |
          from [192.0.2.1]:50999 (HELO helo.example) by mx.example ([192.0.2.2]:25) with SMTP        | helo.example | | 192.0.2.1 | 50999
          from helo.example (192.0.2.1:23198) by mx.example with [XMail 1.20 ESMTP Server] id <S72E> | helo.example | | 192.0.2.1 | 23198
          from rdns.example(192.0.2.1), claiming to be "helo.example" via SMTP by mx.example, id 1   | helo.example | rdns.example | 192.0.2.1 |
          from by (rdns.example [192.0.2.1]) by mx.example (Postfix) with ESMTP id 1                 | by | rdns.example | 192.0.2.1 |
          """)
  void clientIsReadByTheFormOfItsMta(
      String value, String helo, String rdns, String ip, Integer port) {
    var received = ReceivedParser.parse(value + "; Tue, 1 Jul 2003 10:52:37 +0200");

    assertThat(received.result()).isEqualTo(Received.Result.PARSED);
    assertThat(received.fromHelo()).isEqualTo(Optional.ofNullable(helo));
    assertThat(received.fromRdns()).isEqualTo(Optional.ofNullable(rdns));
    assertThat(received.fromIp().map(Addresses::text)).contains(ip);
    assertThat(received.fromPort()).isEqualTo(Optional.ofNullable(port));
    assertThat(received.by()).isPresent();
    assertThat(received.date()).isPresent();
  }

  /// Addresses that stand elsewhere in the line, or are none.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "by mx.example with SMTP id 192.0.2.1; 1 Jul 2003 10:52:37 +0200",
        "from a.example by b.example (192.0.2.2) with ESMTP",
        "from a.example by b.example via smtpd (for [192.0.2.2]) with ESMTP",
        "from a.example (HELO [192.0.2.1]) by b.example with SMTP",
        "from a.example (helo=192.0.2.1) by b.example with smtp",
        "from a.example (Version 1.0 [192.0.2.1]) by b.example with SMTP",
        "from a.example (192.0.513) by b.example with SMTP",
        "from a.example ([192.0.2.1.4711]) by b.example with SMTP",
        "from a.example (Authenticated sender: 192.0.2.1) by b.example with SMTP",
        "from a.example ([unix socket]) by b.example with LMTP",
        "from a.example by b.example (8.17.1) for 192.0.2.1",
        "(qmail 1 invoked from 192.0.2.1); 1 Jul 2003 10:52:37 +0200",
      })
  void noAddressIsTakenFromElsewhere(String value) {
    assertThat(ReceivedParser.parse(value).fromIp()).isEmpty();
  }

  /// A paste that lost its lines has the next field behind the date.
  @ParameterizedTest
  @ValueSource(strings = {"Received:", " Received:", " X-Note: clean Received:"})
  void nextFieldIsNoPartOfThisOne(String between) {
    var read =
        ReceivedParser.parse(
            "from a.example ([192.0.2.1]) by mx.example with SMTP; 29 Apr 2009 01:00:00 -0000"
                + between
                + " from b.example ([192.0.2.2]) by a.example with ESMTP id 2; 29 Apr 2009"
                + " 00:00:00 -0000");

    assertThat(read.fromIp().map(Addresses::text)).contains("192.0.2.1");
    assertThat(read.by()).contains("mx.example");
    assertThat(read.with()).contains("SMTP");
    assertThat(read.queueId()).isEmpty();
    assertThat(read.date().flatMap(MailDate::instant))
        .contains(Instant.parse("2009-04-29T01:00:00Z"));
  }

  @Test
  void clausesStandInAnyOrderAndTheFirstCounts() {
    var received =
        ReceivedParser.parse(
            """
            from a.example (a.example [192.0.2.1])
             (using TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits))
             (Authenticated sender: user@example.org) via UUCP id <1@x> for <to@example.org>
             by b.example (Postfix) by uid 1 with ESMTPSA (envelope-from <from@example.org>);
             Tue, 1 Jul 2003 10:52:37 +0200 (CEST)
            """);

    assertThat(received.by()).contains("b.example");
    assertThat(received.via()).contains("UUCP");
    assertThat(received.with()).contains("ESMTPSA");
    assertThat(received.queueId()).contains("1@x");
    assertThat(received.forAddress()).contains("to@example.org");
    assertThat(received.envelopeFrom()).contains("from@example.org");
    assertThat(received.auth()).contains("user@example.org");
    assertThat(received.tlsVersion()).contains("TLSv1.3");
    assertThat(received.tlsCipher()).contains("TLS_AES_256_GCM_SHA384");
    assertThat(received.date().flatMap(MailDate::dateTime).orElseThrow())
        .hasToString("2003-07-01T10:52:37+02:00");
    assertThat(received.comments())
        .containsExactly(
            "a.example [192.0.2.1]",
            "using TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits)",
            "Authenticated sender: user@example.org",
            "Postfix",
            "envelope-from <from@example.org>",
            "CEST");
  }

  @Test
  void gmailNamesTheServerByItsAddress() {
    var received =
        ReceivedParser.parse(
            "by 2002:a05:6402:1:b0:45c:2c83:1208 with SMTP id b16csp1; Mon, 10 Oct 2022 10:31:15"
                + " -0700");

    assertThat(received.by()).isEmpty();
    assertThat(received.byIp().map(InetAddress::getHostAddress))
        .contains("2002:a05:6402:1:b0:45c:2c83:1208");
    assertThat(received.queueId()).contains("b16csp1");
    assertThat(received.result()).isEqualTo(Received.Result.PARSED);
  }

  @Test
  void identOfExchangeIsNoAddressAndForgedIsSaid() {
    assertThat(ReceivedParser.parse("from a (192.0.2.1) by b with SMTP id 15.1.225.42").queueId())
        .contains("15.1.225.42");
    assertThat(
            ReceivedParser.parse("from a (b.example [192.0.2.1] (may be forged)) by c")
                .mayBeForged())
        .isTrue();
    assertThat(ReceivedParser.parse("from a (IDENT:joe@b.example [192.0.2.1]) by c").ident())
        .contains("joe");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(version=TLS1_3 cipher=TLS_AES_128_GCM_SHA256"
            + " bits=128/128)|TLSv1.3|TLS_AES_128_GCM_SHA256",
        "(version=TLS1_2, cipher=TLS_ECDHE_X)|TLSv1.2|TLS_ECDHE_X",
        "(version=TLSv1/SSLv3 cipher=OTHER)|TLSv1.0|",
        "(TLS1.2:ECDHE_X:256)|TLSv1.2|ECDHE_X",
        "(TLS1.3) tls TLS_AES_256_GCM_SHA384|TLSv1.3|TLS_AES_256_GCM_SHA384",
        "(TLSv1.2:ECDHE-X:256)|TLSv1.2|ECDHE-X",
        "(using TLSv1 with cipher ADH-X (256/256 bits))|TLSv1.0|ADH-X",
        "(TLS: TLSv1/SSLv3,256bits,AES256-SHA)|TLSv1.0|AES256-SHA",
        "(using SSLv3 with cipher X)|SSLv3|X",
        "(Google Transport Security)||",
        "(Client CN TLSv1.2)||",
      })
  void tlsIsRead(String comment, String version, String cipher) {
    var received = ReceivedParser.parse("from a by b with ESMTPS " + comment + " id 1; x");

    assertThat(received.tlsVersion()).isEqualTo(Optional.ofNullable(version));
    assertThat(received.tlsCipher()).isEqualTo(Optional.ofNullable(cipher));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(authenticated bits=0)|authenticated",
        "(authenticated user=joe bits=0)|joe",
        "(Authenticated sender: joe@example.org)|joe@example.org",
        "(SquirrelMail authenticated user joe)|joe",
        "(AUTH: CRAM-MD5 joe, TLS: TLS1.3, 128bits, X)|joe",
        "(AUTH: joe)|joe",
        "(AUTH joe)|joe",
        "(Authenticated sender: \"joe doe\"@example.org)|\"joe doe\"@example.org",
        "(Authenticated sender: joe doe)|joe doe",
        "(authenticated as joe)|joe",
        "(smtp-auth username joe, mechanism plain)|joe",
        "(user=joe mech=PLAIN bits=0)|joe",
        "(account joe)|joe",
        "(no matter)|",
      })
  void authenticationIsRead(String comment, String user) {
    assertThat(ReceivedParser.parse("from a " + comment + " by b with ESMTPA").auth())
        .isEqualTo(Optional.ofNullable(user));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "from a.example by b.example; 1 Jul 2003 10:52:37 Z|PARSED",
        "by b.example with HTTP; 1 Jul 2003 10:52:37 Z|PARSED",
        "(qmail 27981 invoked by uid 225); 14 Mar 2003 07:24:34 -0000|IGNORED",
        "by b.example (Postfix, from userid 1002) id 1; 1 Jul 2003 10:52:37 Z|IGNORED",
        "from mail pickup service by b.example with Microsoft SMTPSVC; 1 Jul 2003 10:52 Z|IGNORED",
        "from a.example [127.0.0.1] by localhost with IMAP (fetchmail-5.9.0)|IGNORED",
        "from a.example (192.0.2.1) by b.example with POP3; 1 Jul 2003 10:52:37 Z|IGNORED",
        "from a.example (fetchmail@[192.0.2.1]) by b.example with SMTP|PARSED",
        "; 1 Jul 2003 10:52:37 Z|UNPARSED",
        "''|UNPARSED",
        "some words|UNPARSED",
      })
  void resultSaysWhatKindOfFieldItIs(String value, Received.Result result) {
    assertThat(ReceivedParser.parse(value).result()).isEqualTo(result);
  }

  @Test
  void emptySenderIsASender() {
    assertThat(ReceivedParser.parse("from a by b (envelope-from <>)").envelopeFrom()).contains("");
    assertThat(ReceivedParser.parse("from a by b id 1 envelope-from <x@y>").envelopeFrom())
        .contains("x@y");
    assertThat(ReceivedParser.parse("from a by b").envelopeFrom()).isEmpty();
  }

  @Test
  void lineThatWasCutOffStillTellsWhatItHas() {
    var received =
        ReceivedParser.parse("from helo.example (rdns.example [192.0.2.1] by mx.example");

    assertThat(received.fromIp().map(Addresses::text)).contains("192.0.2.1");
    assertThat(received.by()).contains("mx.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(", ")", "()", "[", "]", "<", "\"", "\\", ";", "from ", "by b ", "(a", "[a] ", "a@[", "=",
        ":", "((a)", "helo=[", "<\"", "<\"a", "<\"a\"", "a <\"b ", "Mon ", "id a 1 ", ";a",
        "(via a)"
      })
  void endlessRepetitionIsBorne(String piece) {
    var value = "from a (b [192.0.2.1]) by c " + piece.repeat(60_000 / piece.length());

    assertThat(ReceivedParser.parse(value).fromIp().map(Addresses::text)).contains("192.0.2.1");
  }

  /// A client that calls itself so, or has a name that says so, has not authenticated.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "from a.example (HELO authenticated) (192.0.2.1) by b.example with SMTP",
        "from a.example (authenticated [192.0.2.1]) by b.example with SMTP",
        "from a.example (account [192.0.2.1]) by b.example with SMTP",
        "from a.example ([192.0.2.1] helo=authenticated) by b.example with smtp",
      })
  void wordOfTheClientIsNoAuthentication(String value) {
    assertThat(ReceivedParser.parse(value).auth()).isEmpty();
    assertThat(ReceivedParser.parse(value).fromIp().map(Addresses::text)).contains("192.0.2.1");
  }

  @Test
  void deepNestingDoesNotHideWhatFollows() {
    var value = "from a (b [192.0.2.1]) " + "(".repeat(20_000) + ")".repeat(20_000) + " by c";

    assertThat(ReceivedParser.parse(value).by()).contains("c");
  }

  @Test
  void lineBeyondTheLimitIsNotRead() {
    var value = "from a by b " + "(".repeat(ReceivedParser.MAX_LENGTH);

    assertThat(ReceivedParser.parse(value).result()).isEqualTo(Received.Result.UNPARSED);
  }

  @Property
  void anyTextIsBorne(@ForAll("values") String value) {
    assertThat(ReceivedParser.parse(value).result()).isNotNull();
  }

  @Property
  void anyCharactersAreBorne(@ForAll String value) {
    assertThat(ReceivedParser.parse("from " + value + " by " + value).result()).isNotNull();
  }

  @Provide
  Arbitrary<String> values() {
    return Arbitraries.of(
            "from",
            "by",
            "with",
            "id",
            "for",
            "via",
            "tls",
            "(",
            ")",
            "[",
            "]",
            "<",
            ">",
            "\"",
            "\\",
            ";",
            " ",
            ",",
            "=",
            ":",
            "@",
            "192.0.2.1",
            "a.example",
            "HELO",
            "helo=",
            "IDENT:",
            "account",
            "AUTH:",
            "TLS1.2",
            "cipher",
            "using",
            "encrypted",
            "be",
            "to",
            "as",
            "user",
            "authenticated",
            "envelope-from",
            "unknown",
            "25")
        .list()
        .ofMaxSize(40)
        .map(list -> String.join("", list));
  }
}
