package org.whence.mail.mime;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/// HTML taken apart, not rendered: its words, and where it leads. jsoup makes a tree of it as a
/// browser would; nothing is loaded, and nothing in it runs.
final class HtmlBody {
  /// How much of a document is read, in characters.
  static final int MAX_LENGTH = 1024 * 1024;

  /// Attributes by which showing a document loads something.
  private static final List<String> LOADED = List.of("src", "background", "poster", "data");

  /// How many nodes are looked at for the text of one link: links may stand in links.
  private static final int MAX_NODES = 100;

  private final Document document;

  HtmlBody(String html) {
    this.document = Jsoup.parse(html.substring(0, Math.min(html.length(), MAX_LENGTH)));
  }

  /// The words with a line for each block, in the order of the source. Text that is not shown is
  /// there too: who hides it has a reason.
  String text() {
    return new Words(Integer.MAX_VALUE, Integer.MAX_VALUE).of(document);
  }

  /// The links in the order of the source.
  List<Link> links() {
    var found = new ArrayList<Link>();
    for (var element : document.getAllElements()) {
      link(element, found);
    }
    return found;
  }

  private static void link(Element element, List<Link> found) {
    switch (element.normalName()) {
      case "a", "area" -> add(Link.Kind.ANCHOR, element, "href", found);
      case "form" -> add(Link.Kind.FORM, element, "action", found);
      case "button", "input" -> add(Link.Kind.FORM, element, "formaction", found);
      case "link" -> add(Link.Kind.LOADED, element, "href", found);
      case "meta" -> refresh(element, found);
      default -> {}
    }
    LOADED.forEach(attribute -> add(Link.Kind.LOADED, element, attribute, found));
  }

  private static void add(Link.Kind kind, Element element, String attribute, List<Link> found) {
    var target = element.attr(attribute).strip();
    if (!target.isEmpty()
        && !target.startsWith("#")
        && !isEmbedded(kind, target)
        && found.size() < Links.MAX_LINKS) {
      found.add(Link.of(kind, target, kind == Link.Kind.ANCHOR ? shown(element) : ""));
    }
  }

  /// An image within the mail leads nowhere; a page within it, which a click opens, does.
  private static boolean isEmbedded(Link.Kind kind, String target) {
    return kind == Link.Kind.LOADED && target.regionMatches(true, 0, "data:", 0, 5);
  }

  private static String shown(Element element) {
    return new Words(Links.MAX_SHOWN, MAX_NODES).of(element);
  }

  /// `<meta http-equiv="refresh" content="0; url=…">`.
  private static void refresh(Element element, List<Link> found) {
    var content = element.attr("content");
    var url = content.toLowerCase(Locale.ROOT).indexOf("url=");
    if (element.attr("http-equiv").equalsIgnoreCase("refresh") && url >= 0) {
      var target = content.substring(url + 4).replaceAll("^[\"' ]+|[\"' ]+$", "");
      found.add(Link.of(Link.Kind.REDIRECT, target, ""));
    }
  }

  /// Collects words without recursion, up to a number of characters and of nodes.
  private static final class Words implements NodeFilter {
    private final StringBuilder text = new StringBuilder();
    private final int limit;
    private int nodes;

    Words(int limit, int nodes) {
      this.limit = limit;
      this.nodes = nodes;
    }

    String of(Node root) {
      NodeTraversor.filter(this, root);
      return text.toString().strip();
    }

    @Override
    public FilterResult head(Node node, int depth) {
      switch (node) {
        case TextNode words -> append(words.getWholeText());
        case Element element when breaks(element) -> line();
        case Element element when element.normalName().equals("img") -> append(element.attr("alt"));
        default -> {}
      }
      return text.length() < limit && nodes-- > 0 ? FilterResult.CONTINUE : FilterResult.STOP;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
      if (node instanceof Element element && breaks(element)) {
        line();
      }
      return FilterResult.CONTINUE;
    }

    private static boolean breaks(Element element) {
      return element.isBlock() || element.normalName().equals("br");
    }

    /// HTML knows one blank, whatever stands there.
    private void append(String words) {
      for (int i = 0; i < words.length() && text.length() < limit; i++) {
        var c = words.charAt(i);
        var blank = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
        var atBlank = text.isEmpty() || text.charAt(text.length() - 1) <= ' ';
        if (!blank) {
          text.append(c);
        } else if (!atBlank) {
          text.append(' ');
        }
      }
    }

    private void line() {
      if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
        text.append('\n');
      }
    }
  }
}
