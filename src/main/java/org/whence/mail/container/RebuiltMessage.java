package org.whence.mail.container;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.whence.ip.Ascii;
import org.whence.mail.HeaderField;
import org.whence.mail.Message;
import org.whence.mail.Sha256;
import org.whence.mail.mime.ContentType;
import org.whence.mail.mime.MimeReader;

/// A message put together from a header and what is left of its body.
///
/// The header stays octet by octet, because signatures cover it; so the body is made to fit what
/// its Content-Type says, where that can be done: under its boundary if it names a multipart, or
/// alone if it is the one text. Elsewhere the fields of MIME give way to others.
final class RebuiltMessage {
  private static final String BOUNDARY = "----=_whence_";
  private static final byte[] CRLF = {'\r', '\n'};

  private final Message header;
  private final List<byte[]> parts = new ArrayList<>();
  private Optional<String> onlyText = Optional.empty();
  private String onlySubtype = "";

  RebuiltMessage(String header) {
    this.header = Message.read((header + "\r\n").getBytes(UTF_8));
  }

  void text(String subtype, String text) {
    onlyText = parts.isEmpty() ? Optional.of(text) : Optional.empty();
    onlySubtype = subtype;
    part(
        "Content-Type: text/" + subtype + "; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n",
        text.getBytes(UTF_8));
  }

  void message(byte[] message) {
    onlyText = Optional.empty();
    part("Content-Type: message/rfc822\r\n", message);
  }

  void file(String name, String type, byte[] content) {
    onlyText = Optional.empty();
    var safe = ContentType.parse(type).map(ContentType::name).filter(RebuiltMessage::isToken);
    part(
        "Content-Type: "
            + safe.filter(named -> !named.startsWith("multipart/"))
                .orElse("application/octet-stream")
            + "\r\nContent-Transfer-Encoding: base64\r\n"
            + "Content-Disposition: attachment; filename*=utf-8''"
            + percent(name)
            + "\r\n",
        Base64.getMimeEncoder().encode(content));
  }

  private void part(String head, byte[] body) {
    parts.add(join(head.getBytes(ISO_8859_1), CRLF, body));
  }

  byte[] octets() {
    var type = header.first("Content-Type").map(HeaderField::value).flatMap(ContentType::parse);
    var boundary =
        type.filter(said -> said.isA("multipart"))
            .flatMap(said -> said.parameters().first("boundary"))
            .filter(said -> said.length() <= MimeReader.MAX_BOUNDARY)
            .filter(said -> said.chars().allMatch(c -> c >= ' ' && c < 0x7F))
            .filter(this::isFree);
    if (boundary.isPresent()) {
      return join(head(false), CRLF, multipart(boundary.get()));
    }
    var alone = onlyText.flatMap(text -> alone(text, type));
    if (alone.isPresent()) {
      return join(head(false), CRLF, alone.get());
    }
    var own = own();
    return join(
        head(true),
        ("MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"" + own + "\"\r\n\r\n")
            .getBytes(ISO_8859_1),
        multipart(own));
  }

  /// The one text as its field says that it is; only where it says nothing or that it is plain text
  /// in ASCII or UTF-8 without an encoding is that certain.
  private Optional<byte[]> alone(String text, Optional<ContentType> type) {
    var encoding =
        header
            .first("Content-Transfer-Encoding")
            .map(HeaderField::value)
            .orElse("7bit")
            .toLowerCase(Locale.ROOT);
    var charset = type.flatMap(said -> said.parameters().first("charset")).orElse("us-ascii");
    var fits =
        type.map(ContentType::name).orElse("text/plain").equals("text/" + onlySubtype)
            && (encoding.equals("7bit") || encoding.equals("8bit"))
            && (charset.equalsIgnoreCase("utf-8") || text.chars().allMatch(c -> c < 0x80));
    return fits ? Optional.of(text.getBytes(UTF_8)) : Optional.empty();
  }

  private byte[] multipart(String boundary) {
    var out = new ByteArrayOutputStream();
    for (var part : parts) {
      out.writeBytes(("--" + boundary + "\r\n").getBytes(ISO_8859_1));
      out.writeBytes(part);
      out.writeBytes(CRLF);
    }
    out.writeBytes(("--" + boundary + "--\r\n").getBytes(ISO_8859_1));
    return out.toByteArray();
  }

  /// The fields, with or without those that say what the body is.
  private byte[] head(boolean withoutMime) {
    var out = new ByteArrayOutputStream();
    for (var field : header.fields()) {
      var isMime =
          field.is("Content-Type")
              || field.is("Content-Transfer-Encoding")
              || field.is("MIME-Version");
      if (!withoutMime || !isMime) {
        out.writeBytes(field.raw());
      }
    }
    return out.toByteArray();
  }

  /// A boundary that no part can have in it, because it is made of their digest.
  private String own() {
    var digest = Sha256.digest();
    parts.forEach(digest::update);
    return BOUNDARY + HexFormat.of().formatHex(digest.digest(), 0, 16);
  }

  /// Whether no part has it in it: who sent them chose what is in them.
  private boolean isFree(String boundary) {
    return parts.stream().noneMatch(part -> new String(part, ISO_8859_1).contains("--" + boundary));
  }

  private static boolean isToken(String text) {
    return text.chars().allMatch(c -> c > ' ' && c < 0x7F && "()<>@,;:\\\"[]?=".indexOf(c) < 0);
  }

  private static String percent(String name) {
    var out = new StringBuilder();
    for (var octet : name.getBytes(UTF_8)) {
      if (Ascii.isLetterOrDigit(octet) || octet == '.' || octet == '-' || octet == '_') {
        out.append((char) octet);
      } else {
        out.append(String.format("%%%02X", octet));
      }
    }
    return out.toString();
  }

  private static byte[] join(byte[]... pieces) {
    var out = new ByteArrayOutputStream();
    for (var piece : pieces) {
      out.writeBytes(piece);
    }
    return out.toByteArray();
  }
}
