package org.whence.report;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// A page as the layout wants it: a tree of the W3C's DOM.
///
/// jsoup's own converter keeps in each node of it a table that leads back, so that both trees are
/// held as long as pages are laid out; of a large mail that is half of all memory. Here the one is
/// emptied as the other grows.
final class PaperDom {
  private static final String XHTML = "http://www.w3.org/1999/xhtml";

  private final org.w3c.dom.Document made;

  private PaperDom(org.w3c.dom.Document made) {
    this.made = made;
  }

  /// @param page is empty afterwards
  static org.w3c.dom.Document of(Document page) {
    try {
      var made = DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
      new PaperDom(made).child(page.expectFirst("html"), made);
      return made;
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("every Java has an empty document", e);
    }
  }

  private void children(Element from, org.w3c.dom.Node to) {
    for (var i = 0; i < from.childNodeSize(); i++) {
      child(from.childNode(i), to);
    }
    from.empty();
  }

  private void child(Node node, org.w3c.dom.Node to) {
    switch (node) {
      case Element element -> {
        var same = made.createElementNS(XHTML, element.normalName());
        element.attributes().forEach(each -> same.setAttribute(each.getKey(), each.getValue()));
        to.appendChild(same);
        children(element, same);
      }
      case TextNode text -> to.appendChild(made.createTextNode(text.getWholeText()));
      case DataNode data -> to.appendChild(made.createTextNode(data.getWholeData()));
      default -> {
        // Nothing is laid out of comments.
      }
    }
  }
}
