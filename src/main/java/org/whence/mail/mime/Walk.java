package org.whence.mail.mime;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.whence.mail.Defect;
import org.whence.mail.HeaderField;
import org.whence.mail.Message;

/// Follows Mime4j through one source, event by event, and drafts an entity for each that it finds.
final class Walk {
  private static final MimeConfig BEARING_EVERYTHING =
      MimeConfig.custom()
          .setMaxLineLen(-1)
          .setMaxHeaderCount(-1)
          .setMaxHeaderLen(-1)
          .setMaxTotalHeaderCount(-1)
          .setMaxTotalHeaderLen(-1)
          .setMaxPartCount(-1)
          .setMaxNestingDepth(-1)
          .build();

  /// Mime4j hands out no more at once.
  private static final int BUFFER = 4 * 1024;

  private final MimeReader reader;
  private final byte[] source;
  private final Message message;
  private final LineEnds lines;
  private final Cursor cursor;
  private final Heads heads = new Heads();
  private final MimeTokenStream tokens =
      new MimeTokenStream(BEARING_EVERYTHING, heads.monitor(), heads, heads.descriptors());
  private final Deque<Draft> open = new ArrayDeque<>();
  private final byte[] buffer = new byte[BUFFER];

  Walk(MimeReader reader, byte[] source, Message message) {
    this.reader = reader;
    this.source = source;
    this.message = message;
    this.lines = LineEnds.of(source, message.end());
    this.cursor = new Cursor(lines.octets(), lines.length());
    cursor.advance(lines.translated(message.bodyStart()));
  }

  /// Reads the whole source. The header of its message was read before, and Mime4j gets what is
  /// behind it; nothing of a message that is a single body.
  ///
  /// @param place where its message stands in the tree
  Entity root(MimeReader.Place place) {
    reader.count();
    var body = new Draft.BodyStart(message.bodyStart(), cursor.line());
    open(new Draft(place, message, ContentType.TEXT, body));
    try {
      if (open.element().kind == Entity.Kind.BODY) {
        body(rest());
        return ended().orElseThrow();
      }
      var at = cursor.at();
      tokens.parseHeadless(
          new ByteArrayInputStream(lines.octets(), at, lines.length() - at), Heads.IGNORED);
      for (var state = tokens.getState(); ; state = tokens.next()) {
        var whole = on(state);
        if (whole.isPresent()) {
          return whole.get();
        }
      }
    } catch (IOException | MimeException e) {
      throw new IllegalStateException("Mime4j was told to bear everything", e);
    }
  }

  /// Follows one event.
  ///
  /// @return the root, once it has ended
  private Optional<Entity> on(EntityState state) throws IOException {
    switch (state) {
      case T_START_BODYPART -> {
        if (!reader.count()) {
          return Optional.of(abandoned());
        }
        var found = cursor.skipDelimiter(boundary());
        assert found : "Mime4j begins a part where no delimiter is, at " + cursor.at();
        cursor.skipLineEnd();
      }
      case T_START_MESSAGE -> {
        if (!reader.count()) {
          return Optional.of(abandoned());
        }
      }
      case T_START_HEADER -> heads.begin();
      case T_END_HEADER -> header();
      case T_PREAMBLE -> open.element().preamble = drained();
      case T_BODY -> body(drained());
      case T_EPILOGUE -> epilogue();
      case T_END_MULTIPART -> endOfMultipart();
      case T_END_BODYPART, T_END_MESSAGE -> {
        return ended();
      }
      default -> {}
    }
    return Optional.empty();
  }

  private void header() {
    var from = lines.source(cursor.at());
    var line = cursor.line();
    cursor.advance(heads.length());
    if (!heads.cut()) {
      cursor.skipLineEnd();
    }
    var bodyStart = lines.source(cursor.at());
    var header = Message.read(source, from, bodyStart, line);
    var parent = open.element();
    var usual = parent.type.is("multipart/digest") ? ContentType.MESSAGE : ContentType.TEXT;
    var where = parent.place.part(parent.parts.size() + 1);
    var isText = usual.equals(ContentType.TEXT) && hasOnlyText(header);
    var draft =
        isText
            ? new Draft(
                where,
                Message.read(source, from, from, line),
                usual,
                new Draft.BodyStart(from, line))
            : new Draft(where, header, usual, new Draft.BodyStart(bodyStart, cursor.line()));
    if (isText) {
      draft.defects.addAll(header.defects());
    }
    open(draft);
  }

  /// Whether no line of a header is a field: what a part shows begins there, as in mail programs,
  /// although RFC 2046, 5.1, wants an empty line before it.
  private static boolean hasOnlyText(Message header) {
    return !header.fields().isEmpty() && header.fields().stream().noneMatch(HeaderField::named);
  }

  private void open(Draft draft) {
    open.push(draft);
    recurse(draft);
  }

  /// Tells Mime4j what to look for in the entity.
  private void recurse(Draft draft) {
    var isMultipart = draft.type.isA("multipart");
    var isMessage = draft.isMessage() && !Content.isEncoded(draft.encoding);
    var boundary = draft.type.boundary().orElse("");
    if ((isMultipart || isMessage) && draft.place.depth() >= MimeReader.MAX_DEPTH) {
      draft.note(Defect.Kind.TOO_DEEP);
    } else if (isMessage) {
      draft.kind = Entity.Kind.MESSAGE;
      heads.message();
    } else if (isMultipart && boundary.isEmpty()) {
      draft.note(Defect.Kind.NO_BOUNDARY);
    } else if (isMultipart && boundary.length() > MimeReader.MAX_BOUNDARY) {
      draft.note(Defect.Kind.LONG_BOUNDARY);
    } else if (isMultipart) {
      draft.kind = Entity.Kind.MULTIPART;
      heads.multipart(boundary);
    }
  }

  private String boundary() {
    return open.element().type.boundary().orElseThrow();
  }

  /// Whether a multipart around the innermost has the same boundary: then every delimiter is its.
  private boolean isShared(String boundary) {
    return open.stream()
        .skip(1)
        .filter(outer -> outer.kind == Entity.Kind.MULTIPART)
        .anyMatch(outer -> outer.type.boundary().orElse("").equals(boundary));
  }

  /// Takes what was gone through as the body of the innermost entity.
  private void body(Entity.Range range) {
    var draft = open.element();
    draft.end = range.end();
    draft.encoded =
        Content.isEncoded(draft.encoding)
            ? encoded(draft.encoding, lines.translated(range.start()))
            : new Encoded("binary", source, draft.body.position(), range.end());
    draft.measure();
    if (draft.isMessage() && Content.isEncoded(draft.encoding)) {
      reader.encodedMessage(draft);
    }
  }

  /// The line end behind a soft line break at the end is that of the delimiter (RFC 2045, 6.7; RFC
  /// 2046, 5.1.1).
  private Encoded encoded(String encoding, int from) {
    var end = cursor.at();
    var isSoft =
        encoding.equals("quoted-printable") && end > from && lines.octets()[end - 1] == '=';
    return new Encoded(encoding, lines.octets(), from, isSoft ? end - 1 : end);
  }

  private void epilogue() throws IOException {
    var draft = open.element();
    draft.closed = cursor.skipDelimiter(boundary());
    cursor.skipLineEnd();
    draft.epilogue = drained();
  }

  private void endOfMultipart() {
    var draft = open.element();
    if (!draft.closed && (isShared(boundary()) || !cursor.skipDelimiter(boundary()))) {
      draft.note(Defect.Kind.UNCLOSED_MULTIPART);
    }
    if (draft.parts.isEmpty()) {
      draft.note(Defect.Kind.NO_PARTS);
    }
  }

  private Optional<Entity> ended() {
    var draft = open.pop();
    if (draft.isOpen()) {
      // Whatever follows the last delimiter of all belongs to the message.
      draft.end = open.isEmpty() ? message.end() : lines.source(cursor.at());
      draft.encoded = new Encoded("binary", source, draft.body.position(), draft.end);
    }
    var entity = new Entity(source, draft);
    if (open.isEmpty()) {
      return Optional.of(entity);
    }
    open.element().parts.add(entity);
    return Optional.empty();
  }

  /// Ends everything that is open: no more parts are read.
  private Entity abandoned() {
    open.element().note(Defect.Kind.TOO_MANY_PARTS);
    cursor.advance(lines.length() - cursor.at());
    Optional<Entity> whole = Optional.empty();
    while (whole.isEmpty()) {
      whole = ended();
    }
    return whole.get();
  }

  /// Goes through all that follows.
  private Entity.Range rest() {
    var from = lines.source(cursor.at());
    cursor.advance(lines.length() - cursor.at());
    return new Entity.Range(from, lines.source(cursor.at()));
  }

  /// Goes through what Mime4j hands out now, and says where it stands.
  private Entity.Range drained() throws IOException {
    var from = lines.source(cursor.at());
    var in = tokens.getInputStream();
    for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      cursor.advance(read);
    }
    return new Entity.Range(from, lines.source(cursor.at()));
  }
}
