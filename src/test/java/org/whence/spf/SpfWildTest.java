package org.whence.spf;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.whence.TestZone;
import org.whence.chain.Branch;
import org.whence.chain.ChainTopic;
import org.whence.chain.Verdict;
import org.whence.dns.Answer;
import org.whence.dns.Exchange;
import org.whence.dns.Failure;
import org.whence.dns.Names;
import org.whence.dns.Question;
import org.whence.dns.Resolver;
import org.whence.ip.AddressLiteral;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/// Whatever a domain publishes and a client says, there is a result and a whole tree.
final class SpfWildTest {
  private static final InetAddress OTHER =
      AddressLiteral.find("198.51.100.1").orElseThrow().address();

  /// Every name publishes the record, and half of all names have nothing else.
  private record Everywhere(String text) implements Resolver {
    @Override
    public Exchange resolve(Question question) {
      return Exchange.local(question, answer(question), "zone:test", TestZone.NOW);
    }

    private Answer answer(Question question) {
      var name = question.name();
      return switch (question.type()) {
        case Type.TXT -> records(txt(name));
        case Type.MX -> records(new MXRecord(name, DClass.IN, 0, 1, host(name)));
        case Type.PTR -> records(new PTRRecord(name, DClass.IN, 0, host(name)));
        default ->
            switch (name.hashCode() & 3) {
              case 0 -> new Answer.NoSuchDomain(List.of());
              case 1 -> new Answer.Failed(Failure.TIMEOUT, "");
              default -> records(new ARecord(name, DClass.IN, 0, OTHER));
            };
      };
    }

    private static Name host(Name name) {
      return Names.parse("h" + (name.hashCode() & 7) + ".example.org").orElseThrow();
    }

    private Record txt(Name name) {
      var octets = text.getBytes(StandardCharsets.ISO_8859_1);
      var wire = new byte[octets.length + 1];
      wire[0] = (byte) octets.length;
      System.arraycopy(octets, 0, wire, 1, octets.length);
      return Record.newRecord(name, Type.TXT, DClass.IN, 0, wire);
    }

    private static Answer records(Record record) {
      return new Answer.Records(List.of(), List.of(record));
    }
  }

  @Property(tries = 400)
  void thereIsAlwaysAResultAndAWholeTree(
      @ForAll("records") String record, @ForAll("words") String local, @ForAll("words") String helo)
      throws InterruptedException {
    var request = SpfCheck.request(SpfCheck.CLIENT, helo, local + "@example.org");
    for (var beyond : List.of(false, true)) {
      var options = SpfOptions.defaults().withBeyond(beyond);
      var root = Branch.root(new Everywhere("v=spf1 " + record), ChainTopic.QUESTION);
      var verifier = new SpfVerifier(InstantSource.fixed(TestZone.NOW), options);

      var result = verifier.check(request, root);

      assertThat(result.verdict()).isNotIn(Verdict.POLICY, Verdict.NONE);
      assertThat(result.step().all()).noneMatch(step -> step.stopped());
      assertThat(result.lookups()).isLessThanOrEqualTo(SpfVerifier.MAX_LOOKUPS + 1);
      assertThat(result.path()).allMatch(path -> result.step().at(path).isPresent());
    }
  }

  @Provide
  Arbitrary<String> records() {
    return Arbitraries.of(
            "a",
            "mx",
            "ptr",
            "-ptr:example.org",
            "a:%{l}.example.org",
            "?include:%{h}.example",
            "include:i.example",
            "-include:j.%{d2}",
            "exists:%{p}.%{ir}.%{v}.example.org",
            "x=%{t}",
            "mx:%{L1r-}.example//64",
            "ip4:203.0.113.0/24",
            "ip6:::/0",
            "-all",
            "~all",
            "redirect=%{d}.r.example",
            "redirect=r.example",
            "exp=%{o}",
            "moo",
            "%",
            "a:\u00E9.org")
        .list()
        .ofMaxSize(7)
        .map(terms -> String.join(" ", terms));
  }

  @Provide
  Arbitrary<String> words() {
    return Arbitraries.strings().ascii().ofMaxLength(80);
  }
}
