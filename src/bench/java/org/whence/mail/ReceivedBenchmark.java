package org.whence.mail;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/// Received lines parsed per second: each form by itself, and all of them in turn.
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "--sun-misc-unsafe-memory-access=allow")
public class ReceivedBenchmark {
  private static final int FORMS = 6;

  private static final Map<String, String> LINES =
      Map.of(
          "postfix",
          """
          from mail.example.com (unknown [198.51.100.7])
          \t(using TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits))
          \t(No client certificate requested)
          \tby mx.example.org (Postfix) with ESMTPS id 4bXq2T5v1Lz9sQd
          \tfor <clara@example.org>; Tue, 17 Nov 2026 08:12:21 +0100 (CET)\
          """,
          "exim",
          """
          from out.example.com ([198.51.100.7]:41218 helo=mail.example.com)
          \tby mx.example.org with esmtps (TLS1.3) tls TLS_AES_256_GCM_SHA384
          \t(Exim 4.98) (envelope-from <clara@example.com>)
          \tid 1vKtcg-00000003aXb-2kQz for clara@example.org;
          \tTue, 17 Nov 2026 07:11:34 +0000\
          """,
          "sendmail",
          """
          from mail.example.com (out.example.com [198.51.100.7] (may be forged))
          \tby mx.example.org (8.18.1/8.18.1) with ESMTPS id 6AH7C7qk021877
          \t(version=TLSv1.3 cipher=TLS_AES_256_GCM_SHA384 bits=256 verify=NO)
          \tfor <clara@example.org>; Tue, 17 Nov 2026 08:12:07 +0100\
          """,
          "qmail",
          """
          from out.example.com (HELO mail.example.com) (clara@198.51.100.7)
            by mx.example.org with (AES256-SHA encrypted) SMTP; 17 Nov 2026 07:12:07 -0000\
          """,
          "exchange",
          """
          from mail.example.com (198.51.100.7) by mx.example.org
           (10.20.0.5) with Microsoft SMTP Server (version=TLS1_2,
           cipher=TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384) id 15.2.1748.10 via Frontend
           Transport; Tue, 17 Nov 2026 08:12:26 +0100\
          """,
          "gmail",
          """
          from mail.example.com (mail.example.com. [2001:db8::7])
                  by mx.example.org with ESMTPS id ffacd0b85a97d-38d4b1a7c2dsi99421f8f
                  for <clara@example.org>
                  (version=TLS1_3 cipher=TLS_AES_256_GCM_SHA384 bits=256/256);
                  Mon, 16 Nov 2026 23:12:28 -0800 (PST)\
          """);

  /// The form of one server's lines.
  @State(Scope.Benchmark)
  public static class Form {
    /// Whose.
    @Param({"postfix", "exim", "sendmail", "qmail", "exchange", "gmail"})
    public String server = "postfix";

    String line() {
      return Objects.requireNonNull(LINES.get(server));
    }
  }

  /// The lines of one server.
  @Benchmark
  public Received oneForm(Form form) {
    return ReceivedParser.parse(form.line());
  }

  /// A line of each, counted as what they are: six.
  @Benchmark
  @OperationsPerInvocation(FORMS)
  public void allForms(Blackhole hole) {
    LINES.values().forEach(line -> hole.consume(ReceivedParser.parse(line)));
  }
}
