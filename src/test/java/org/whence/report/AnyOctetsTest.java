package org.whence.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Any octets at all end as an investigation with its reports, never as an exception.
final class AnyOctetsTest {
  private static final int TRIES = 300;

  /// Beginnings that decide what octets are taken for.
  private static final List<String> MAGIC =
      List.of(
          "PK\u0003\u0004",
          "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1",
          "x\u009F>\"",
          "From a@b Mon Nov 23 15:40:00 2026\n",
          "123\nReceived: from a by b\n",
          "Received: ",
          "From: ");

  @Property(tries = TRIES)
  void octetsAreBorne(@ForAll byte[] octets) throws IOException {
    assertThat(AnyOctets.investigate(octets)).hasSize(1);
  }

  @Property(tries = TRIES)
  void octetsBehindTheMarkOfAContainerAreBorne(@ForAll("magic") String magic, @ForAll byte[] octets)
      throws IOException {
    var all = (magic + new String(octets, StandardCharsets.ISO_8859_1));

    assertThat(AnyOctets.investigate(all.getBytes(StandardCharsets.ISO_8859_1)))
        .allSatisfy(found -> assertThat(found.stopped()).isFalse());
  }

  @Property(tries = TRIES)
  void fieldsPutTogetherAtRandomAreBorne(@ForAll("headers") String header) throws IOException {
    var found = AnyOctets.investigate(header.getBytes(StandardCharsets.UTF_8));

    assertThat(found).isNotEmpty();
    assertThat(found.getLast().tree().all().count()).isPositive();
  }

  @Property(tries = TRIES)
  void damagedMailIsBorne(@ForAll("damages") List<int[]> damages) throws IOException {
    var octets = Files.readAllBytes(Path.of("assets/sample/case.eml"));
    for (var damage : damages) {
      octets[damage[0] % octets.length] = (byte) damage[1];
    }

    assertThat(AnyOctets.investigate(octets)).isNotEmpty();
  }

  @Property(tries = 100)
  void mailThatWasCutOffIsBorne(@ForAll("places") int place) throws IOException {
    var octets = Files.readAllBytes(Path.of("assets/sample/case.eml"));

    assertThat(AnyOctets.investigate(Arrays.copyOf(octets, place % octets.length))).hasSize(1);
  }

  @Provide
  Arbitrary<Integer> places() {
    return Arbitraries.integers().greaterOrEqual(0);
  }

  @Provide
  Arbitrary<String> magic() {
    return Arbitraries.of(MAGIC);
  }

  @Provide
  Arbitrary<List<int[]>> damages() {
    return Combinators.combine(
            Arbitraries.integers().greaterOrEqual(0), Arbitraries.integers().between(0, 255))
        .as((place, octet) -> new int[] {place, octet})
        .list()
        .ofMinSize(1)
        .ofMaxSize(30);
  }

  @Provide
  Arbitrary<String> headers() {
    var names =
        Arbitraries.of(
            "Received",
            "From",
            "Date",
            "Subject",
            "Authentication-Results",
            "ARC-Seal",
            "ARC-Message-Signature",
            "ARC-Authentication-Results",
            "DKIM-Signature",
            "Received-SPF",
            "Return-Path",
            "Content-Type",
            "Content-Transfer-Encoding",
            "X-Forefront-Antispam-Report",
            "X-Spam-Status",
            "List-Id",
            "X-Forwarded-To");
    var words =
        Arbitraries.of(
            "from a.example (b.example [192.0.2.1]) by c.example with ESMTPS id 1",
            "; 23 Nov 2026 10:00:00 +0000",
            "<a@b.example>",
            "=?utf-8?q?=00?=",
            "multipart/mixed; boundary=x",
            "message/rfc822",
            "v=1; a=rsa-sha256; d=b.example; s=s; h=from; bh=AA==; b=AA==",
            "i=1; cv=none",
            "mx.example; dkim=pass header.d=b.example",
            "spf=pass",
            "SFV:SPM;SCL:9",
            "\r\n ",
            "\r\n\r\n--x\r\n",
            "\"",
            "(",
            ")",
            "\\",
            ",",
            ":",
            ";",
            "\u00E4",
            "xn--mller-kva.example",
            "\u202E",
            "\0");
    var field =
        Combinators.combine(names, words.list().ofMaxSize(6))
            .as((name, value) -> name + ": " + String.join("", value) + "\r\n");
    return field.list().ofMaxSize(12).map(fields -> String.join("", fields) + "\r\nbody");
  }
}
