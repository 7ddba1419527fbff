package org.whence.gui.model;

import java.util.List;
import java.util.stream.Stream;
import org.whence.chain.Value;
import org.whence.mail.mime.Entity;
import org.whence.report.MimeWording;

/// A part of the mail as the tree of parts shows it.
///
/// @param entity the part
/// @param words it in words
/// @param place where it stands in the message; of what stands in an encoded message, that message
/// @param fields its header; empty where its octets are not those of the message
/// @param parts what it consists of
public record PartRow(
    Entity entity,
    MimeWording.Part words,
    Value.Place place,
    List<FieldRow> fields,
    List<PartRow> parts) {
  public PartRow {
    fields = List.copyOf(fields);
    parts = List.copyOf(parts);
  }

  /// This and all parts in it, in the order of the message.
  public Stream<PartRow> all() {
    return Stream.concat(Stream.of(this), parts.stream().flatMap(PartRow::all));
  }
}
