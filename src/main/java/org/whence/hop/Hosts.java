package org.whence.hop;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.whence.dns.ALabel;
import org.whence.ip.Addresses;
import org.whence.ip.Ascii;
import org.whence.mail.Received;

/// The hosts that the steps of one way name, each made comparable once: in A-labels, lower case,
/// without the dot of the root.
final class Hosts {
  private final IdentityHashMap<Received, Names> steps = new IdentityHashMap<>();

  private record Names(Optional<String> server, Optional<String> stamp, List<String> clients) {}

  /// The name of a step's server.
  Optional<String> server(Received step) {
    return names(step).server();
  }

  /// Who stamped a step: its server's name, or else its address.
  Optional<String> stamp(Received step) {
    return names(step).stamp();
  }

  /// The names that a step has for its client: looked up, told, and in front.
  List<String> clients(Received step) {
    return names(step).clients();
  }

  private Names names(Received step) {
    return steps.computeIfAbsent(step, Hosts::read);
  }

  private static Names read(Received step) {
    var server = step.by().flatMap(Hosts::comparable);
    var clients = new ArrayList<String>(3);
    for (var name : List.of(step.fromRdns(), step.fromHelo(), step.fromName())) {
      var host = name.flatMap(Hosts::comparable);
      if (host.isPresent() && !clients.contains(host.get())) {
        clients.add(host.get());
      }
    }
    return new Names(
        server, server.or(() -> step.byIp().map(Addresses::text)), List.copyOf(clients));
  }

  /// Empty for an address, and for the word that stands for no name.
  private static Optional<String> comparable(String name) {
    var bare = plain(name);
    var letters = false;
    for (int i = 0; i < bare.length(); i++) {
      var c = bare.charAt(i);
      if (c == ':' || c == '[' || c == '@') {
        return Optional.empty();
      }
      letters |= Ascii.isLetter(c);
    }
    return letters && !bare.equals("unknown") ? Optional.of(bare) : Optional.empty();
  }

  static String plain(String name) {
    var lower = ALabel.domain(name).toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }
}
