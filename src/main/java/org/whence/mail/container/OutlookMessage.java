package org.whence.mail.container;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.apache.poi.hsmf.MAPIMessage;
import org.apache.poi.hsmf.datatypes.AttachmentChunks;
import org.apache.poi.hsmf.datatypes.StringChunk;
import org.apache.poi.hsmf.exceptions.ChunkNotFoundException;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.Nullable;

/// A message as Outlook keeps it (MS-OXMSG): properties, not octets. What comes out is a message of
/// RFC 5322 that has the header as it was received, where Outlook kept it, and a body put together
/// from the texts and attachments. Where the HTML is left in RTF alone, it is taken out of that;
/// RTF that was none is a part of its own.
final class OutlookMessage {
  /// The stream that every message has (MS-OXMSG, 2.4).
  private static final String PROPERTIES = "__properties_version1.0";

  private OutlookMessage() {}

  static Container read(byte[] octets) {
    try (var files = new POIFSFileSystem(new ByteArrayInputStream(octets))) {
      if (!files.getRoot().hasEntryCaseInsensitive(PROPERTIES)) {
        return Container.without(Container.Kind.MSG, Omission.of(Omission.Kind.NO_MESSAGE));
      }
      var message = new MAPIMessage(files);
      var member = new Member("1", message(message, 0));
      var omissions =
          received(message).isBlank()
              ? List.of(Omission.of(Omission.Kind.NO_HEADER))
              : List.<Omission>of();
      return new Container(Container.Kind.MSG, List.of(member), omissions);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // The library throws what it likes where octets are broken, and recurses into directories.
      return Container.without(Container.Kind.MSG, Omission.of(Omission.Kind.BROKEN));
    }
  }

  private static byte[] message(MAPIMessage message, int depth) throws IOException {
    message.setReturnNullOnMissingChunk(true);
    message.guess7BitEncoding();
    var rebuilt = new RebuiltMessage(header(message));
    text(message).ifPresent(text -> rebuilt.text("plain", text));
    var html = html(message);
    var rtf = html.isEmpty() ? rtf(message) : Optional.<String>empty();
    html.or(() -> rtf.flatMap(RtfHtml::of))
        .ifPresentOrElse(
            found -> rebuilt.text("html", found),
            () ->
                rtf.ifPresent(
                    text -> rebuilt.file("body.rtf", "text/rtf", text.getBytes(ISO_8859_1))));
    for (var attachment : message.getAttachmentFiles()) {
      if (attachment.isEmbeddedMessage() && depth < Limits.MAX_NESTING) {
        rebuilt.message(message(attachment.getEmbeddedMessage(), depth + 1));
      } else if (attachment.getAttachData() != null) {
        rebuilt.file(name(attachment), value(attachment.getAttachMimeTag()), data(attachment));
      }
    }
    return rebuilt.octets();
  }

  private static Optional<String> text(MAPIMessage message) {
    try {
      return Optional.ofNullable(message.getTextBody()).filter(text -> !text.isBlank());
    } catch (ChunkNotFoundException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> html(MAPIMessage message) {
    try {
      return Optional.ofNullable(message.getHtmlBody()).filter(html -> !html.isBlank());
    } catch (ChunkNotFoundException e) {
      return Optional.empty();
    }
  }

  /// The text that RTF keeps, one character an octet; nothing where it is broken, which is no
  /// reason to lose the rest.
  private static Optional<String> rtf(MAPIMessage message) {
    try {
      return Optional.ofNullable(message.getRtfBody()).filter(rtf -> !rtf.isBlank());
    } catch (ChunkNotFoundException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private static byte[] data(AttachmentChunks attachment) {
    var data = attachment.getAttachData().getValue();
    return data == null ? new byte[0] : data;
  }

  private static String name(AttachmentChunks attachment) {
    var name = value(attachment.getAttachLongFileName());
    return name.isEmpty() ? value(attachment.getAttachFileName()) : name;
  }

  /// The header as it was received; what Outlook shows instead, where it kept none: of a draft, or
  /// of a message that was never sent by SMTP.
  private static String header(MAPIMessage message) {
    var received = received(message);
    if (!received.isBlank()) {
      return received.strip() + "\r\n";
    }
    var chunks = message.getMainChunks();
    var shown = new StringBuilder();
    field(
        "From",
        address(value(chunks.getDisplayFromChunk()), value(chunks.getEmailFromChunk())),
        shown);
    field("To", value(chunks.getDisplayToChunk()), shown);
    field("Cc", value(chunks.getDisplayCCChunk()), shown);
    field("Subject", value(chunks.getSubjectChunk()), shown);
    date(message).ifPresent(date -> field("Date", date, shown));
    field("Message-ID", value(chunks.getMessageId()), shown);
    return shown.toString();
  }

  private static String received(MAPIMessage message) {
    var received = value(message.getMainChunks().getMessageHeaders());
    // Outlook begins it with a line of its own.
    var header =
        received.startsWith("Microsoft Mail Internet Headers")
            ? received.substring(received.indexOf('\n') + 1)
            : received;
    // Where all lines end in LF, a program took the CR out; what is put together ends in CRLF.
    return header.indexOf('\r') < 0 ? header.replace("\n", "\r\n") : header;
  }

  private static Optional<String> date(MAPIMessage message) {
    try {
      return Optional.ofNullable(message.getMessageDate())
          .map(date ->
              DateTimeFormatter.RFC_1123_DATE_TIME.format(
                  date.toInstant().atOffset(ZoneOffset.UTC)));
    } catch (ChunkNotFoundException e) {
      return Optional.empty();
    }
  }

  private static String address(String name, String address) {
    return address.isEmpty() || name.equals(address) ? name : name + " <" + address + ">";
  }

  private static void field(String name, String value, StringBuilder header) {
    if (!value.isBlank()) {
      header.append(name).append(": ").append(oneLine(value)).append("\r\n");
    }
  }

  /// No value begins a field of its own.
  private static String oneLine(String value) {
    return value.replaceAll("[\\r\\n\\x00]+", " ").strip();
  }

  private static String value(@Nullable StringChunk chunk) {
    var value = chunk == null ? null : chunk.getValue();
    return value == null ? "" : value;
  }
}
