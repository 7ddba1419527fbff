package org.whence.dns;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.whence.RealServers;
import org.whence.TestAuthority.Identity;

/// Unbound as a child process on 127.0.0.1: recursion over the zones of one name server, asked over
/// UDP and TCP, TLS and HTTPS.
final class Unbound {
  private final Child child;
  private final int plain;
  private final int tls;
  private final int https;

  private Unbound(Child child, int plain, int tls, int https) {
    this.child = child;
    this.plain = plain;
    this.tls = tls;
    this.https = https;
  }

  /// Starts it, and waits until it answers.
  static Unbound start(Path folder, Nsd authoritative, Identity identity) throws Exception {
    var program = RealServers.require("unbound");
    var certificate = Files.writeString(folder.resolve("unbound.pem"), identity.pem());
    var key = Files.writeString(folder.resolve("unbound.key"), identity.keyPem());
    var plain = Child.freePort();
    var tls = Child.freePort();
    var https = Child.freePort();
    var config =
        """
        server:
            interface: 127.0.0.1@%2$d
            interface: 127.0.0.1@%3$d
            interface: 127.0.0.1@%4$d
            tls-port: %3$d
            https-port: %4$d
            tls-service-pem: "%5$s"
            tls-service-key: "%6$s"
            directory: "%1$s"
            pidfile: "%1$s/unbound.pid"
            chroot: ""
            username: ""
            use-syslog: no
            do-daemonize: no
            do-ip6: no
            do-not-query-localhost: no
            module-config: "iterator"
            ede: yes
            unblock-lan-zones: yes
            local-zone: "2.0.192.in-addr.arpa." nodefault
        remote-control:
            control-enable: no
        """
            .formatted(folder, plain, tls, https, certificate, key);
    var stubs =
        authoritative.zones().stream()
            .map(zone ->
                "stub-zone:\n    name: \"%s\"\n    stub-addr: 127.0.0.1@%d\n"
                    .formatted(zone, authoritative.port()))
            .collect(Collectors.joining());
    var file = Files.writeString(folder.resolve("unbound.conf"), config + stubs);
    var child = Child.start(folder.resolve("unbound.log"), program, "-d", "-c", file.toString());
    var unbound = new Unbound(child, plain, tls, https);
    child.awaitAnswer(unbound.uri("udp"), authoritative.zones().getFirst());
    return unbound;
  }

  /// Such as `tls://127.0.0.1:40053`.
  String uri(String scheme) {
    return switch (scheme) {
      case "tls" -> "tls://127.0.0.1:" + tls;
      case "https" -> "https://127.0.0.1:" + https + "/dns-query";
      default -> scheme + "://127.0.0.1:" + plain;
    };
  }

  /// Stops it.
  void stop() throws InterruptedException {
    child.stop();
  }
}
