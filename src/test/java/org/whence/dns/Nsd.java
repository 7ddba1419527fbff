package org.whence.dns;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.whence.RealServers;

/// NSD as a child process, on 127.0.0.1 and ::1, with zones of a test and nothing of the system's.
public final class Nsd {
  private final Child child;
  private final int port;
  private final List<String> zones;

  private Nsd(Child child, int port, Map<String, String> zones) {
    this.child = child;
    this.port = port;
    this.zones = List.copyOf(zones.keySet());
  }

  /// Starts it, and waits until it answers.
  ///
  /// @param zones the text of each zone by its name
  public static Nsd start(Path folder, Map<String, String> zones) throws Exception {
    var program = RealServers.require("nsd");
    var port = Child.freePort();
    var config = Files.writeString(folder.resolve("nsd.conf"), config(folder, port, zones));
    var child = Child.start(folder.resolve("nsd.log"), program, "-d", "-c", config.toString());
    var nsd = new Nsd(child, port, zones);
    child.awaitAnswer(nsd.uri("udp", "127.0.0.1"), nsd.zones().getFirst());
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
      var file = zone.getKey().equals(".") ? "root.zone" : zone.getKey() + "zone";
      Files.writeString(folder.resolve(file), zone.getValue());
      config.append(
          "zone:\n    name: \"%s\"\n    zonefile: \"%s\"\n".formatted(zone.getKey(), file));
    }
    return config.toString();
  }

  int port() {
    return port;
  }

  /// The names of the zones, with their root dots.
  List<String> zones() {
    return zones;
  }

  /// Such as `udp://127.0.0.1:40053`.
  public String uri(String scheme, String host) {
    return new Endpoint(Endpoint.address(host).orElseThrow(), port).uri(scheme);
  }

  /// Stops it, with its children.
  public void stop() throws InterruptedException {
    child.stop();
  }
}
