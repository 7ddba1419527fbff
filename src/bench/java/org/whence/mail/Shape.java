package org.whence.mail;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.whence.mail.mime.Links;
import org.whence.mail.mime.MimeReader;

/// The worst shapes of input, each with the parser that has to bear it. A shape is a beginning and
/// a piece that is repeated until the text is as long as wanted; it grows up to the limit behind
/// which its parser reads no more, which would make the rest look cheap.
public enum Shape {
  /// Comments in comments of a Received field.
  RECEIVED_NESTED_COMMENTS("from a (b [192.0.2.1]) by c ", "(", Shape::received),
  /// Comments that end, one in the other.
  RECEIVED_CLOSED_COMMENTS(
      size -> "from a " + "(".repeat(size / 2) + ")".repeat(size / 2) + " by c", Shape::received),
  /// Quotes that never end.
  RECEIVED_UNCLOSED_QUOTES("from a by c ", "\"\\", Shape::received),
  /// Angle brackets that never end.
  RECEIVED_UNCLOSED_ANGLES("from a by c ", "<a", Shape::received),
  /// Thousands of clauses.
  RECEIVED_CLAUSES("from a ", "by b with c id d ", Shape::received),
  /// Thousands of comments.
  RECEIVED_COMMENTS("from a ", "(helo=b) ", Shape::received),
  /// Thousands of statements.
  RESULTS_STATEMENTS("mx.example; ", "dkim=pass header.d=a; ", Shape::results),
  /// Comments in comments.
  RESULTS_NESTED_COMMENTS("mx.example; dkim=pass ", "(", Shape::results),
  /// Quotes that never end.
  RESULTS_UNCLOSED_QUOTES("mx.example; dkim=pass reason=", "\"\\", Shape::results),
  /// Statements that are none.
  RESULTS_BROKEN("", "= . ", Shape::results),
  /// Thousands of pairs of a Received-SPF field.
  SPF_PAIRS("pass ", "a=b; ", text -> ReceivedSpf.parse(text)),
  /// Thousands of addresses.
  ADDRESSES("", "a@b.example, ", text -> AddressList.parse(text)),
  /// Groups in a row.
  ADDRESS_GROUPS("", "a: b@c;, ", text -> AddressList.parse(text)),
  /// Comments in comments.
  ADDRESS_NESTED_COMMENTS("", "(", text -> AddressList.parse(text)),
  /// Quotes and angle brackets that never end.
  ADDRESS_UNCLOSED("", "\"a<\\", text -> AddressList.parse(text)),
  /// Comments in a date.
  DATE_COMMENTS("Tue, ", "(x) ", text -> MailDate.parse(text)),
  /// Encoded words.
  ENCODED_WORDS("", "=?utf-8?q?=41?= ", text -> EncodedWords.decode(text)),
  /// Encoded words that never end.
  ENCODED_WORDS_UNCLOSED("", "=?utf-8?b?", text -> EncodedWords.decode(text)),
  /// Thousands of fields, up to the limit.
  HEADER_FIELDS("", "A: b\r\n", Shape::message),
  /// A field of thousands of lines.
  HEADER_FOLDS("A: b", "\r\n b", Shape::message),
  /// Lines that are no field.
  HEADER_NO_FIELDS("A: b\r\n", "no field\r\n", Shape::message),
  /// Lines that end in every way.
  HEADER_LINE_ENDS("A: b", "\r\r\n \n ", Shape::message),
  /// Parameters.
  MIME_PARAMETERS("Content-Type: multipart/mixed", "; a=b", Shape::mime),
  /// Parameters in pieces (RFC 2231).
  MIME_CONTINUATIONS(Shape::continuations, Shape::mime),
  /// Parts, up to the limit.
  MIME_PARTS("Content-Type: multipart/mixed; boundary=x\r\n\r\n", "--x\r\n\r\np\r\n", Shape::mime),
  /// Lines that begin like the boundary.
  MIME_NEAR_BOUNDARIES(
      "Content-Type: multipart/mixed; boundary=" + "x".repeat(70) + "\r\n\r\n",
      "--" + "x".repeat(69) + "\r\n",
      Shape::mime),
  /// Multiparts in each other, up to the limit, and their text.
  MIME_NESTED(Shape::nested, Shape::mime),
  /// Base64 that is none.
  MIME_BASE64("Content-Transfer-Encoding: base64\r\n\r\n", "QQ=\u0001=", Shape::mime),
  /// Quoted-printable that is none.
  MIME_QUOTED_PRINTABLE(
      "Content-Transfer-Encoding: quoted-printable\r\n\r\n", "=4=\r\n", Shape::mime),
  /// HTML of links that never end.
  HTML_LINKS("Content-Type: text/html\r\n\r\n", "<a href=\"http://a.example\">", Shape::html),
  /// HTML of tags and quotes that never end.
  HTML_UNCLOSED("Content-Type: text/html\r\n\r\n", "<a b='<!--", Shape::html);

  private static final int MEGABYTE = 1024 * 1024;

  private final IntFunction<String> maker;
  private final Consumer<String> parser;

  Shape(IntFunction<String> maker, Consumer<String> parser) {
    this.maker = maker;
    this.parser = parser;
  }

  Shape(String beginning, String piece, Consumer<String> parser) {
    this(size -> beginning + piece.repeat(size / piece.length() + 1), parser);
  }

  /// How many characters a text may have until its parser stops.
  int largest() {
    return switch (this) {
      case HEADER_FIELDS -> 6 * Message.MAX_FIELDS;
      case HEADER_NO_FIELDS -> 10 * Message.MAX_FIELDS;
      case MIME_PARTS -> 10 * MimeReader.MAX_PARTS;
      case MIME_PARAMETERS -> ReceivedParser.MAX_LENGTH;
      // The thousand parameters that are put together.
      case MIME_CONTINUATIONS -> 8 * 1024;
      case ADDRESSES -> 13 * AddressList.MAX_MAILBOXES;
      case ADDRESS_GROUPS -> 9 * AddressList.MAX_MAILBOXES;
      case ADDRESS_NESTED_COMMENTS, ADDRESS_UNCLOSED -> AddressList.MAX_LENGTH;
      default -> compareTo(ADDRESSES) < 0 ? ReceivedParser.MAX_LENGTH : MEGABYTE;
    };
  }

  /// A text of that many characters.
  String text(int size) {
    var text = maker.apply(size);
    return text.length() > size ? text.substring(0, size) : text;
  }

  void parse(String text) {
    parser.accept(text);
  }

  private static void received(String text) {
    ReceivedParser.parse(text);
  }

  private static void results(String text) {
    AuthenticationResultsParser.parse(text);
  }

  private static Message message(String text) {
    return Message.read(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static void mime(String text) {
    MimeReader.read(message(text));
  }

  private static void html(String text) {
    Links.of(MimeReader.read(message(text)));
  }

  private static String continuations(int size) {
    var text = new StringBuilder("Content-Type: multipart/mixed");
    for (int i = 0; text.length() < size; i++) {
      text.append("; a*").append(i).append("=b");
    }
    return text.toString();
  }

  private static String nested(int size) {
    var text = new StringBuilder();
    for (int i = 0; i < MimeReader.MAX_DEPTH; i++) {
      text.append("Content-Type: multipart/mixed; boundary=b").append(i).append("\r\n\r\n--b");
      text.append(i).append("\r\n");
    }
    return text.append("\r\n")
        .append("--b\r\n".repeat(Math.max(0, size - text.length()) / 5))
        .toString();
  }
}
