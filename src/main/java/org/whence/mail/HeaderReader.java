package org.whence.mail;

import java.util.ArrayList;
import java.util.List;

/// Cuts the header of one source into fields, line by line, in one pass.
final class HeaderReader {
  private final byte[] source;
  private final int limit;
  private final List<HeaderField> fields = new ArrayList<>();
  private final List<Defect> defects = new ArrayList<>();
  private final int firstLine;
  private int at;
  private int line;
  private int firstLineEnd;
  private boolean mixed;

  /// Reads `[from, to)`, the first line of which has the given number.
  HeaderReader(byte[] source, int from, int to, int line) {
    this.source = source;
    this.limit = to;
    this.at = from;
    this.line = line;
    this.firstLine = line;
  }

  /// A whole source, which may begin with what is no header yet.
  static Message message(byte[] source) {
    var reader = new HeaderReader(source, 0, Math.min(source.length, Message.MAX_SIZE), 1);
    reader.skipMboxLine();
    reader.skipBlankLines();
    return reader.read();
  }

  Message read() {
    var headerStart = at;
    while (at < limit && !atLineEnd()) {
      if (fields.size() == Message.MAX_FIELDS) {
        note(Defect.Kind.TOO_MANY_FIELDS);
        skipHeader();
        break;
      }
      readField();
    }
    if (at < limit) {
      skipLine();
    } else if (!fields.isEmpty()) {
      note(Defect.Kind.NO_BODY);
    }
    var bodyStart = at;
    if (limit == Message.MAX_SIZE && limit < source.length) {
      at = limit;
      // Lines of the body are not counted: the position says it.
      note(Defect.Kind.TOO_LARGE);
    }
    return new Message(source, headerStart, bodyStart, limit, fields, defects);
  }

  /// RFC 4155: the line that separates the messages of an mbox; some quote it as if in a body, and
  /// what was copied may have empty lines before it. `From :` begins a field (RFC 5322, 4.5).
  private void skipMboxLine() {
    var ahead = behindBlankLines();
    if ((startsWith("From ", ahead) || startsWith(">From ", ahead)) && endOfName(ahead) == ahead) {
      skipBlankLinesTo(ahead);
      note(Defect.Kind.MBOX_LINE);
      skipLine();
    }
  }

  /// Empty lines are skipped only where a field follows: a message that begins with an empty line
  /// has no header otherwise.
  private void skipBlankLines() {
    var ahead = behindBlankLines();
    if (endOfName(ahead) > ahead) {
      skipBlankLinesTo(ahead);
    }
  }

  /// Behind lines that are empty or hold white space alone.
  private int behindBlankLines() {
    var ahead = at;
    while (true) {
      var end = ahead;
      while (end < limit && Octets.isBlank(source[end])) {
        end++;
      }
      var length = Octets.lineEnd(source, end, limit);
      if (length == 0) {
        return ahead;
      }
      ahead = end + length;
    }
  }

  private void skipBlankLinesTo(int ahead) {
    if (ahead > at) {
      note(Defect.Kind.LEADING_BLANK_LINE);
      while (at < ahead) {
        skipLine();
      }
    }
  }

  private void readField() {
    var start = at;
    var startLine = line;
    var nameEnd = endOfName(at);
    if (nameEnd == start) {
      note(Defect.Kind.NOT_A_FIELD);
    }
    skipLine();
    while (at < limit && Octets.isBlank(source[at])) {
      skipLine();
    }
    var valueStart = nameEnd == start ? start : colon(nameEnd) + 1;
    fields.add(new HeaderField(source, start, nameEnd, valueStart, at, startLine));
  }

  /// The end of the name of the field that begins here (RFC 5322, 3.6.8: printable ASCII without
  /// colon; 4.5: blanks may stand before the colon), or `start` where none begins.
  private int endOfName(int start) {
    var end = start;
    while (end < limit && source[end] > ' ' && source[end] < 0x7F && source[end] != ':') {
      end++;
    }
    var colon = colon(end);
    return colon < limit && source[colon] == ':' ? end : start;
  }

  private int colon(int nameEnd) {
    var colon = nameEnd;
    while (colon < limit && Octets.isBlank(source[colon])) {
      colon++;
    }
    return colon;
  }

  private boolean atLineEnd() {
    return Octets.lineEnd(source, at, limit) > 0;
  }

  private void skipHeader() {
    while (at < limit && !atLineEnd()) {
      skipLine();
    }
  }

  private void skipLine() {
    at = Octets.endOfLine(source, at, limit);
    var length = Octets.lineEnd(source, at, limit);
    if (length > 0) {
      noteMixture(source[at] == '\n' ? 0 : length);
      at += length;
      line++;
    }
  }

  private void noteMixture(int kind) {
    if (line == firstLine) {
      firstLineEnd = kind;
    } else if (kind != firstLineEnd && !mixed) {
      mixed = true;
      note(Defect.Kind.MIXED_LINE_ENDS);
    }
  }

  private void note(Defect.Kind kind) {
    defects.add(new Defect(kind, at, line));
  }

  private boolean startsWith(String text, int from) {
    if (limit - from < text.length()) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (source[from + i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
