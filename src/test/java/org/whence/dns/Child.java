package org.whence.dns;

import java.io.IOException;
import java.net.BindException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.xbill.DNS.Type;

/// A name server as a child process of a test.
final class Child {
  private static final Duration START = Duration.ofSeconds(30);
  private static final int STOP_SECONDS = 10;

  private final Process process;
  private final Path log;

  private Child(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  static Child start(Path log, Path program, String... arguments) throws IOException {
    var command = Stream.concat(Stream.of(program.toString()), Arrays.stream(arguments)).toList();
    var process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    return new Child(process, log);
  }

  /// A port of 127.0.0.1 that is free for TCP and UDP.
  static int freePort() throws IOException {
    while (true) {
      try (var tcp = new ServerSocket(0, 0, InetAddress.ofLiteral("127.0.0.1"));
          var udp = new DatagramSocket(tcp.getLocalPort(), tcp.getInetAddress())) {
        return udp.getLocalPort();
      } catch (BindException portTakenForUdp) {
        // Another one, then.
      }
    }
  }

  /// Waits until it answers for a zone; otherwise stops it.
  void awaitAnswer(String uri, String zone) throws Exception {
    try {
      var servers = ResolverAddress.parse(uri, Profiles.none()).servers(Trust.ofPlatform());
      awaitAnswer(servers, new Question(Names.parse(zone).orElseThrow(), Type.SOA));
    } catch (Throwable e) {
      stop();
      throw e;
    }
  }

  private void awaitAnswer(List<Server> servers, Question question) throws Exception {
    var deadline = System.nanoTime() + START.toNanos();
    try (var resolver =
        new ServerResolver(
            servers, Duration.ofSeconds(1), 1, new Random(), InstantSource.system())) {
      while (!(resolver.resolve(question).answer() instanceof Answer.Records)) {
        if (process.waitFor(20, TimeUnit.MILLISECONDS) || System.nanoTime() > deadline) {
          throw new AssertionError("it does not answer:\n" + Files.readString(log));
        }
      }
    }
  }

  /// Stops it, with its children.
  void stop() throws InterruptedException {
    var children = process.descendants().toList();
    process.destroy();
    if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
    children.forEach(ProcessHandle::destroyForcibly);
  }
}
