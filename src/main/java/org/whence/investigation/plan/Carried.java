package org.whence.investigation.plan;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.whence.chain.Step;
import org.whence.chain.Value;

/// What a name carries, and the macros that put it there, while both are collected.
final class Carried {
  private final Set<Reveal> reveals = EnumSet.noneOf(Reveal.class);
  private final Set<String> macros = new LinkedHashSet<>();

  void add(Reveal reveal) {
    reveals.add(reveal);
  }

  void add(Carried other) {
    reveals.addAll(other.reveals);
    macros.addAll(other.macros);
  }

  /// Adds what a macro stands for.
  ///
  /// @param macro its step: as published, its value, what became of it
  /// @param domain what the domain that is being looked at carries, which `%{d}` hands on
  void add(Step macro, Carried domain) {
    if (macro.values().getFirst() instanceof Value.Text(var text)
        && text.length() > 2
        && macro.values().get(1) instanceof Value.Text(var value)) {
      var found = revealed(Character.toLowerCase(text.charAt(2)), value);
      if (!found.isEmpty()) {
        reveals.addAll(found);
        macros.add(text);
      } else if (text.charAt(2) == 'd' || text.charAt(2) == 'D') {
        add(domain);
      }
    }
  }

  private static Set<Reveal> revealed(char letter, String value) {
    return switch (letter) {
      case 'i', 'c', 'p' -> Set.of(Reveal.CLIENT);
      case 's', 'l' ->
          holdsAddress(value) ? Set.of(Reveal.SENDER, Reveal.RECIPIENT) : Set.of(Reveal.SENDER);
      case 'h' -> Set.of(Reveal.HELO);
      case 'r' -> Set.of(Reveal.RECEIVER);
      case 't' -> Set.of(Reveal.TIME);
      default -> Set.of();
    };
  }

  /// Whether a local-part is made for one recipient, as `bounce-ann=example.org` is.
  private static boolean holdsAddress(String sender) {
    var at = sender.lastIndexOf('@');
    var local = at < 0 ? sender : sender.substring(0, at);
    var equals = local.lastIndexOf('=');
    return equals > 0 && local.indexOf('.', equals) > equals + 1;
  }

  Set<Reveal> reveals() {
    return reveals;
  }

  List<String> macros() {
    return List.copyOf(macros);
  }
}
