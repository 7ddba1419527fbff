package org.whence.dkim;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
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
import org.whence.dns.Resolver;
import org.whence.mail.Message;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/// Signatures checked per second, the whole check with its tree and a key from memory, beside what
/// Java's own classes need at least: SHA-256 over the same octets of the body, and the check of
/// each signature with a key that is ready. The share of the two is what counts.
///
/// Java checks one to two thousand Ed25519 signatures a second; there nothing else matters.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 6, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--sun-misc-unsafe-memory-access=allow")
public class DkimBenchmark {
  private static final String HEADER =
      """
      Received: from a.example.org (a.example.org [192.0.2.1])
       by mx.example.net with ESMTPS id 4711; Mon, 23 Nov 2026 12:00:00 +0000
      From: Ann <ann@example.org>
      To: bob@example.net
      Subject: Lunch
      Date: Mon, 23 Nov 2026 12:00:00 +0000
      Message-ID: <1@example.org>
      MIME-Version: 1.0
      Content-Type: text/plain; charset=utf-8

      """;

  @Param({"5000", "50000", "5000000"})
  int size;

  @Param({"SIMPLE", "RELAXED"})
  Canonicalization how;

  @Param({"RSA", "ED25519"})
  KeyType type;

  @Param({"1", "2"})
  int signatures;

  private final DkimVerifier verifier =
      new DkimVerifier(InstantSource.system(), DkimOptions.defaults());
  private KeyPair key;
  private SignatureAlgorithm algorithm;
  private Message message;
  private byte[] body;
  private byte[] header;
  private byte[] signature;
  private Resolver resolver;

  /// Signs a mail of the size.
  @Setup
  public void sign() throws GeneralSecurityException {
    key = type == KeyType.RSA ? Keys.rsa(2048) : Keys.ed25519();
    algorithm =
        type == KeyType.RSA ? SignatureAlgorithm.RSA_SHA256 : SignatureAlgorithm.ED25519_SHA256;
    var signer = Signer.relaxed().with(how, how).with(key, algorithm);
    var text = signer.sign(HEADER + words(size));
    for (var more = 1; more < signatures; more++) {
      text = signer.sign(text);
    }
    message = Message.read(text.getBytes(ISO_8859_1));
    body = new byte[message.body().remaining()];
    message.body().get(body);
    header = new byte[1_000];
    var own = java.security.Signature.getInstance(algorithm.javaName());
    own.initSign(key.getPrivate());
    own.update(header);
    signature = own.sign();
    var record = txt(Keys.record(key));
    resolver =
        question ->
            Exchange.local(
                question,
                new Answer.Records(
                    List.of(),
                    List.of(Record.newRecord(question.name(), Type.TXT, DClass.IN, 3600, record))),
                "zone:bench",
                InstantSource.system().instant());
  }

  private static byte[] txt(String text) {
    var wire = new ByteArrayOutputStream();
    for (var at = 0; at < text.length(); at += 255) {
      var string = text.substring(at, Math.min(at + 255, text.length()));
      wire.write(string.length());
      wire.writeBytes(string.getBytes(ISO_8859_1));
    }
    return wire.toByteArray();
  }

  /// Lines of words, as mails have them.
  private static String words(int size) {
    var random = new Random(1);
    var text = new StringBuilder(size + 100);
    while (text.length() < size) {
      var end = text.length() + 66;
      while (text.length() < end) {
        for (var left = 1 + random.nextInt(9); left > 0; left--) {
          text.append((char) ('a' + random.nextInt(26)));
        }
        text.append(text.length() < end ? ' ' : '\n');
      }
    }
    return text.toString();
  }

  /// The whole check.
  @Benchmark
  public DkimResult check() throws InterruptedException {
    var result = verifier.check(message, Branch.root(resolver, ChainTopic.QUESTION));
    if (result.verdict() != Verdict.PASS) {
      throw new IllegalStateException(result.toString());
    }
    return result;
  }

  /// The least that it can cost.
  @Benchmark
  public ByteBuffer bare() throws GeneralSecurityException {
    var digest = MessageDigest.getInstance("SHA-256");
    digest.update(body);
    for (var i = 0; i < signatures; i++) {
      var check = java.security.Signature.getInstance(algorithm.javaName());
      check.initVerify(key.getPublic());
      check.update(header);
      if (!check.verify(signature)) {
        throw new IllegalStateException("the signature is our own");
      }
    }
    return ByteBuffer.wrap(digest.digest());
  }
}
