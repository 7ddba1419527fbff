package org.whence.spf;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.james.jspf.core.DNSRequest;
import org.apache.james.jspf.core.DNSService;
import org.apache.james.jspf.executor.SPFResult;
import org.apache.james.jspf.impl.SPF;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.whence.chain.Branch;
import org.whence.chain.ChainTopic;
import org.whence.chain.Verdict;
import org.whence.dns.Answer;
import org.whence.dns.Exchange;
import org.whence.dns.Question;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/// SPF evaluations per second where every answer is in memory, the whole check with its tree,
/// beside Apache jSPF, which keeps no evidence, on the same records. The client is in the last
/// network of the last record that is included.
///
/// A third of the terms are includes, each of a record with three networks; the rest are networks.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 2, jvmArgsAppend = "--sun-misc-unsafe-memory-access=allow")
public class SpfBenchmark {
  private static final Instant ASKED = Instant.parse("2026-11-23T15:40:12.345Z");
  private static final String CLIENT = "192.0.2.10";

  @Param({"1", "10", "30"})
  int terms;

  private final Map<String, String> policies = new HashMap<>();
  private final Map<Question, Exchange> memory = new HashMap<>();
  private final SpfVerifier verifier =
      new SpfVerifier(InstantSource.system(), SpfOptions.defaults());
  private SpfRequest request;
  private SPF other;

  /// Publishes the records.
  @Setup
  public void publish() throws TextParseException, UnknownHostException {
    // Its log would be the slowest part of it.
    Logger.getLogger("org.apache.james.jspf").setLevel(Level.OFF);
    var includes = Math.ceilDiv(terms, 3);
    var record = new StringBuilder("v=spf1");
    for (var i = 0; i < terms - includes; i++) {
      record.append(" ip4:198.51.100.").append(i).append("/32");
    }
    for (var i = 1; i <= includes; i++) {
      record.append(" include:_spf").append(i).append(".example.net");
      var last = i == includes ? "192.0.2.0" : "203.0.113.0";
      policy(
          "_spf" + i + ".example.net",
          "v=spf1 ip4:10.%d.0.0/16 ip6:2001:db8:%d::/48 ip4:%s/24 ~all".formatted(i, i, last));
    }
    policy("example.org", record.append(" -all").toString());
    request =
        new SpfRequest(
            InetAddress.getByName(CLIENT), "mx.example.org", "ann@example.org", Optional.empty());
    other = new SPF(new Policies(policies));
  }

  private void policy(String domain, String text) throws TextParseException {
    policies.put(domain, text);
    var name = Name.fromString(domain, Name.root);
    var question = new Question(name, Type.TXT);
    Record record = new TXTRecord(name, DClass.IN, 3600, strings(text));
    memory.put(
        question,
        Exchange.local(question, new Answer.Records(List.of(), List.of(record)), "memory", ASKED));
  }

  private static List<String> strings(String text) {
    var strings = new ArrayList<String>();
    for (var at = 0; at < text.length(); at += 255) {
      strings.add(text.substring(at, Math.min(at + 255, text.length())));
    }
    return strings;
  }

  /// Ours, with its tree.
  @Benchmark
  public SpfResult whence() throws InterruptedException {
    var root = Branch.root(question -> memory.get(question), ChainTopic.QUESTION);
    var result = verifier.check(request, root);
    if (result.verdict() != Verdict.PASS) {
      throw new IllegalStateException(result.toString());
    }
    return result;
  }

  /// Apache jSPF.
  @Benchmark
  public SPFResult jspf() {
    var result = other.checkSPF(CLIENT, "ann@example.org", "mx.example.org");
    if (!result.getResult().equals("pass")) {
      throw new IllegalStateException(result.getResult());
    }
    return result;
  }

  /// What jSPF asks.
  private record Policies(Map<String, String> texts) implements DNSService {
    @Override
    public List<String> getRecords(DNSRequest request) {
      var text = texts.get(request.getHostname().toLowerCase(Locale.ROOT));
      return text == null || request.getRecordType() != DNSRequest.TXT ? List.of() : List.of(text);
    }

    @Override
    public CompletionStage<List<String>> getRecordsAsync(DNSRequest request) {
      return CompletableFuture.completedFuture(getRecords(request));
    }

    @Override
    public List<String> getLocalDomainNames() {
      return List.of("mx.example.net");
    }

    @Override
    public void setTimeOut(int timeOut) {}

    @Override
    public int getRecordLimit() {
      return 0;
    }

    @Override
    public void setRecordLimit(int recordLimit) {}
  }
}
