package org.whence.mail.container;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.whence.mail.Octets;

/// A file of messages (RFC 4155), each behind a line that begins with `From ` and before an empty
/// line.
///
/// A line of a message that would look like a separator has a `>` in front: in mboxrd one more
/// wherever `From ` stands behind any number of them, in mboxo only where none does. Which of the
/// two wrote a file cannot be told from it, and neither can a line that began with `>From `; one
/// `>` is taken off all such lines, and they are counted. So that a `From ` that nobody quoted does
/// not tear a message in two, a separator must have an empty line before it and a field behind it.
final class Mailbox {
  private static final byte[] FROM = "From ".getBytes(StandardCharsets.US_ASCII);

  private final byte[] octets;
  private final List<Member> members = new ArrayList<>();
  private final List<Omission> omissions = new ArrayList<>();

  Mailbox(byte[] octets) {
    this.octets = octets;
  }

  static boolean is(byte[] octets) {
    return isSeparator(octets, behindBlankLines(octets));
  }

  /// Behind a byte order mark too, which programs of Windows put before text.
  private static int behindBlankLines(byte[] octets) {
    var at = octets.length > 2 && octets[0] == -17 && octets[1] == -69 && octets[2] == -65 ? 3 : 0;
    for (var length = 1; length > 0; at += length) {
      length = Octets.lineEnd(octets, at, octets.length);
    }
    return at;
  }

  Container read() {
    var start = next(behindBlankLines(octets));
    var at = start;
    var behindBlank = false;
    while (at < octets.length) {
      if (behindBlank && isSeparator(octets, at)) {
        if (!add(start, at)) {
          return new Container(Container.Kind.MBOX, members, omissions);
        }
        start = next(at);
        at = start;
      }
      var next = next(at);
      behindBlank = next - at == Octets.lineEnd(octets, at, octets.length);
      at = next;
    }
    add(start, octets.length);
    return new Container(Container.Kind.MBOX, members, omissions);
  }

  private boolean add(int start, int end) {
    if (members.size() == Limits.MAX_MEMBERS) {
      omissions.add(Omission.of(Omission.Kind.TOO_MANY_MEMBERS));
      return false;
    }
    var number = Integer.toString(members.size() + 1);
    var to = Math.min(end, start + Limits.MAX_MEMBER + 1);
    members.add(unquoted(number, start, to == end ? withoutLastLine(start, end) : to));
    return true;
  }

  /// The end without the empty line that belongs to the mailbox.
  private int withoutLastLine(int start, int end) {
    var last = lineEndBefore(start, end);
    return last < end && (last == start || lineEndBefore(start, last) < last) ? last : end;
  }

  /// Where the line end begins that ends at `end`; `end` where none does.
  private int lineEndBefore(int start, int end) {
    if (end == start || (octets[end - 1] != '\n' && octets[end - 1] != '\r')) {
      return end;
    }
    var crlf = octets[end - 1] == '\n' && end - 1 > start && octets[end - 2] == '\r';
    return end - (crlf ? 2 : 1);
  }

  private Member unquoted(String number, int start, int end) {
    var message = new byte[end - start];
    var length = 0;
    var count = 0;
    for (int at = start; at < end; ) {
      var lineEnd = Math.min(end, next(at));
      var from = isQuoted(at, lineEnd) ? at + 1 : at;
      count += from - at;
      System.arraycopy(octets, from, message, length, lineEnd - from);
      length += lineEnd - from;
      at = lineEnd;
    }
    return new Member(
        number, length == message.length ? message : Arrays.copyOf(message, length), count);
  }

  private boolean isQuoted(int line, int end) {
    var at = line;
    while (at < end && octets[at] == '>') {
      at++;
    }
    return at > line && isFrom(octets, at);
  }

  private int next(int line) {
    var lineEnd = Octets.endOfLine(octets, line, octets.length);
    return lineEnd + Octets.lineEnd(octets, lineEnd, octets.length);
  }

  private static boolean isSeparator(byte[] octets, int at) {
    if (!isFrom(octets, at)) {
      return false;
    }
    var lineEnd = Octets.endOfLine(octets, at, octets.length);
    var next = lineEnd + Octets.lineEnd(octets, lineEnd, octets.length);
    // Some mailboxes quote a second separator below the first.
    while (next < octets.length && octets[next] == '>' && isFrom(octets, next + 1)) {
      lineEnd = Octets.endOfLine(octets, next, octets.length);
      next = lineEnd + Octets.lineEnd(octets, lineEnd, octets.length);
    }
    return isField(octets, next);
  }

  private static boolean isField(byte[] octets, int line) {
    var at = line;
    while (at < octets.length && octets[at] > ' ' && octets[at] < 0x7F && octets[at] != ':') {
      at++;
    }
    return at > line && at < octets.length && octets[at] == ':';
  }

  /// `From :` begins a field of a message (RFC 5322, 4.5), not a message.
  private static boolean isFrom(byte[] octets, int at) {
    if (octets.length - at < FROM.length
        || !Arrays.equals(octets, at, at + FROM.length, FROM, 0, FROM.length)) {
      return false;
    }
    var behind = at + FROM.length;
    while (behind < octets.length && Octets.isBlank(octets[behind])) {
      behind++;
    }
    return behind == octets.length || octets[behind] != ':';
  }
}
