package org.whence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.whence.TestAuthority;
import org.whence.dns.Nsd;
import org.whence.dns.RawServer;
import org.whence.dns.RawServer.Conduct;
import org.whence.dns.ScriptedServer;
import org.whence.dns.ScriptedServer.Play;
import org.whence.dns.SignedZone;

/// Servers that do something wrong, and what Whence says of them.
final class FaultyServers {
  /// More than any check here asks.
  private static final int ALWAYS = 40;

  private final Path folder;

  /// @param folder where reports and keys are written
  FaultyServers(Path folder) {
    this.folder = folder;
  }

  /// A server that does something wrong.
  interface Fault {
    /// Has it asked.
    ///
    /// @return what the report says, as text and as a page
    String told() throws Exception;
  }

  /// Has a server asked for an address.
  ///
  /// @return what the report says, as text and as a page
  String check(String uri, String... more) throws IOException {
    var name = Long.toString(ThreadLocalRandom.current().nextLong(), Character.MAX_RADIX);
    var text = folder.resolve(name + ".txt");
    var page = folder.resolve(name + ".html");
    var args =
        new ArrayList<>(
            List.of(
                "check", "192.0.2.10", "-r", uri, "-o", text.toString(), "-o", page.toString()));
    args.addAll(List.of(more));
    var run = Shell.run(args.toArray(String[]::new));
    assertThat(run.err()).isEmpty();
    return Files.readString(text) + Files.readString(page).replace("&#39;", "'");
  }

  Fault plays(String scheme, String[] options, Play... plays) {
    return () -> {
      // The last one from then on.
      var last = plays[plays.length - 1];
      var script = Stream.concat(Arrays.stream(plays), Stream.generate(() -> last).limit(ALWAYS));
      try (var server = ScriptedServer.keeping(script.toArray(Play[]::new))) {
        return check(server.uri(scheme), options);
      }
    };
  }

  Fault raw(String scheme, String[] options, Conduct conduct) {
    return () -> {
      try (var server = RawServer.start(conduct)) {
        return check(server.uri(scheme) + (scheme.equals("https") ? "/dns-query" : ""), options);
      }
    };
  }

  Fault tls(TestAuthority.Identity identity, String name, String ca) {
    return () -> {
      try (var server = ScriptedServer.tls(identity.context())) {
        return check(server.uri("tls") + "#" + name, "--ca", ca, "--timeout", "2m");
      }
    };
  }

  Fault http(TestAuthority authority, String ca, int status, String type) {
    return () -> {
      var address = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);
      var server = HttpsServer.create(address, 0);
      server.setHttpsConfigurator(new HttpsConfigurator(authority.issue("127.0.0.1").context()));
      server.createContext(
          "/",
          exchange -> {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
          });
      server.start();
      try {
        var uri = "https://127.0.0.1:" + server.getAddress().getPort() + "/dns-query";
        return check(uri, "--ca", ca, "--timeout", "2m");
      } finally {
        server.stop(0);
      }
    };
  }

  /// A name server whose zone was changed after it was signed.
  String liar() throws Exception {
    var zone = new SignedZone("2.0.192.in-addr.arpa.");
    var signed =
        zone.signed(
                """
                $ORIGIN 2.0.192.in-addr.arpa.
                $TTL 600
                @ IN SOA ns.example. hostmaster.example. 1 7200 900 1209600 300
                  IN NS ns.example.
                10 IN PTR evil.example.
                """)
            .replace("evil.example", "good.example");
    var keys = Files.writeString(folder.resolve("own.anchors"), zone.dnskey());
    var nsd = Nsd.start(folder, Map.of("2.0.192.in-addr.arpa.", signed));
    try {
      return check(
          nsd.uri("udp", "127.0.0.1"), "--trust-anchor", keys.toString(), "--timeout", "2m");
    } finally {
      nsd.stop();
    }
  }

  static void drip(Socket connection) throws IOException {
    try {
      while (true) {
        connection.getOutputStream().write(255);
        TimeUnit.MILLISECONDS.sleep(20);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  static void cut(Socket connection) throws IOException {
    connection.getInputStream().read();
    connection.getOutputStream().write(new byte[] {1, 0, 0, 0});
  }
}
