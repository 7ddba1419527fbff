package org.whence.mail.mime;

import org.whence.mail.Defect;
import org.whence.mail.Message;

/// Reads the MIME tree of messages. Never throws; runs in linear time.
public final class MimeReader {
  /// How many entities may stand in each other; what is deeper is kept as a body.
  public static final int MAX_DEPTH = 100;

  /// How many entities are read; what follows is left in the body of what it stands in.
  public static final int MAX_PARTS = 10_000;

  /// How long a boundary may be. RFC 2046, 5.1.1 has 70; looking for one costs its length with
  /// every octet where the sender wants that.
  public static final int MAX_BOUNDARY = 256;

  /// How many octets of encoded messages are decoded to be read, in all.
  public static final int MAX_DECODED = 50 * 1024 * 1024;

  private int parts;
  private int decoded;

  private MimeReader() {}

  /// The tree of a message.
  public static Entity read(Message message) {
    return new MimeReader().read(message.source(), message, new Place("1", 0));
  }

  /// Where an entity stands in the tree.
  record Place(String path, int depth) {
    Place part(int number) {
      return new Place(path + "." + number, depth + 1);
    }
  }

  private Entity read(byte[] source, Message message, Place place) {
    return new Walk(this, source, message).root(place);
  }

  /// Counts one more entity.
  ///
  /// @return whether it may still be read
  boolean count() {
    return ++parts <= MAX_PARTS;
  }

  /// Reads a message that is encoded, from its decoded octets.
  void encodedMessage(Draft draft) {
    draft.note(Defect.Kind.ENCODED_MESSAGE);
    var content = draft.encoded.content().octets();
    if (content.length > MAX_DECODED - decoded) {
      draft.note(Defect.Kind.TOO_MUCH_ENCODED);
      return;
    }
    decoded += content.length;
    draft.kind = Entity.Kind.MESSAGE;
    draft.encoded = new Encoded("binary", content, 0, content.length);
    draft.parts.add(read(content, Message.read(content), draft.place.part(1)));
  }
}
