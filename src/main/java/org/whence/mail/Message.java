package org.whence.mail;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A message as octets, cut into header fields and body. The source is not copied: whoever hands it
/// over does not write into it any more. Immutable to whoever uses it, for any thread.
public final class Message {
  /// How many octets are read at most.
  public static final int MAX_SIZE = 256 * 1024 * 1024;

  /// How many fields are read at most.
  public static final int MAX_FIELDS = 10_000;

  private final byte[] source;
  private final int headerStart;
  private final int bodyStart;
  private final int end;
  private final Fidelity fidelity;
  private final List<HeaderField> fields;
  private final List<Defect> defects;

  /// Read when they are first asked for; whoever asks at the same time reads them as well.
  private @Nullable Authors authors;

  private @Nullable List<Claim> claims;

  Message(
      byte[] source,
      int headerStart,
      int bodyStart,
      int end,
      List<HeaderField> fields,
      List<Defect> found) {
    this(source, new Extent(headerStart, bodyStart, end), Fidelity.ORIGINAL, fields, found);
  }

  private record Extent(int headerStart, int bodyStart, int end) {}

  private Message(
      byte[] source,
      Extent extent,
      Fidelity fidelity,
      List<HeaderField> fields,
      List<Defect> found) {
    this.source = source;
    this.headerStart = extent.headerStart();
    this.bodyStart = extent.bodyStart();
    this.end = extent.end();
    this.fidelity = fidelity;
    this.fields = List.copyOf(fields);
    this.defects = List.copyOf(found);
  }

  /// Reads any octets as a message; what is odd about them is told by [#defects]. Never throws.
  public static Message read(byte[] source) {
    return HeaderReader.message(source);
  }

  /// The same message, known to be so near to what was sent; [Fidelity#ORIGINAL] unless said.
  public Message with(Fidelity known) {
    return new Message(source, new Extent(headerStart, bodyStart, end), known, fields, defects);
  }

  /// How near these octets are to those that were sent: signatures can be judged over the original
  /// alone.
  public Fidelity fidelity() {
    return fidelity;
  }

  /// Reads `[from, to)` of a source, an entity within a larger one (RFC 2045, 2.4); all positions
  /// are those of the whole source. Never throws.
  ///
  /// @param line the number of its first line
  /// @throws IndexOutOfBoundsException where that is not within the source
  public static Message read(byte[] source, int from, int to, int line) {
    Objects.checkFromToIndex(from, to, source.length);
    return new HeaderReader(source, from, to, line).read();
  }

  /// The fields in their order. They lie side by side: the first begins at [#headerStart], each
  /// begins where the one before it ends. Lines that are no field are among them, without a name.
  public List<HeaderField> fields() {
    return fields;
  }

  /// The first field of this name, without regard to case.
  public Optional<HeaderField> first(String name) {
    for (var field : fields) {
      if (field.is(name)) {
        return Optional.of(field);
      }
    }
    return Optional.empty();
  }

  /// All fields of this name in their order, without regard to case.
  public List<HeaderField> all(String name) {
    var found = new ArrayList<HeaderField>();
    for (var field : fields) {
      if (field.is(name)) {
        found.add(field);
      }
    }
    return List.copyOf(found);
  }

  /// Who it says it is from.
  public Authors authors() {
    var known = authors;
    if (known == null) {
      known = Authors.of(this);
      authors = known;
    }
    return known;
  }

  /// What its Authentication-Results fields claim, newest first as they stand in it; at most
  /// [Claim#MAX_FIELDS].
  public List<Claim> claims() {
    var known = claims;
    if (known == null) {
      known = Claim.of(this);
      claims = known;
    }
    return known;
  }

  /// What was odd, in the order of the source.
  public List<Defect> defects() {
    return defects;
  }

  /// The first Subject as people read it: unfolded, encoded words decoded. Hostile text.
  public Optional<String> subject() {
    return first("Subject").map(HeaderField::shown).map(EncodedWords::decode);
  }

  /// The first From as people read it: unfolded, encoded words decoded. Hostile text, no address.
  public Optional<String> from() {
    return first("From").map(HeaderField::shown).map(EncodedWords::decode);
  }

  /// Where the first field begins: 0, or behind the line of an mbox and empty lines before it.
  public int headerStart() {
    return headerStart;
  }

  /// Where the body begins, behind the empty line; [#end] where there is none.
  public int bodyStart() {
    return bodyStart;
  }

  /// Where the message ends: the size of the source, or [#MAX_SIZE] where it is larger.
  public int end() {
    return end;
  }

  /// All octets that it was read from, not written into by whoever takes them. Copying those of a
  /// large message costs as much memory as it.
  public byte[] source() {
    return source;
  }

  /// A read-only view of the body.
  public ByteBuffer body() {
    return slice(bodyStart, end());
  }

  /// A read-only view of `[from, to)` of the source.
  ///
  /// @throws IndexOutOfBoundsException where that is not within it
  public ByteBuffer slice(int from, int to) {
    return ByteBuffer.wrap(source).asReadOnlyBuffer().slice(from, to - from);
  }
}
