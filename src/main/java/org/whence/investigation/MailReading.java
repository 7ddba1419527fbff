package org.whence.investigation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.whence.mail.Fidelity;
import org.whence.mail.Message;
import org.whence.mail.Octets;

/// Reads an input as a mail, if it is one.
final class MailReading {
  /// How many levels of quote marks are taken off.
  private static final int MAX_QUOTES = 8;

  private static final byte[] FROM = "From ".getBytes(StandardCharsets.US_ASCII);

  private MailReading() {}

  /// The mail with what had to be repaired; empty where no header is found.
  static Optional<Reading> of(byte[] octets, Decoded decoded) {
    var anywhere = decoded.shape() == Decoded.Shape.TEXT;
    var text = decoded.text();
    var quotes = new Repairs();
    for (var level = 0; level <= MAX_QUOTES; level++) {
      var header = HeaderShape.find(text, anywhere);
      if (header.isPresent()) {
        return Optional.of(reading(octets, decoded, header.get(), quotes))
            .filter(MailReading::hasFields);
      }
      var stripped = anywhere ? Quoting.strip(text, quotes) : Optional.<String>empty();
      if (stripped.isEmpty()) {
        break;
      }
      text = stripped.get();
    }
    return Optional.empty();
  }

  /// The mail in a file that is called one, and begins with a field that mails have, be it the only
  /// one. Lines of a mail program's view stay such, whatever the file is called.
  static Optional<Reading> called(byte[] octets, Decoded decoded) {
    return ClientView.find(decoded.text()).isPresent()
        ? Optional.empty()
        : HeaderShape.beginning(decoded.text())
            .map(header -> reading(octets, decoded, header, new Repairs()))
            .filter(MailReading::hasFields);
  }

  /// A large mail, told by its beginning: its header is there, and nothing has to be repaired.
  /// Empty for anything else, which may be a mail nevertheless.
  static Optional<Reading> ofBeginning(byte[] octets, Decoded beginning) {
    return HeaderShape.find(beginning.text(), false)
        .map(header -> reading(octets, beginning, header, new Repairs()))
        .filter(reading -> reading.repairs().isEmpty() && hasFields(reading))
        .filter(reading -> bodyStart(reading) <= beginning.length());
  }

  private static int bodyStart(Reading reading) {
    return reading.recognised() instanceof Recognised.Mail(var message, _)
        ? message.bodyStart()
        : Integer.MAX_VALUE;
  }

  /// A line of an mbox can look like a header, and there is none behind it.
  private static boolean hasFields(Reading reading) {
    return reading.recognised() instanceof Recognised.Mail(var message, _)
        && !message.fields().isEmpty();
  }

  private static Reading reading(
      byte[] octets, Decoded decoded, HeaderShape.Header header, Repairs quotes) {
    var repairs = decoded.repairs();
    repairs.addAll(quotes);
    if (header.skipped() > 0) {
      repairs.note(new Repair(Repair.Kind.LEADING_TEXT, header.skipped(), new Place(1, 1)));
    }
    var mended = HeaderRepair.mend(header.first(), repairs);
    // A mail that needed no repair is read as it came, octet by octet.
    var message =
        repairs.none()
            ? Message.read(octets)
            : Message.read(mended.getBytes(decoded.backwards())).with(Fidelity.REPAIRED);
    var headersOnly = message.bodyStart() == message.end();
    var problems = new ArrayList<>(others(message));
    if (isWithoutTrace(message)) {
      ClientView.find(decoded.text())
          .map(place -> Problem.of(Problem.Kind.CLIENT_VIEW, place, "", ""))
          .ifPresent(problems::add);
    }
    return new Reading(new Recognised.Mail(message, headersOnly), repairs.list(), problems);
  }

  /// Whether no field is there that servers or programs write, and no person sees.
  private static boolean isWithoutTrace(Message message) {
    return message.fields().stream()
        .map(field -> field.name().toLowerCase(Locale.ROOT))
        .noneMatch(name ->
            (FieldNames.isTrace(name) && !name.equals("date")) || name.equals("mime-version"));
  }

  /// An mbox holds several messages, each behind a line that begins with "From " (RFC 4155).
  private static List<Problem> others(Message message) {
    var problems = new ArrayList<Problem>();
    var source = message.source();
    if (message.headerStart() > 0 && source[0] == 'F') {
      var others = 0;
      var behindBlank = false;
      for (var at = message.bodyStart(); at < message.end(); ) {
        var lineEnd = Octets.endOfLine(source, at, message.end());
        if (behindBlank && isSeparator(source, at, lineEnd)) {
          others++;
        }
        behindBlank = lineEnd == at;
        at = lineEnd + Octets.lineEnd(source, lineEnd, message.end());
      }
      if (others > 0) {
        problems.add(Problem.of(Problem.Kind.SEVERAL_MESSAGES, new Place(1, 1), "", others));
      }
    }
    return problems;
  }

  private static boolean isSeparator(byte[] source, int start, int end) {
    return end - start >= FROM.length
        && Arrays.equals(source, start, start + FROM.length, FROM, 0, FROM.length);
  }
}
