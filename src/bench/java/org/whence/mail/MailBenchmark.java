package org.whence.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.parser.AbstractContentHandler;
import org.apache.james.mime4j.parser.MimeStreamParser;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
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
import org.openjdk.jmh.infra.Blackhole;
import org.whence.mail.mime.MimeReader;

/// How often all mails of a folder are read in a second: by Whence with fields, hops and the MIME
/// tree, and by Mime4j alone, which reads fields and decodes bodies. `-p mails=FOLDER` names them.
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 10, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "--sun-misc-unsafe-memory-access=allow")
public class MailBenchmark {
  /// The mails, and how many octets they have in all.
  @State(Scope.Benchmark)
  public static class Mails {
    @Param("../shared/suites")
    String mails = "";

    private List<byte[]> all = List.of();

    @Setup
    public void read() throws IOException {
      try (var files = Files.walk(Path.of(mails))) {
        all = files.filter(file -> file.toString().endsWith(".eml")).map(Mails::octets).toList();
      }
      if (all.isEmpty()) {
        throw new IOException(mails + ": no *.eml; name a folder of mails with -p mails=FOLDER");
      }
      var octets = all.stream().mapToLong(mail -> mail.length).sum();
      System.out.println(all.size() + " mails, " + octets + " octets");
    }

    private static byte[] octets(Path file) {
      try {
        return Files.readAllBytes(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Benchmark
  public void whence(Mails mails, Blackhole hole) {
    for (var mail : mails.all) {
      var message = Message.read(mail);
      message.fields().forEach(field -> hole.consume(field.shown()));
      hole.consume(HopChain.of(message));
      hole.consume(MimeReader.read(message));
    }
  }

  @Benchmark
  public void mime4j(Mails mails, Blackhole hole) throws IOException, MimeException {
    // Mails of the wild break its limits; Whence has its own.
    var parser = new MimeStreamParser(MimeConfig.PERMISSIVE);
    parser.setContentDecoding(true);
    parser.setContentHandler(
        new AbstractContentHandler() {
          @Override
          public void field(Field field) {
            hole.consume(field.getBody());
          }

          @Override
          public void body(BodyDescriptor descriptor, InputStream body) throws IOException {
            hole.consume(body.readAllBytes());
          }
        });
    for (var mail : mails.all) {
      parser.parse(new ByteArrayInputStream(mail));
    }
  }
}
