package org.whence.iprev;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.whence.chain.Branch;
import org.whence.chain.ChainListener;
import org.whence.chain.Finding;
import org.whence.chain.Step;
import org.whence.chain.Together;
import org.whence.chain.Topic;
import org.whence.chain.Value;
import org.whence.dns.Answer;
import org.whence.dns.Exchange;
import org.whence.dns.Question;
import org.whence.dns.Resolver;
import org.whence.ip.ReverseName;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/// IPREV checks per second where every answer is in memory: what a check and its tree cost beside
/// the network. Each check grows its tree; nobody listens to it but in `passListenedTo`.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 2, jvmArgsAppend = "--sun-misc-unsafe-memory-access=allow")
public class IprevBenchmark {
  private static final Instant ASKED = Instant.parse("2026-11-23T15:40:12.345Z");

  private final Map<Question, Exchange> memory = new HashMap<>();
  private final Resolver resolver = question -> Objects.requireNonNull(memory.get(question));
  private final IprevVerifier verifier = new IprevVerifier(false);

  private final InetAddress one = client("192.0.2.10", "192.0.2.10", "mail.example");
  private final InetAddress three =
      client("192.0.2.11", "192.0.2.99", "a.example", "b.example", "c.example");

  /// One name that leads back: three questions.
  @Benchmark
  public IprevResult pass() throws InterruptedException {
    return verifier.check(one, Branch.root(resolver, IprevTopic.CHECK, Value.of(one)));
  }

  /// Three names, none of which leads back: seven questions.
  @Benchmark
  public IprevResult mismatchOfThreeNames() throws InterruptedException {
    return verifier.check(three, Branch.root(resolver, IprevTopic.CHECK, Value.of(three)));
  }

  /// As `pass`, with somebody who keeps every event, as the window does, and the closed tree.
  @Benchmark
  public Step passListenedTo() throws InterruptedException {
    var events = new Events();
    var root = Branch.root(resolver, events, Together.IN_TURN, IprevTopic.CHECK, Value.of(one));
    verifier.check(one, root);
    return root.close();
  }

  private InetAddress client(String address, String leadsTo, String... names) {
    try {
      var client = InetAddress.getByName(address);
      var reverse = ReverseName.of(client);
      var targets = new ArrayList<Record>();
      for (var text : names) {
        var name = Name.fromString(text, Name.root);
        targets.add(new PTRRecord(reverse, DClass.IN, 3600, name));
        var a = new ARecord(name, DClass.IN, 3600, InetAddress.getByName(leadsTo));
        var aaaa = new AAAARecord(name, DClass.IN, 3600, InetAddress.getByName("2001:db8::10"));
        answer(name, Type.A, a);
        answer(name, Type.AAAA, aaaa);
      }
      answer(reverse, Type.PTR, targets.toArray(Record[]::new));
      return client;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void answer(Name name, int type, Record... records) {
    var question = new Question(name, type);
    var answer = new Answer.Records(List.of(), List.of(records));
    memory.put(question, Exchange.local(question, answer, "memory", ASKED));
  }

  private static final class Events implements ChainListener {
    private final List<Object> events = new ArrayList<>();

    @Override
    public void opened(String path, Topic topic, List<Value> values) {
      events.add(topic);
    }

    @Override
    public void asked(String path, Question question) {
      events.add(question);
    }

    @Override
    public void answered(String path, Exchange exchange) {
      events.add(exchange);
    }

    @Override
    public void noted(String path, Finding finding) {
      events.add(finding);
    }

    @Override
    public void closed(Step step) {
      events.add(step);
    }
  }
}
