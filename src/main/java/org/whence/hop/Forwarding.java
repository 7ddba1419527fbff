package org.whence.hop;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.whence.chain.Finding;
import org.whence.chain.Value;
import org.whence.mail.Hop;
import org.whence.mail.Message;

/// What a forwarder leaves behind: envelope senders that it rewrote, and fields of its own.
final class Forwarding {
  /// How many senders, and fields of a name, are looked at.
  private static final int MAX = 20;

  private static final List<String> FIELDS =
      List.of("X-Forwarded-To", "X-Forwarded-For", "X-MS-Exchange-ForwardingLoop");

  private Forwarding() {}

  static List<Finding> of(Message message, List<Hop> relays) {
    var findings = new ArrayList<Finding>();
    var senders = new LinkedHashSet<String>();
    message.first("Return-Path").ifPresent(field -> senders.add(bare(field.shown())));
    for (var hop : relays) {
      hop.received().envelopeFrom().ifPresent(senders::add);
    }
    senders.stream().limit(MAX).forEach(sender -> rewritten(sender).ifPresent(findings::add));
    for (var name : FIELDS) {
      var fields = message.all(name);
      for (var field : fields.subList(0, Math.min(fields.size(), MAX))) {
        findings.add(
            WayReader.finding(
                HopReason.FORWARDED,
                Value.of(field.name()),
                Value.of(field.shown()),
                new Value.Place(field.line(), field.start(), field.end())));
      }
    }
    return findings;
  }

  private static String bare(String path) {
    var text = path.strip();
    return text.startsWith("<") && text.endsWith(">") ? text.substring(1, text.length() - 1) : text;
  }

  /// The original sender of a rewritten one: `SRS0=hash=time=domain=local@forwarder`,
  /// `SRS1=hash=forwarder==hash=time=domain=local@forwarder` (the Sender Rewriting Scheme), and
  /// `local+caf_=to=domain@gmail.com` of Gmail, whose mailbox is the sender.
  static Optional<Finding> rewritten(String sender) {
    var at = sender.lastIndexOf('@');
    if (at < 0) {
      return Optional.empty();
    }
    var local = sender.substring(0, at);
    var upper = local.toUpperCase(Locale.ROOT);
    if (upper.startsWith("SRS0") && local.length() > 5) {
      return original(local.substring(5)).map(from -> told("SRS", sender, from));
    }
    if (upper.startsWith("SRS1") && local.length() > 5) {
      var inner = local.indexOf("==", 5);
      return inner < 0
          ? Optional.empty()
          : original(local.substring(inner + 2)).map(from -> told("SRS", sender, from));
    }
    var caf = local.indexOf("+caf_=");
    return caf > 0
        ? Optional.of(told("Gmail", sender, local.substring(0, caf) + sender.substring(at)))
        : Optional.empty();
  }

  /// Reads `hash=time=domain=local`.
  private static Optional<String> original(String coded) {
    var parts = coded.split("=", 4);
    return parts.length < 4 || parts[2].isEmpty() || parts[3].isEmpty()
        ? Optional.empty()
        : Optional.of(parts[3] + "@" + parts[2]);
  }

  private static Finding told(String how, String sender, String original) {
    return WayReader.finding(
        HopReason.REWRITTEN, Value.of(how), Value.of(sender), Value.of(original));
  }
}
