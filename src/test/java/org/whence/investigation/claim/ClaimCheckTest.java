package org.whence.investigation.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whence.TestZone;
import org.whence.chain.Branch;
import org.whence.chain.ChainTopic;
import org.whence.chain.Finding;
import org.whence.chain.Reason;
import org.whence.chain.Value;
import org.whence.dkim.DkimOptions;
import org.whence.dkim.DkimVerifier;
import org.whence.dmarc.DmarcRequest;
import org.whence.dmarc.DmarcSpec;
import org.whence.dmarc.DmarcVerifier;
import org.whence.dmarc.Identifier;
import org.whence.dmarc.SuffixLists;
import org.whence.header.HeaderReason;
import org.whence.ip.AddressLiteral;
import org.whence.iprev.IprevVerifier;
import org.whence.mail.Border;
import org.whence.mail.HopChain;
import org.whence.mail.Message;
import org.whence.mail.TrustedServers;
import org.whence.spf.SpfOptions;
import org.whence.spf.SpfRequest;
import org.whence.spf.SpfVerifier;

final class ClaimCheckTest {
  private static final String ZONE =
      """
      7.100.51.198.in-addr.arpa PTR SERVFAIL
      bank.example TXT "v=spf1 -all"
      pc.example TXT "v=spf1 ?all"
      _dmarc.bank.example TXT "v=DMARC1; p=reject"
      _dmarc.example NXDOMAIN
      sel._domainkey.bank.example NXDOMAIN
      """;

  private static final String TOP =
      """
      %s
      Received: from pc (pc.example [198.51.100.7]) by mx.example.net; Tue, 17 Nov 2026 08:12:07 +0100
      """;

  private static final String REST =
      """
      Received: from x by y.example; Tue, 17 Nov 2026 08:12:05 +0100
      %s
      DKIM-Signature: v=1; a=rsa-sha256; d=bank.example; s=sel; h=from; bh=YWJj; b=QUJDREVGR0hJSktM
      From: a@bank.example

      hello
      """;

  /// The claims of a message with these fields above its border and below, and our findings.
  private static ClaimResult claims(String above, String below, List<String> ids)
      throws InterruptedException {
    var text = (TOP + REST).formatted(above, below).replaceAll("\n+(?=[A-Z])", "\n").strip();
    var message = Message.read(text.getBytes(StandardCharsets.UTF_8));
    var chain = HopChain.of(message);
    var border = Border.find(chain, TrustedServers.NONE);
    return ClaimCheck.of(
            message,
            new WrittenAt(chain, border, true),
            new OwnIds(ids, Optional.of("mx.example.net")),
            found(message))
        .check(Branch.root(TestZone.of(""), ChainTopic.QUESTION))
        .orElseThrow();
  }

  private static Findings found(Message message) throws InterruptedException {
    var root = Branch.root(TestZone.of(ZONE), ChainTopic.QUESTION);
    var client = AddressLiteral.find("198.51.100.7").orElseThrow().address();
    var clock = InstantSource.fixed(TestZone.NOW);
    var iprev = new IprevVerifier(false).check(client, root);
    var request = new SpfRequest(client, "pc.example", "x@bank.example", Optional.empty());
    var verifier = new SpfVerifier(clock, SpfOptions.defaults());
    var helo = verifier.checkHelo(request, root);
    var spf = verifier.check(request, root);
    var dkim = new DkimVerifier(clock, DkimOptions.defaults()).check(message, root);
    var dmarc =
        new DmarcVerifier(DmarcSpec.RFC9989, SuffixLists.bundled())
            .check(
                new DmarcRequest(
                    List.of("bank.example"),
                    Optional.of(new Identifier(spf.verdict(), spf.domain())),
                    List.of()),
                root);
    return new Findings(
        List.of(iprev),
        Optional.of(spf),
        Optional.of(helo),
        Optional.of(dkim),
        Optional.empty(),
        Optional.of(dmarc),
        Optional.empty(),
        true);
  }

  /// RFC 7208, 9.1: of the identity that the field names, and of no other.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fail client-ip=198.51.100.7 | SAME | ",
        "Fail | SAME | ",
        "neutral identity=helo; helo=pc.example | SAME | ",
        "fail helo=pc.example | SAME | ",
        "pass client-ip=::ffff:198.51.100.7 | DIFFERENT | RECORD_CHANGED",
        "fail client-ip=198.51.100.8 | SAME | OTHER_ADDRESS",
        "fail envelope-from=bob@other.example | SAME | OTHER_IDENTITY",
        "fail envelope-from=\"<Bob@BANK.example>\" | SAME | ",
        "fail client-ip=nowhere | SAME | "
      })
  void receivedSpfIsHeldAgainstTheResultOfItsIdentity(
      String field, ClaimReason agreement, String causes) throws InterruptedException {
    var claims = claims("Received-SPF: " + field, "", List.of());
    var compared = claims.fields().getFirst().statements().getFirst();

    assertThat(compared.agreement()).isEqualTo(agreement);
    assertThat(compared.causes().stream().map(Finding::reason).map(Object::toString))
        .containsExactly(causes == null ? new String[0] : causes.split(" "));
  }

  private static Compared only(String statement) throws InterruptedException {
    var claims =
        claims(
            "Authentication-Results: mx.example.net; " + statement, "", List.of("mx.example.net"));
    return claims.fields().getFirst().statements().getLast();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "spf=fail smtp.mailfrom=x@bank.example | SAME | ",
        "spf=pass smtp.mailfrom=x@bank.example | DIFFERENT | RECORD_CHANGED",
        "spf=temperror smtp.mailfrom=bank.example | DIFFERENT | DNS_FAILED_THEN",
        "spf=pass smtp.mailfrom=other.example | DIFFERENT | OTHER_IDENTITY",
        "spf=pass smtp.mailfrom=bank.example smtp.remote-ip=192.0.2.1 | DIFFERENT | OTHER_ADDRESS",
        "iprev=pass policy.iprev=198.51.100.7 | DIFFERENT | DNS_FAILED_NOW",
        "iprev=pass policy.iprev=192.0.2.1 | NOT_RECOMPUTED | OTHER_ADDRESS",
        "dkim=pass header.d=bank.example header.s=sel | DIFFERENT | KEY_GONE",
        "dkim=pass header.b=QUJDREVG | DIFFERENT | KEY_GONE",
        "dkim=pass header.d=other.example | DIFFERENT | SIGNATURE_MISSING",
        "dkim=none | DIFFERENT | SIGNATURES_THERE",
        "dmarc=fail header.from=bank.example | SAME | ",
        "dmarc=fail (p=NONE sp=NONE) header.from=bank.example | SAME | OTHER_POLICY",
        "dmarc=pass header.from=other.example | DIFFERENT | OTHER_AUTHOR",
        "dmarc=none header.from=bank.example | DIFFERENT | RECORD_CHANGED",
        "spf=pass smtp.mailfrom=bank.example; dmarc=pass header.from=bank.example | DIFFERENT |"
            + " RESTS_ON_OTHERS",
        "arc=pass | NOT_RECOMPUTED | NOT_CHECKED",
        "auth=pass smtp.auth=a | NOT_RECOMPUTED | METHOD_NOT_CHECKED"
      })
  void differenceHasItsCause(String statement, ClaimReason agreement, String cause)
      throws InterruptedException {
    var compared = only(statement);
    assertThat(compared.agreement()).isEqualTo(agreement);
    assertThat(compared.causes().stream().map(Finding::reason).map(Reason::toString))
        .isEqualTo(cause == null ? List.of() : List.of(cause));
  }

  @Test
  void claimOfAnEarlierStepWasMadeOfAnotherClient() throws InterruptedException {
    var claims =
        claims(
            "", "Received-SPF: pass client-ip=192.0.2.1; envelope-from=x@bank.example;", List.of());
    var compared = claims.of(ClaimSource.RECEIVED_SPF).findFirst().orElseThrow();
    assertThat(compared.standing()).isEqualTo(Standing.BELOW_LINE);
    assertThat(causes(compared))
        .containsExactly(
            ClaimReason.OTHER_ADDRESS, ClaimReason.FORWARDED, ClaimReason.NOT_BELIEVED);
  }

  private static List<Reason> causes(ComparedField field) {
    return field.statements().getFirst().causes().stream().map(Finding::reason).toList();
  }

  @Test
  void ownIdBelowTheTrustLineIsMarked() throws InterruptedException {
    for (var id : List.of("MX.example.net", "mx.example.net/4Rx1")) {
      var field = "Authentication-Results: " + id + "; spf=pass smtp.mailfrom=bank.example";
      var claims = claims("", field, List.of());
      assertThat(claims.fields().getFirst().standing()).isEqualTo(Standing.OWN_ID_BELOW_LINE);
      assertThat(causes(claims.fields().getFirst())).contains(ClaimReason.NOT_BELIEVED);
    }
  }

  /// A message that comes straight from its sender has no older Received field to stand below.
  @Test
  void ownIdBelowTheReceivedFieldOfAServerThatWritesAboveItIsMarked() throws InterruptedException {
    var field = "Authentication-Results: mx.example.net; spf=%s smtp.mailfrom=bank.example";
    var text =
        "%s\n%s\n%s\nFrom: a@bank.example\n\nhello\n"
            .formatted(
                field.formatted("fail"),
                "Received: from pc ([198.51.100.7]) by mx.example.net;"
                    + " Tue, 17 Nov 2026 08:12:07 +0100",
                field.formatted("pass").replace("mx.example", "MX.Example"));
    var message = Message.read(text.getBytes(StandardCharsets.UTF_8));
    var chain = HopChain.of(message);
    for (var ids : List.of(List.of("mx.example.net"), List.<String>of())) {
      var claims =
          ClaimCheck.of(
                  message,
                  new WrittenAt(chain, Border.find(chain, TrustedServers.NONE), true),
                  new OwnIds(ids, Optional.of("mx.example.net")),
                  found(message))
              .check(Branch.root(TestZone.of(""), ChainTopic.QUESTION))
              .orElseThrow();
      assertThat(claims.fields())
          .extracting(ComparedField::standing)
          .containsExactly(
              ids.isEmpty() ? Standing.NO_LIST : Standing.BELIEVED, Standing.OWN_ID_BELOW_LINE);
    }
  }

  @Test
  void standingFollowsTheListAndTheLine() throws InterruptedException {
    var own = "Authentication-Results: mx.example.net; none";
    var foreign = "Authentication-Results: other.example; none";
    assertThat(standings(own + "\n" + foreign, "", List.of("mx.example.net")))
        .containsExactly(Standing.BELIEVED, Standing.NOT_LISTED);
    assertThat(standings(own, "", List.of())).containsExactly(Standing.NO_LIST);
    assertThat(standings("Received-SPF: pass", foreign, List.of("mx.example.net")))
        .containsExactly(Standing.ABOVE_LINE, Standing.BELOW_LINE);
  }

  private static List<Standing> standings(String above, String below, List<String> ids)
      throws InterruptedException {
    return claims(above, below, ids).fields().stream().map(ComparedField::standing).toList();
  }

  @Test
  void serverThatWritesBelowItsReceivedFieldIsBelieved() throws InterruptedException {
    var text =
        """
        Received: from pc (pc.example [198.51.100.7]) by mx.example.net; Tue, 17 Nov 2026 08:12:07 +0100
        Authentication-Results: mx.example.net; spf=fail smtp.mailfrom=bank.example
        Received-SPF: fail client-ip=198.51.100.7
        Received: from x by y.example; Tue, 17 Nov 2026 08:12:05 +0100
        Authentication-Results: mx.example.net; spf=pass smtp.mailfrom=bank.example
        From: a@bank.example

        """;
    var message = Message.read(text.getBytes(StandardCharsets.UTF_8));
    var chain = HopChain.of(message);
    var claims =
        ClaimCheck.of(
                message,
                new WrittenAt(chain, Border.find(chain, TrustedServers.NONE), true),
                new OwnIds(List.of("mx.example.net"), Optional.of("mx.example.net")),
                found(message))
            .check(Branch.root(TestZone.of(""), ChainTopic.QUESTION))
            .orElseThrow();
    assertThat(claims.fields())
        .extracting(ComparedField::standing)
        .containsExactly(Standing.BELIEVED, Standing.AT_LINE, Standing.OWN_ID_BELOW_LINE);
  }

  @Test
  void claimsAreAStepEachAndJudgeNothing() throws InterruptedException {
    var step =
        claims("Authentication-Results: mx.example.net; spf=pass; dkim=none", "", List.of()).step();
    assertThat(step.values()).containsExactly(Value.of(1));
    assertThat(step.all().flatMap(each -> each.outcome().stream()))
        .allMatch(outcome -> outcome.verdict() == org.whence.chain.Verdict.NEUTRAL);
    assertThat(step.all().toList()).hasSize(4);
  }

  @Test
  void statementsAreToldWithWhatTheyRestOnAndTheFlawsWithTheirPlace() throws InterruptedException {
    var microsoft =
        "Authentication-Results: spf=fail (sender IP is 192.0.2.1) smtp.mailfrom=a.example;"
            + " compauth=fail reason=001";
    var field = claims(microsoft, "", List.of("mx.example.net")).step().steps().getFirst();

    assertThat(field.values())
        .containsExactly(
            Value.of("Authentication-Results"),
            Value.of(""),
            new Value.Place(1, 0, microsoft.length() + 1));
    assertThat(field.outcome().orElseThrow().reason()).isEqualTo(Standing.NO_ID);
    var at = microsoft.indexOf("spf=fail");
    assertThat(field.findings())
        .containsExactly(
            new Finding(
                ClaimReason.FLAW,
                List.of(Value.of("no-authserv-id"), new Value.Place(1, at, at + 1))));
    assertThat(field.steps())
        .extracting(step -> step.values().getLast())
        .containsExactly(Value.of("smtp.mailfrom=a.example"), Value.of("reason=001"));
  }

  @ParameterizedTest
  @CsvSource({
    "000, failed explicitly",
    "001, failed implicitly",
    "130, an ARC chain",
    "109, passed",
    "451, bypassed",
    "702, passed",
  })
  void codeOfCompositeAuthenticationIsPutIntoWords(String code, String words)
      throws InterruptedException {
    var findings = compauth(code);

    assertThat(findings).hasSize(2);
    assertThat(findings.getLast().reason()).isEqualTo(HeaderReason.CODE);
    assertThat(findings.getLast().values().getFirst()).isEqualTo(Value.of("reason:" + code));
    assertThat(findings.getLast().values().toString())
        .contains(words)
        .contains("https://learn.microsoft.com/");
  }

  @Test
  void unknownCodeHasNoWords() throws InterruptedException {
    assertThat(compauth("8"))
        .extracting(Finding::reason)
        .containsExactly(ClaimReason.METHOD_NOT_CHECKED);
  }

  private static List<Finding> compauth(String code) throws InterruptedException {
    return claims("Authentication-Results: x; compauth=pass reason=" + code, "", List.of())
        .step()
        .steps()
        .getFirst()
        .steps()
        .getFirst()
        .findings();
  }

  @Property(tries = 100)
  void nothingIsThrownWhateverIsClaimed(@ForAll String text) throws InterruptedException {
    var fields = new ArrayList<String>();
    for (var source : ClaimSource.values()) {
      fields.add(source.fieldName() + ": " + text.replaceAll("[\\r\\n]", " "));
    }
    assertThat(claims(String.join("\n", fields), "", List.of("mx.example.net")).fields())
        .isNotEmpty();
  }
}
