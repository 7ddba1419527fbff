package org.whence.gui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.whence.chain.Value;
import org.whence.investigation.Input;
import org.whence.investigation.Recognised;
import org.whence.mail.mime.Entity;
import org.whence.mail.mime.Links;
import org.whence.report.MimeWording;
import org.whence.report.Wording;

/// What a mail consists of and where it leads, taken apart once and in the background: parts are
/// hashed, and archives in them looked into.
///
/// @param root the message
/// @param moreParts how many parts are not shown
/// @param links of all parts, in the order of the message
/// @param moreLinks how many links are not shown
/// @param noticed what is odd about parts, a line each, for the top
/// @param original the input as it came, where something of it was put right
public record Anatomy(
    PartRow root,
    int moreParts,
    List<LinkRow> links,
    int moreLinks,
    List<String> noticed,
    Optional<RawText> original) {
  /// How many parts are shown.
  static final int MAX_PARTS = 500;

  /// How many links are shown.
  static final int MAX_LINKS = 500;

  public Anatomy {
    links = List.copyOf(links);
    noticed = List.copyOf(noticed);
  }

  /// Takes a mail apart; empty for anything else.
  static Optional<Anatomy> of(Input input, Wording wording) {
    return input.mime().map(root -> of(root, input, wording));
  }

  private static Anatomy of(Entity root, Input input, Wording wording) {
    var parts = new Parts(new MimeWording(wording));
    var shown = parts.row(root, Optional.empty());
    var words = new MimeWording(wording.defanged(true));
    var found = Links.all(root);
    return new Anatomy(
        shown,
        (int) root.all().count() - parts.count,
        found.stream()
            .limit(MAX_LINKS)
            .map(each -> new LinkRow(each.link(), words.link(each)))
            .toList(),
        Math.max(0, found.size() - MAX_LINKS),
        noticed(root, input, wording),
        input.repairs().isEmpty() ? Optional.empty() : Optional.of(RawText.of(input.text())));
  }

  private static List<String> noticed(Entity root, Input input, Wording wording) {
    return input.recognised() instanceof Recognised.Mail(var message, _)
        ? new MimeWording(wording).noticed(root, message.defects())
        : List.of();
  }

  /// Makes rows of parts, up to a number.
  private static final class Parts {
    private final MimeWording words;
    private int count;

    Parts(MimeWording words) {
      this.words = words;
    }

    /// @param around the encoded message that it stands in, whose octets are a source of their own
    PartRow row(Entity entity, Optional<Value.Place> around) {
      count++;
      var place = around.orElseGet(() -> place(entity));
      var below = around.or(() -> entity.isEncodedMessage() ? Optional.of(place) : around);
      var parts = new ArrayList<PartRow>();
      for (var part : entity.parts()) {
        if (count < MAX_PARTS) {
          parts.add(row(part, below));
        }
      }
      var fields =
          around.isPresent()
              ? List.<FieldRow>of()
              : entity.fields().stream().map(FieldRow::new).toList();
      return new PartRow(entity, words.part(entity), place, fields, parts);
    }

    private static Value.Place place(Entity entity) {
      var line = entity.fields().isEmpty() ? 1 : entity.fields().getFirst().line();
      return new Value.Place(line, entity.range().start(), entity.range().end());
    }
  }
}
