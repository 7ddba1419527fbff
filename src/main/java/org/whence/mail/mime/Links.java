package org.whence.mail.mime;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Finds where the bodies of a message lead, in linear time.
public final class Links {
  /// How many links of a body are listed.
  public static final int MAX_LINKS = 1000;

  /// How much of the text of a link is kept, in characters.
  static final int MAX_SHOWN = 200;

  private static final List<String> SCHEMES = List.of("http://", "https://", "ftp://", "www.");

  /// What does not belong to a URL at its end, where a sentence goes on.
  private static final String TRAILING = ".,;:!?'\")]}>*_";

  private Links() {}

  /// The links in a body: those of HTML, and those that programs make of text. Each target with the
  /// same text is there once, in the order of the source; empty for what is no text.
  public static List<Link> of(Entity entity) {
    return BodyText.of(entity).map(text -> of(entity, text)).orElse(List.of());
  }

  private static List<Link> of(Entity entity, BodyText body) {
    var found = new LinkedHashSet<Link>();
    if (entity.type().is("text/html")) {
      found.addAll(new HtmlBody(body.text()).links());
    } else {
      text(body.text(), found);
    }
    return List.copyOf(found);
  }

  /// The words of a body, without the tags of HTML; empty for what is no text.
  public static String words(Entity entity, BodyText body) {
    return entity.type().is("text/html") ? new HtmlBody(body.text()).text() : body.text();
  }

  private static void text(String text, Set<Link> found) {
    var at = 0;
    while (at < text.length() && found.size() < MAX_LINKS) {
      if (!begins(text, at)) {
        at++;
        continue;
      }
      var end = at;
      while (end < text.length() && isOfUrl(text.charAt(end))) {
        end++;
      }
      var next = end;
      while (end > at && TRAILING.indexOf(text.charAt(end - 1)) >= 0) {
        end--;
      }
      var url = text.substring(at, end);
      if (url.length() > 4 && !SCHEMES.contains(url)) {
        found.add(Link.of(Link.Kind.TEXT, url.startsWith("www.") ? "http://" + url : url, url));
      }
      at = Math.max(next, at + 1);
    }
  }

  private static boolean begins(String text, int at) {
    if (at > 0 && Character.isLetterOrDigit(text.charAt(at - 1))) {
      return false;
    }
    for (var scheme : SCHEMES) {
      if (text.regionMatches(true, at, scheme, 0, scheme.length())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOfUrl(char c) {
    return c > ' ' && c != '<' && c != '>' && c != '"' && c != 0xA0 && c != 0x7F;
  }

  /// The links of all bodies of a message, body by body.
  public static List<OfPart> all(Entity message) {
    var all = new ArrayList<OfPart>();
    message.all().forEach(part -> of(part).forEach(link -> all.add(new OfPart(part, link))));
    return all;
  }

  /// A link and the part that it is in.
  public record OfPart(Entity part, Link link) {}
}
