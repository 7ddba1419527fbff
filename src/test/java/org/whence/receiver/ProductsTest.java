package org.whence.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whence.TestZone;
import org.whence.chain.Branch;
import org.whence.chain.ChainTopic;
import org.whence.chain.Verdict;
import org.whence.dmarc.DmarcRequest;
import org.whence.dmarc.DmarcSpec;
import org.whence.dmarc.DmarcVerifier;
import org.whence.dmarc.Identifier;
import org.whence.dmarc.SuffixLists;
import org.whence.ip.AddressLiteral;
import org.whence.iprev.IprevVerifier;
import org.whence.spf.SpfOptions;
import org.whence.spf.SpfRequest;
import org.whence.spf.SpfResult;
import org.whence.spf.SpfVerifier;

final class ProductsTest {
  private static final String HOSTILE = "a\r\nX-Evil: 1\u0000\u202e\"; dmarc=pass (\\) ]";

  private static Session whole() throws InterruptedException {
    var zone =
        TestZone.of(
            """
            7.100.51.198.in-addr.arpa PTR dyn-7.isp.example
            dyn-7.isp.example A 198.51.100.8
            bank.example TXT "v=spf1 -all"
            _dmarc.bank.example TXT "v=DMARC1; p=reject"
            _dmarc.example NXDOMAIN
            """);
    var root = Branch.root(zone, ChainTopic.QUESTION);
    var client = address("198.51.100.7");
    var iprev = new IprevVerifier(false).check(client, root);
    var spf = spf(root, "pc", "alice@bank.example");
    var dmarc =
        new DmarcVerifier(DmarcSpec.RFC9989, SuffixLists.bundled())
            .check(new DmarcRequest(List.of("bank.example"), Optional.empty(), List.of()), root);
    return new Session(
        client,
        Optional.of("pc"),
        Optional.of("alice@bank.example"),
        Optional.of(iprev),
        Optional.empty(),
        Optional.of(spf),
        Optional.of(new Session.Checked(Verdict.PASS, "0")),
        Optional.of(new Session.Checked(Verdict.NONE, "0")),
        Optional.of(dmarc));
  }

  private static SpfResult spf(Branch root, String helo, String mailFrom)
      throws InterruptedException {
    return new SpfVerifier(InstantSource.fixed(TestZone.NOW), SpfOptions.defaults())
        .check(new SpfRequest(address("198.51.100.7"), helo, mailFrom, Optional.empty()), root);
  }

  private static InetAddress address(String text) {
    return AddressLiteral.find(text).orElseThrow().address();
  }

  @Test
  void authenticationResultsTellsEveryCheck() throws InterruptedException {
    var signed = new Signed(Verdict.PASS, "list.example", "s1", "rsa-sha256", "AbCdEf/ghIjKl");
    assertThat(AuthenticationResultsWriter.write("mx.example.net", whole(), List.of(signed)))
        .isEqualTo(
            """
            Authentication-Results: mx.example.net;\r
            \tiprev=fail (dyn-7.isp.example) policy.iprev=198.51.100.7;\r
            \tspf=fail smtp.mailfrom=alice@bank.example;\r
            \tdkim=pass header.d=list.example header.s=s1 header.a=rsa-sha256\r
            \theader.b="AbCdEf/g";\r
            \tarc=none;\r
            \tdmarc=fail policy.dmarc=reject header.from=bank.example\r
            """);
  }

  @Test
  void moreAuthorsThanAreJudgedAreNoPass() throws InterruptedException {
    var zone = new StringBuilder("_dmarc.example NXDOMAIN\n");
    var authors = IntStream.range(0, 11).mapToObj(i -> "a" + i + ".example").toList();
    authors.forEach(
        domain -> zone.append("_dmarc.").append(domain).append(" TXT \"v=DMARC1; p=none\"\n"));
    var dkim = authors.stream().map(domain -> new Identifier(Verdict.PASS, domain)).toList();
    var root = Branch.root(TestZone.of(zone.toString()), ChainTopic.QUESTION);
    var dmarc =
        new DmarcVerifier(DmarcSpec.RFC9989, SuffixLists.bundled())
            .check(new DmarcRequest(authors, Optional.empty(), dkim), root);
    var whole = whole();
    var session =
        new Session(
            whole.client(),
            whole.helo(),
            whole.mailFrom(),
            whole.iprev(),
            whole.heloStep(),
            whole.spf(),
            whole.dkim(),
            whole.arc(),
            Optional.of(dmarc));
    assertThat(AuthenticationResultsWriter.write("mx.example.net", session, List.of()))
        .contains("\tdmarc=permerror;\r\n\tdmarc=pass policy.dmarc=none header.from=a0.example;");
  }

  @Test
  void internationalSenderIsWrittenInALabels() throws InterruptedException {
    var root = Branch.root(TestZone.of("xn--bcher-kva.example NXDOMAIN\n"), ChainTopic.QUESTION);
    var whole = whole();
    var session =
        new Session(
            whole.client(),
            whole.helo(),
            Optional.of("a@b\u00FCcher.example"),
            whole.iprev(),
            whole.heloStep(),
            Optional.of(spf(root, "pc", "a@b\u00FCcher.example")),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    assertThat(AuthenticationResultsWriter.write("mx.example.net", session, List.of()))
        .contains("smtp.mailfrom=a@xn--bcher-kva.example");
    assertThat(LogLine.iprev("mx.example.net", 1, TestZone.NOW, session))
        .contains("domain=\"xn--bcher-kva.example\"");
  }

  @Test
  void ipv6IsQuoted() {
    assertThat(
            AuthenticationResultsWriter.write(
                "mx.example.net", Situation.IPV6.session(), List.of()))
        .contains("iprev=pass (bank.example) policy.iprev=\"2001:db8::10\"");
  }

  @Test
  void nothingCheckedIsNone() {
    var session =
        new Session(
            address("192.0.2.1"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    assertThat(AuthenticationResultsWriter.write("mx.example.net", session, List.of()))
        .isEqualTo("Authentication-Results: mx.example.net;\r\n\tnone\r\n");
  }

  @Test
  void receivedSpfTellsIdentityAndMechanism() throws InterruptedException {
    assertThat(ReceivedSpfWriter.write("mx.example.net", whole().spf().orElseThrow()))
        .isEqualTo(
            """
            Received-SPF: fail (mx.example.net: bank.example does not designate as a\r
            \tpermitted sender 198.51.100.7)\r
            \tclient-ip=198.51.100.7;\r
            \tenvelope-from="alice@bank.example";\r
            \thelo=pc;\r
            \treceiver=mx.example.net;\r
            \tidentity=mailfrom;\r
            \tmechanism="-all";\r
            """);
  }

  /// RFC 7208, 9.1.
  @Test
  void receivedSpfTellsWhatWentWrong() throws InterruptedException {
    var zone = TestZone.of("slow.example TXT SERVFAIL\ntwo.example TXT \"v=spf1 nonsense -all\"\n");
    var root = Branch.root(zone, ChainTopic.QUESTION);
    var slow = ReceivedSpfWriter.write("mx.example.net", spf(root, "pc", "a@slow.example"));
    assertThat(slow)
        .startsWith("Received-SPF: temperror ")
        .contains("\tproblem=\"lookup-failed\";");
    var broken = ReceivedSpfWriter.write("mx.example.net", spf(root, "pc", "a@two.example"));
    assertThat(broken).startsWith("Received-SPF: permerror ").contains("\tproblem=\"");
  }

  /// The sign of the kelvin is an ASCII letter once it is written small.
  @Test
  void letterThatOnlyLooksLikeAsciiStaysNoPartOfAnAtom() throws InterruptedException {
    var root = Branch.root(TestZone.of("bank.example TXT \"v=spf1 -all\"\n"), ChainTopic.QUESTION);
    var field =
        ReceivedSpfWriter.write("\u212A.example", spf(root, "\u212A.example", "a@bank.example"));
    isOneField(field);
    assertThat(field).contains("\thelo=\"?.example\";", "\treceiver=\"?.example\";");
  }

  @Test
  void namesFromDnsCannotAddFields() throws InterruptedException {
    var zone =
        TestZone.of(
            """
            10.2.0.192.in-addr.arpa PTR evil\\013\\010X-Evil:\\0321.example
            evil\\013\\010X-Evil:\\0321.example A 192.0.2.10
            """);
    var iprev =
        new IprevVerifier(false)
            .check(address("192.0.2.10"), Branch.root(zone, ChainTopic.QUESTION));
    assertThat(iprev.verdict()).isEqualTo(Verdict.PASS);
    var session = Session.of(iprev);
    isOneField(AuthenticationResultsWriter.write("mx.example.net", session, List.of()));
    var line = LogLine.iprev("mx.example.net", 1, TestZone.NOW, session);
    assertThat(line.chars()).allMatch(c -> c >= ' ' && c <= '~');
    var judged = Receiver.judge(Profiles.named("vsmtp").orElseThrow(), session);
    assertThat(judged.rules()).allMatch(rule -> rule.said().lines().count() == 1);
  }

  @Test
  void whatTheClientSaysCannotAddFields() throws InterruptedException {
    var root = Branch.root(TestZone.of(""), ChainTopic.QUESTION);
    var spf = spf(root, HOSTILE, HOSTILE + "@" + HOSTILE);
    var signed = new Signed(Verdict.FAIL, HOSTILE, HOSTILE, HOSTILE, HOSTILE);
    var session =
        new Session(
            address("192.0.2.1"),
            Optional.of(HOSTILE),
            Optional.of(HOSTILE),
            Optional.empty(),
            Optional.empty(),
            Optional.of(spf),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    var field = AuthenticationResultsWriter.write(HOSTILE, session, List.of(signed));
    isOneField(field);
    assertThat(outsideQuotes(field)).doesNotContain("dmarc=pass");
    isOneField(ReceivedSpfWriter.write(HOSTILE, spf));
    assertThat(outsideQuotes(ReceivedSpfWriter.write(HOSTILE, spf))).doesNotContain("dmarc=pass");
  }

  private static void isOneField(String field) {
    assertThat(field).endsWith("\r\n");
    var lines = field.substring(0, field.length() - 2).split("\r\n", -1);
    assertThat(Arrays.stream(lines).skip(1)).allMatch(line -> line.startsWith("\t"));
    assertThat(field.replace("\r\n\t", "").replace("\r\n", "").chars())
        .allMatch(c -> c >= ' ' && c <= '~');
  }

  /// What a reader of the field takes for itself: without quoted strings and comments.
  private static String outsideQuotes(String field) {
    return field
        .replaceAll("\"(\\\\.|[^\"\\\\])*\"", "")
        .replaceAll("\\((\\\\.|[^()\\\\])*\\)", "");
  }

  @Test
  void logLineIsStructured() {
    assertThat(LogLine.iprev("mx.example.net", 32473, TestZone.NOW, Situation.MISSING.session()))
        .isEqualTo(
            "<20>1 2026-11-23T15:40:12.345Z mx.example.net whence - iprev [netsec@32473"
                + " mechanism=\"iprev\" ip=\"192.0.2.10\" domain=\"bank.example\"]"
                + " iprev=permerror no-ptr");
  }

  @Test
  void logLineEscapesWhatEndsAParameter() {
    assertThat(LogLine.escaped("a\\b\"c]d\ne")).isEqualTo("a\\\\b\\\"c\\]d?e");
  }

  private static Block block(String ip) {
    return new Block(
        address(ip), "bank.example", "case $(rm -rf /) \"7\"\n", TestZone.NOW, Duration.ofDays(1));
  }

  @ParameterizedTest
  @EnumSource(BlockFormat.class)
  void blockRuleNamesTheAddressAndItsEnd(BlockFormat format) {
    for (var ip : List.of("198.51.100.7", "2001:db8::7")) {
      var rule = BlockRules.write(block(ip), format);
      assertThat(rule).contains(ip).contains("2026-11-24T15:40:12Z").endsWith("\n");
      assertThat(rule).doesNotContain("$", "`", "rm -rf /)");
    }
  }

  @Test
  void blockRulesAreThoseOfTheirPrograms() {
    var block = block("198.51.100.7");
    assertThat(BlockRules.write(block, BlockFormat.NFTABLES))
        .contains(
            "\nnft add element inet filter whence4 '{ 198.51.100.7 timeout 1d comment \"case"
                + " __rm -rf __ _7__\" }'\n");
    assertThat(BlockRules.write(block, BlockFormat.IPSET))
        .contains("\nipset -exist add whence4 198.51.100.7 timeout 86400 comment ");
    assertThat(BlockRules.write(block, BlockFormat.PF))
        .contains("\npfctl -t whence -T add 198.51.100.7\n");
    assertThat(BlockRules.write(block, BlockFormat.POSTFIX))
        .contains("\n198.51.100.7/32    550 5.7.1 Client host rejected\n");
    assertThat(BlockRules.write(block, BlockFormat.FAIL2BAN))
        .contains("bantime = 86400\nfail2ban-client set whence banip 198.51.100.7\n");
    assertThat(BlockRules.write(block, BlockFormat.LIST))
        .isEqualTo("198.51.100.7,bank.example,2026-11-24T15:40:12Z\n");
  }

  /// nft refuses a number of more than eight digits in it.
  @ParameterizedTest
  @CsvSource({"PT876000H, 36500d", "P1DT2H3M4S, 1d2h3m4s", "PT90M, 1h30m", "PT0.5S, 1s"})
  void nftablesIsGivenNoTimeoutThatItRefuses(Duration lasts, String span) {
    var block = new Block(address("198.51.100.7"), "", "case", TestZone.NOW, lasts);
    assertThat(BlockRules.write(block, BlockFormat.NFTABLES))
        .contains("{ 198.51.100.7 timeout " + span + " comment ");
  }

  @Test
  void listHasNoOtherDomainThanTheSenders() {
    var longest = ("a".repeat(60) + ".").repeat(4) + "example";
    assertThat(listed(longest)).contains("," + longest + ",");
    for (var other : List.of("b;nk.example", "-x.example", "b\u00E4nk.example", "a".repeat(300))) {
      assertThat(listed(other)).startsWith("198.51.100.7,,");
    }
  }

  private static String listed(String domain) {
    return BlockRules.write(
        new Block(address("198.51.100.7"), domain, "", TestZone.NOW, Duration.ofDays(1)),
        BlockFormat.LIST);
  }

  /// ipset refuses a longer timeout, and the whole command with it.
  @Test
  void ipsetIsGivenNoTimeoutThatItRefuses() {
    var month = new Block(address("198.51.100.7"), "", "case", TestZone.NOW, Duration.ofDays(30));
    assertThat(BlockRules.write(month, BlockFormat.IPSET))
        .contains("\n# ipset holds no entry longer than that\n")
        .contains(" timeout 2147483 comment ");
    assertThat(BlockRules.write(month, BlockFormat.NFTABLES)).contains(" timeout 30d ");
    assertThat(BlockRules.write(block("198.51.100.7"), BlockFormat.IPSET))
        .doesNotContain("holds no entry");
  }

  /// pf.conf(5) has a statement a line.
  @Test
  void pfIsToldAStatementALine() {
    assertThat(BlockRules.write(block("198.51.100.7"), BlockFormat.PF))
        .contains(
            """

            # in pf.conf: table <whence> persist
            # in pf.conf: block in quick proto tcp from <whence> to any port smtp
            """)
        .doesNotContain("persist;");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "10.1.2.3",
        "192.168.1.1",
        "169.254.1.1",
        "::1",
        "fe80::1",
        "fc00::1"
      })
  void setAsideAddressesAreNotOffered(String ip) {
    assertThat(Block.offer(block(ip), _ -> false)).isInstanceOf(Block.Offer.SpecialAddress.class);
  }

  @Test
  void ownRelaysAreNotOffered() {
    var relay = address("203.0.113.5");
    assertThat(Block.offer(block("203.0.113.5"), relay::equals))
        .isInstanceOf(Block.Offer.OwnRelay.class);
    assertThat(Block.offer(block("198.51.100.7"), relay::equals))
        .isInstanceOf(Block.Offer.Offered.class);
  }
}
