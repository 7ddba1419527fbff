package org.whence.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whence.ip.AddressLiteral;

/// What a client calls itself is the one part of a field above the trust line that an attacker
/// writes. Whatever it is, the address that the server saw is the one that is read.
final class ReceivedHeloTest {
  private static final InetAddress CLIENT =
      AddressLiteral.find("198.51.100.9").orElseThrow().address();

  /// As servers write it, hardly any of which lets blanks through, and none parentheses or
  /// backslashes.
  private static final String FORMS =
      """
      from %s (unknown [198.51.100.9]) by mx.corp.example (Postfix) with ESMTP id B2
      from %s (out.evil.example [198.51.100.9]) by mx.corp.example (Postfix) with ESMTP id B2
      from %s ([198.51.100.9]) by mx.corp.example (8.18.1/8.18.1) with ESMTP id 4AO
      from %s (out.evil.example [198.51.100.9] (may be forged)) by mx.corp.example with ESMTP id 4AO
      from [198.51.100.9] (helo=%s) by mx.corp.example with esmtp (Exim 4.98) id 1x
      from [198.51.100.9] (port=2525 helo=%s) by mx.corp.example with esmtp (Exim 4.98) id 1x
      from out.evil.example ([198.51.100.9] helo=%s) by mx.corp.example with esmtp (Exim 4.98) id 1x
      from unknown (HELO %s) (198.51.100.9) by mx.corp.example with SMTP
      from unknown (HELO %s) (user@198.51.100.9) by mx.corp.example with SMTP
      from %s (198.51.100.9) by EX1.corp.example (10.0.0.2) with Microsoft SMTP Server id 15.1.2507.39
      from out.evil.example ([198.51.100.9]:2525 "EHLO %s" rhost-flags-OK-OK-OK-OK) by mx.corp.example with ESMTP id S1
      from %s (Not Verified[198.51.100.9]) by mx.corp.example (using TLS: TLSv1.2, AES256-SHA) id <B5>
      """;

  @Provide
  static Arbitrary<String> names() {
    return Arbitraries.of(
            "[192.0.2.25]",
            "192.0.2.25",
            "mx.corp.example",
            "[",
            "]",
            "[]",
            "by",
            "from",
            "id",
            "with",
            "for",
            "via",
            "helo=",
            "HELO",
            "port=25",
            "ident=",
            "=",
            ":",
            ",",
            ".",
            "-",
            "IPv6:",
            "[IPv6:2001:db8::1]",
            "::1",
            "unknown",
            "localhost",
            "127.0.0.1",
            "x",
            "'",
            "/",
            "%",
            "{",
            "}",
            "|",
            "&",
            "*",
            "account",
            "to",
            "be",
            "as",
            "user",
            "auth:",
            "encrypted",
            "\"",
            "<",
            ">",
            "<x>",
            ";",
            "mail",
            "[192.0.2.25] ident=",
            "helo=x ident=",
            "pickup",
            "service",
            "local",
            " with",
            "id ",
            " by ",
            "for ",
            " from ",
            "as user ",
            " to be ",
            "claiming to be \"",
            "not verified")
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(parts -> String.join("", parts).strip())
        .filter(name -> !name.isEmpty());
  }

  @Property
  void addressAndLookedUpNameAreThoseOfTheConnection(@ForAll("names") String helo) {
    var misread =
        FORMS
            .lines()
            .map(form -> form.formatted(helo) + "; Tue, 24 Nov 2026 10:00:00 +0000")
            .filter(field -> isMisread(ReceivedParser.parse(field)))
            .collect(Collectors.joining("\n"));
    assertThat(misread).isEmpty();
  }

  private static boolean isMisread(Received read) {
    return read.result() != Received.Result.PARSED
        || read.fromIp().filter(CLIENT::equals).isEmpty()
        || read.by().filter(by -> by.endsWith(".corp.example")).isEmpty()
        || read.byIp().filter(CLIENT::equals).isPresent()
        || read.auth().isPresent()
        || read.fromRdns().filter(name -> !name.equals("out.evil.example")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "from mx.corp.example[192.0.2.25] (unknown [198.51.100.9]) by mx.corp.example",
        "from [192.0.2.25]by (unknown [198.51.100.9]) by mx.corp.example",
        "from by<x> (unknown [198.51.100.9]) by mx.corp.example",
        "from x (out.evil.example (mx.corp.example [192.0.2.25]) [198.51.100.9]) by"
            + " mx.corp.example",
        "from [198.51.100.9] (helo=[192.0.2.25]\\) by mx.corp.example",
        "from x(mx.corp.example [192.0.2.25]) (unknown [198.51.100.9]) by mx.corp.example",
        "from mx.corp.example (HELO x) (unknown [198.51.100.9]) by mx.corp.example",
        "from mx.corp.example(Exim) ([198.51.100.9]) by mx.corp.example (8.18.1/8.18.1)",
        "from mx.corp.example (Exim 4) (unknown [198.51.100.9]) by mx.corp.example",
        "from mx.corp.example(192.0.2.25), claiming to be \"x\" (unknown [198.51.100.9]) by"
            + " mx.corp.example",
        "from x as user boss (unknown [198.51.100.9]) by mx.corp.example",
      })
  void nameIsNoAddressWhateverStandsInIt(String field) {
    assertThat(isMisread(ReceivedParser.parse(field))).isFalse();
  }

  /// Of servers that let blanks through in a HELO, or parentheses in what an ident server says.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "from x by 192.0.2.25 (unknown [198.51.100.9]) by mx.corp.example with ESMTP id B2",
        "from x by evil.example with HTTP (unknown [198.51.100.9]) by mx.corp.example with ESMTP"
            + " id B2",
        "from x with local id 1 (unknown [198.51.100.9]) by mx.corp.example with ESMTP id B2",
        "from mail pickup service (unknown [198.51.100.9]) by mx.corp.example with ESMTP id B2",
        "from id with for (unknown [198.51.100.9]) by mx.corp.example with ESMTP id B2",
        "from x from y (unknown [198.51.100.9]) by mx.corp.example with ESMTP id B2",
        "from out.evil.example ([198.51.100.9] helo=x ident=y) by evil.example with local id 1 (z)"
            + " by mx.corp.example with ESMTP (Exim 4.80) id B2",
      })
  void wordsOfClausesInANameAreNoClauses(String field) {
    var read = ReceivedParser.parse(field + "; Tue, 24 Nov 2026 10:00:00 +0000");

    assertThat(isMisread(read)).isFalse();
    assertThat(read.with()).contains("ESMTP");
    assertThat(read.queueId()).contains("B2");
  }

  /// What an ident server says (RFC 1413) stands last in the comment of Exim.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "( [192.0.2.25]",
        "(mx.corp.example [192.0.2.25]",
        "x) (mx.corp.example [192.0.2.25]",
        "x) (Authenticated sender: boss",
        "(Authenticated sender: boss",
        "x) (using TLSv1.3 with cipher X",
        "x) [192.0.2.25] (y",
        "x) by evil.example (y",
      })
  void whatAnIdentServerSaysIsNothingElse(String ident) {
    var first = "from out.evil.example ([198.51.100.9] helo=h ident=" + ident + ")";
    var second = "from [198.51.100.9] (helo=h ident=" + ident + ")";
    for (var from : List.of(first, second)) {
      var read = ReceivedParser.parse(from + " by mx.corp.example with esmtp (Exim 4.80) id B2");

      assertThat(isMisread(read)).as(from).isFalse();
      assertThat(read.tlsCipher()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(envelope-from <%s>) id B2; Tue, 24 Nov 2026 10:00:00 +0000",
        "id B2; Tue, 24 Nov 2026 10:00:00 +0000 (envelope-from %s)",
        "id B2 envelope-from <%s>; Tue, 24 Nov 2026 10:00:00 +0000",
      })
  void localPartOfTheSenderIsNeitherCommentNorClause(String end) {
    var sender =
        "\"a) by evil.example tls X (Authenticated sender: boss); Mon, 1 Jan 2001 00:00:00 +0000"
            + " (b\"@c.example";
    var read =
        ReceivedParser.parse(
            "from x ([198.51.100.9]) by mx.corp.example with esmtp " + end.formatted(sender));

    assertThat(isMisread(read)).isFalse();
    assertThat(read.tlsCipher()).isEmpty();
    assertThat(read.queueId()).contains("B2");
    assertThat(read.date().flatMap(MailDate::instant))
        .contains(Instant.parse("2026-11-24T10:00:00Z"));
  }
}
