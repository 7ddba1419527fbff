package org.whence.mail;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.whence.dns.ALabel;

/// Who a message says it is from: the mailboxes of its From fields, of which there should be one
/// (RFC 5322, 3.6.2). Several are kept, since programs differ in which they show.
///
/// @param authors the mailboxes in the order of the message, those in groups too; hostile
/// @param fields how many From fields there are
/// @param complete whether all of them were read: none is behind a limit
public record Authors(List<Author> authors, int fields, boolean complete) {
  /// How many From fields are read at most.
  public static final int MAX_FIELDS = 100;

  public Authors {
    authors = List.copyOf(authors);
  }

  /// A mailbox with the field that it stands in.
  public record Author(Mailbox mailbox, HeaderField field) {
    /// Its domain in A-labels and lower case, without the root dot; empty where it has none, or an
    /// address literal for one. That it may be a name at all is not said.
    public Optional<String> domain() {
      return mailbox
          .domain()
          .filter(domain -> !domain.startsWith("["))
          .map(domain -> domain.endsWith(".") ? domain.substring(0, domain.length() - 1) : domain)
          .filter(domain -> !domain.isEmpty())
          .map(domain -> ALabel.domain(domain).toLowerCase(Locale.ROOT));
    }
  }

  /// Reads the From fields of a message; see [Message#authors].
  static Authors of(Message message) {
    var fields = message.all("From");
    var authors = new ArrayList<Author>();
    var complete = fields.size() <= MAX_FIELDS;
    for (var field : fields.subList(0, Math.min(fields.size(), MAX_FIELDS))) {
      var list = AddressList.parse(field.rawValue());
      complete &= list.flaws().stream().noneMatch(flaw -> flaw.kind() == Flaw.Kind.TOO_LONG);
      for (var group : list.groups()) {
        for (var mailbox : group.mailboxes()) {
          authors.add(new Author(mailbox, field));
        }
      }
    }
    return new Authors(authors, fields.size(), complete);
  }

  /// The domains of the authors, each once, in the order of the message, in A-labels and lower
  /// case; empty where no author has one. DMARC judges each (RFC 9989, 11.5).
  public List<String> domains() {
    var domains = new LinkedHashSet<String>();
    for (var author : authors) {
      author.domain().ifPresent(domains::add);
    }
    return List.copyOf(domains);
  }
}
