package org.whence.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.whence.dns.HttpDate;
import org.whence.ip.Ascii;

/// Reads the answer to one request (RFC 9112). Of its content as many octets as are wanted are
/// read, and what ends before it should is told to be that, never taken for the whole.
final class HttpAnswer {
  /// How long the header may be, that of answers before the final one included.
  private static final int MAX_HEADER = 16 * 1024;

  private static final int MAX_SIZE_LINE = 100;

  private final InputStream in;
  private final int most;
  private final ByteArrayOutputStream content = new ByteArrayOutputStream();
  private int headerLeft = MAX_HEADER;

  /// @param most how many octets of the content are read
  HttpAnswer(InputStream in, int most) {
    this.in = in;
    this.most = most;
  }

  /// @throws IOException where it is no answer of HTTP, or ends too early
  Fetched.Came.Content read() throws IOException {
    var header = header();
    var status = status(header);
    // RFC 9110, 15.2: any number of these may come before the final one.
    while (status >= 100 && status < 200 && status != 101) {
      header = header();
      status = status(header);
    }
    var whole = content(status, header);
    var date = values("date", header).stream().findFirst().flatMap(HttpDate::read);
    return new Fetched.Came.Content(status, content.toByteArray(), whole, date);
  }

  private static int status(String[] header) throws IOException {
    var words = header[0].split(" ", 3);
    if (words.length < 2
        || !words[0].startsWith("HTTP/1.")
        || words[1].length() != 3
        || !Ascii.isDigits(words[1])) {
      throw new IOException("no answer of HTTP");
    }
    return Integer.parseInt(words[1]);
  }

  private String[] header() throws IOException {
    var header = new StringBuilder();
    while (header.indexOf("\r\n\r\n", Math.max(0, header.length() - 4)) < 0) {
      if (headerLeft-- == 0) {
        throw new IOException("a header without an end");
      }
      header.append((char) next());
    }
    return header.toString().split("\r\n", -1);
  }

  /// What stands behind a field's name, in order.
  private static List<String> values(String name, String[] header) {
    return Arrays.stream(header)
        .skip(1)
        .filter(line ->
            line.length() > name.length()
                && line.charAt(name.length()) == ':'
                && line.regionMatches(true, 0, name, 0, name.length()))
        .map(line -> line.substring(name.length() + 1).strip())
        .toList();
  }

  /// RFC 9112, 6.3.
  ///
  /// @return whether that is all of it
  private boolean content(int status, String[] header) throws IOException {
    if (status == 204 || status == 304) {
      return true;
    }
    var codings = String.join(",", values("transfer-encoding", header)).toLowerCase(Locale.ROOT);
    if (!codings.isEmpty()) {
      var last = codings.substring(codings.lastIndexOf(',') + 1).strip();
      return last.equals("chunked") ? chunks() : untilClosed();
    }
    var lengths = values("content-length", header).stream().distinct().toList();
    if (lengths.isEmpty()) {
      return untilClosed();
    }
    if (lengths.size() > 1 || !Ascii.isDigits(lengths.getFirst())) {
      throw new IOException("a length that is none");
    }
    var digits = lengths.getFirst();
    var length = digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits);
    copy(Math.min(length, most));
    return length <= most;
  }

  private boolean untilClosed() throws IOException {
    for (var octet = in.read(); octet >= 0; octet = in.read()) {
      if (content.size() == most) {
        return false;
      }
      content.write(octet);
    }
    return true;
  }

  /// RFC 9112, 7.1.
  private boolean chunks() throws IOException {
    while (true) {
      var size = chunkSize();
      if (size == 0) {
        return true;
      }
      if (size > most - content.size()) {
        copy(most - content.size());
        return false;
      }
      copy(size);
      if (next() != '\r' || next() != '\n') {
        throw new IOException("a chunk without an end");
      }
    }
  }

  private int chunkSize() throws IOException {
    var line = new StringBuilder();
    while (line.indexOf("\n") < 0) {
      line.append((char) next());
      if (line.length() > MAX_SIZE_LINE) {
        throw new IOException("a chunk without a size");
      }
    }
    var digits = line.toString().split(";", 2)[0].strip();
    if (!digits.matches("[0-9A-Fa-f]{1,7}")) {
      throw new IOException("a chunk without a size");
    }
    return Integer.parseInt(digits, 16);
  }

  private void copy(int count) throws IOException {
    for (var i = 0; i < count; i++) {
      content.write(next());
    }
  }

  private int next() throws IOException {
    var octet = in.read();
    if (octet < 0) {
      throw new IOException("ended too early");
    }
    return octet;
  }
}
