package org.whence.mail.mime;

import java.util.Locale;
import java.util.Optional;
import org.whence.dns.ULabel;

/// Where a body leads. Nothing ever goes there. Hostile text.
///
/// @param kind what kind of place it is
/// @param target the target as written, without blanks around it
/// @param shown the text that a reader sees; empty where the target itself is shown, or nothing
/// @param host the host of the target in lower case and A-labels, where it names one
/// @param elsewhere the host that the shown text names, likewise, where it is another one
public record Link(
    Kind kind, String target, String shown, Optional<String> host, Optional<String> elsewhere) {

  /// How a link comes to be followed.
  public enum Kind {
    /// By a click.
    ANCHOR,
    /// By filling in a form and sending it.
    FORM,
    /// By showing the message: an image, a style, a frame. Whoever loads it is seen.
    LOADED,
    /// By nothing but showing the message: it moves on.
    REDIRECT,
    /// It stands in the text, and programs make a link of it.
    TEXT;

    /// The word of the machine-readable forms, such as `anchor`.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// The host as people read it, where that is another form (RFC 5890, 2.3.2.1).
  public Optional<String> readHost() {
    return host.flatMap(
        named -> Optional.of(ULabel.domain(named)).filter(read -> !read.equals(named)));
  }

  static Link of(Kind kind, String target, String shown) {
    var host = Hosts.ofTarget(target);
    return new Link(
        kind,
        target,
        shown.equals(target) ? "" : shown,
        host,
        host.flatMap(named -> Hosts.shown(shown).filter(other -> !Hosts.isSame(named, other))));
  }
}
