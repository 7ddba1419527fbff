package org.whence.mail.mime;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.whence.mail.Defect;
import org.whence.mail.HeaderField;
import org.whence.mail.Octets;

/// One entity of a message (RFC 2045, 2.4): the message itself, a part of it, or a message in it.
/// Immutable, for any thread.
///
/// Positions are octets from the beginning of the source in which the entity stands. That is the
/// source of the message, but for what stands in an encoded message, whose decoded octets are a
/// source of their own.
public final class Entity {
  /// What an entity is made of.
  public enum Kind {
    /// Octets.
    BODY,
    /// Parts (RFC 2046, 5.1).
    MULTIPART,
    /// A message, which is the one part (RFC 2046, 5.2.1).
    MESSAGE
  }

  /// `[start, end)` of the source.
  public record Range(int start, int end) {
    static final Range NONE = new Range(0, 0);

    int length() {
      return end - start;
    }
  }

  private final byte[] source;
  private final String path;
  private final Kind kind;
  private final List<HeaderField> fields;
  private final ContentType type;
  private final Optional<ContentType> disposition;
  private final Optional<String> fileName;
  private final String encoding;
  private final Range range;
  private final Range body;
  private final Range preamble;
  private final Range epilogue;
  private final List<Entity> parts;
  private final List<Defect> defects;
  private final int size;
  private final Optional<String> sha256;
  private final Encoded encoded;

  Entity(byte[] source, Draft draft) {
    this.source = source;
    this.path = draft.place.path();
    this.kind = draft.kind;
    this.fields = draft.header.fields();
    this.type = draft.type;
    this.disposition = draft.disposition;
    this.fileName = draft.fileName;
    this.encoding = draft.encoding;
    this.range = new Range(draft.start, draft.end);
    this.body = new Range(draft.body.position(), draft.end);
    this.preamble = draft.preamble;
    this.epilogue = draft.epilogue;
    this.parts = List.copyOf(draft.parts);
    this.defects = List.copyOf(draft.defects);
    this.size = kind == Kind.BODY ? draft.size : body.length();
    this.sha256 = draft.sha256;
    this.encoded = draft.encoded;
  }

  /// Its place in the tree: `1` for the message, `1.2` for the second part of that.
  public String path() {
    return path;
  }

  /// What it is made of.
  public Kind kind() {
    return kind;
  }

  /// Whether it is a message that was encoded: then its parts stand in its decoded octets, which
  /// are a source of their own.
  public boolean isEncodedMessage() {
    return kind == Kind.MESSAGE && Content.isEncoded(encoding);
  }

  /// The fields of its header in their order, lines that are no field among them.
  public List<HeaderField> fields() {
    return fields;
  }

  /// What it says it is; where it says nothing, text, or in a digest a message.
  public ContentType type() {
    return type;
  }

  /// How it wants to be shown (RFC 2183), such as `attachment`.
  public Optional<ContentType> disposition() {
    return disposition;
  }

  /// The name of the file that it says it is, as the sender wrote it: hostile, and no path.
  public Optional<String> fileName() {
    return fileName;
  }

  /// The transfer encoding (RFC 2045, 6) in lower case; `7bit` where it says nothing.
  public String transferEncoding() {
    return encoding;
  }

  /// All of it, header and body, without the delimiters around it.
  public Range range() {
    return range;
  }

  /// Its body as it stands in the source, encoded.
  public Range body() {
    return body;
  }

  /// What stands before the first delimiter of a multipart, for readers that know no MIME.
  public String preamble() {
    return text(preamble);
  }

  /// What stands behind the last delimiter of a multipart.
  public String epilogue() {
    return text(epilogue);
  }

  /// The parts of a multipart, the message of a message; empty for a body.
  public List<Entity> parts() {
    return parts;
  }

  /// What is odd about it, but not about its parts; in the order in which it was found.
  public List<Defect> defects() {
    return defects;
  }

  /// The size of its content, decoded, in octets; of what has parts as it stands in the source.
  public int size() {
    return size;
  }

  /// The SHA-256 of its content, decoded, as 64 hexadecimal digits; empty for what has parts.
  public Optional<String> sha256() {
    return sha256;
  }

  /// The content of a body, decoded anew with every call; of what has parts as it stands.
  public byte[] content() {
    return encoded.content().octets();
  }

  /// The beginning of [#content], so many octets at most.
  public byte[] beginning(int most) {
    return encoded.beginning(most);
  }

  /// This and all entities in it, in the order of the source.
  public Stream<Entity> all() {
    var found = new ArrayList<Entity>();
    collect(found);
    return found.stream();
  }

  private void collect(List<Entity> found) {
    found.add(this);
    parts.forEach(part -> part.collect(found));
  }

  private String text(Range where) {
    return Octets.text(source, where.start(), where.end());
  }

  @Override
  public String toString() {
    return path() + " " + type().name();
  }
}
