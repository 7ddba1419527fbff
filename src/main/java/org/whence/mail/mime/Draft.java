package org.whence.mail.mime;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.whence.mail.Defect;
import org.whence.mail.HeaderField;
import org.whence.mail.Message;

/// An entity while it is read. Positions are those of the source.
final class Draft {
  /// The types of RFC 2046 and of RFC 8081.
  private static final Set<String> TOP_LEVEL =
      Set.of(
          "text",
          "image",
          "audio",
          "video",
          "application",
          "multipart",
          "message",
          "font",
          "model",
          "example");

  private static final Encoded NOTHING = new Encoded("binary", new byte[0], 0, 0);

  final MimeReader.Place place;
  final List<Entity> parts = new ArrayList<>();
  final List<Defect> defects = new ArrayList<>();
  final Message header;
  final int start;
  final BodyStart body;
  final ContentType type;
  final Optional<ContentType> disposition;
  final Optional<String> fileName;
  final String encoding;
  Entity.Kind kind = Entity.Kind.BODY;
  int end;
  Entity.Range preamble = Entity.Range.NONE;
  Entity.Range epilogue = Entity.Range.NONE;
  int size;
  Optional<String> sha256 = Optional.empty();
  Encoded encoded = NOTHING;
  boolean closed;

  /// Where its body begins.
  ///
  /// @param line the number of that line
  record BodyStart(int position, int line) {}

  /// @param usual what it is where it says nothing
  Draft(MimeReader.Place place, Message header, ContentType usual, BodyStart body) {
    this.place = place;
    this.header = header;
    this.start = header.headerStart();
    this.body = body;
    this.end = body.position();
    this.defects.addAll(header.defects());
    this.disposition = value("Content-Disposition").flatMap(ContentType::parse);
    this.type = type(usual);
    this.fileName = name();
    this.encoding = encoding();
    charset();
  }

  private Optional<String> value(String name) {
    @Nullable HeaderField first = null;
    var repeated = false;
    for (var field : header.fields()) {
      if (field.is(name)) {
        repeated |= first != null;
        first = first == null ? field : first;
      }
    }
    if (repeated) {
      note(Defect.Kind.REPEATED_MIME_FIELD);
    }
    return Optional.ofNullable(first).map(HeaderField::value);
  }

  private ContentType type(ContentType usual) {
    var written = value("Content-Type");
    var read = written.flatMap(ContentType::parse);
    if (written.isPresent() && read.filter(ContentType::isWellFormed).isEmpty()) {
      note(Defect.Kind.BAD_CONTENT_TYPE);
    }
    // RFC 2045, 5.2: what cannot be read is as if it were not there; a type of RFC 2046 alone can.
    return read.map(said -> isKnown(said) ? said : said.as(usual)).orElse(usual);
  }

  private static boolean isKnown(ContentType said) {
    return said.isWellFormed() || TOP_LEVEL.contains(said.type());
  }

  private Optional<String> name() {
    var shown = disposition.flatMap(value -> value.parameters().first("filename"));
    var typed = type.parameters().first("name");
    if (shown.isPresent() && typed.isPresent() && !shown.equals(typed)) {
      note(Defect.Kind.NAMES_DIFFER);
    }
    return shown.or(() -> typed).filter(name -> !name.isBlank());
  }

  private String encoding() {
    var written = value("Content-Transfer-Encoding").orElse("7bit");
    // A comment or a parameter may stand behind it; neither is defined.
    var end = 0;
    while (end < written.length()
        && !Character.isWhitespace(written.charAt(end))
        && ";(".indexOf(written.charAt(end)) < 0) {
      end++;
    }
    var word = written.substring(0, end).toLowerCase(Locale.ROOT);
    if (!Content.isKnown(word)) {
      note(Defect.Kind.UNKNOWN_ENCODING);
    }
    return word;
  }

  /// Notes what is odd about its body.
  void note(Defect.Kind kind) {
    defects.add(new Defect(kind, body.position(), body.line()));
  }

  private void charset() {
    var name = type.parameters().first("charset");
    if (name.isPresent() && type.isA("text")) {
      var found = Charsets.find(name.get());
      if (found.charset().isEmpty()) {
        note(Defect.Kind.UNKNOWN_CHARSET);
      } else if (found.misspelt()) {
        note(Defect.Kind.MISSPELT_CHARSET);
      }
    }
  }

  /// Measures the content.
  void measure() {
    var measured = encoded.measured();
    size = measured.size();
    sha256 = Optional.of(measured.sha256());
    if (measured.broken()) {
      note(
          encoding.equals("base64")
              ? Defect.Kind.BROKEN_BASE64
              : Defect.Kind.BROKEN_QUOTED_PRINTABLE);
    }
  }

  /// Whether it holds a message (RFC 2046, 5.2.1; RFC 6532, 3.7).
  boolean isMessage() {
    return type.is("message/rfc822") || type.is("message/global") || type.is("message/news");
  }

  /// Whether its body stands in the source as it is, and ends where its last part does.
  boolean isOpen() {
    return encoded == NOTHING;
  }
}
