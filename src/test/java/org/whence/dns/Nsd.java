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
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.whence.RealServers;
import org.xbill.DNS.Type;

/// NSD as a child process, on 127.0.0.1 and ::1, with zones of a test and nothing of the system's.
final class Nsd {
  private static final Duration START = Duration.ofSeconds(30);
  private static final int STOP_SECONDS = 10;

  private final Process process;
  private final int port;
  private final Path log;

  private Nsd(Process process, int port, Path log) {
    this.process = process;
    this.port = port;
    this.log = log;
  }

  /// Starts it, and waits until it answers.
  ///
  /// @param zones the text of each zone by its name
  static Nsd start(Path folder, Map<String, String> zones) throws Exception {
    var program = RealServers.require("nsd");
    var port = freePort();
    var config = Files.writeString(folder.resolve("nsd.conf"), config(folder, port, zones));
    var log = folder.resolve("nsd.log");
    var process =
        new ProcessBuilder(program.toString(), "-d", "-c", config.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    var nsd = new Nsd(process, port, log);
    try {
      nsd.awaitAnswer(zones.keySet().iterator().next());
    } catch (Throwable e) {
      nsd.stop();
      throw e;
    }
    return nsd;
  }

  private static String config(Path folder, int port, Map<String, String> zones)
      throws IOException {
    var config =
        new StringBuilder("server:\n")
            .append("    ip-address: 127.0.0.1@" + port + "\n    ip-address: ::1@" + port + "\n");
    config.append(
        """
            zonesdir: "%1$s"
            pidfile: "%1$s/nsd.pid"
            database: ""
            xfrdfile: "%1$s/xfrd.state"
            zonelistfile: "%1$s/zone.list"
            username: ""
            chroot: ""
            server-count: 1
            rrl-ratelimit: 0
        remote-control:
            control-enable: no
        """
            .formatted(folder));
    for (var zone : zones.entrySet()) {
      var file = zone.getKey() + "zone";
      Files.writeString(folder.resolve(file), zone.getValue());
      config.append(
          "zone:\n    name: \"%s\"\n    zonefile: \"%s\"\n".formatted(zone.getKey(), file));
    }
    return config.toString();
  }

  private static int freePort() throws IOException {
    while (true) {
      try (var tcp = new ServerSocket(0, 0, InetAddress.ofLiteral("127.0.0.1"));
          var udp = new DatagramSocket(tcp.getLocalPort(), tcp.getInetAddress())) {
        return udp.getLocalPort();
      } catch (BindException portTakenForUdp) {
        // Another one, then.
      }
    }
  }

  private void awaitAnswer(String zone) throws Exception {
    var servers = ResolverAddress.parse(uri("udp", "127.0.0.1")).servers();
    var resolver =
        new ServerResolver(servers, Duration.ofSeconds(1), 1, new Random(), InstantSource.system());
    var question = new Question(Names.parse(zone).orElseThrow(), Type.SOA);
    var deadline = System.nanoTime() + START.toNanos();
    while (!(resolver.resolve(question).answer() instanceof Answer.Records)) {
      if (process.waitFor(20, TimeUnit.MILLISECONDS) || System.nanoTime() > deadline) {
        throw new AssertionError("NSD does not answer:\n" + Files.readString(log));
      }
    }
  }

  /// Such as `udp://127.0.0.1:40053`.
  String uri(String scheme, String host) {
    return new Endpoint(Endpoint.address(host).orElseThrow(), port).uri(scheme);
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
