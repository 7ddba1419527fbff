package org.whence.investigation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.whence.mail.Fidelity;
import org.whence.mail.Message;
import org.whence.mail.container.Container;
import org.whence.mail.container.ContainerReader;
import org.whence.mail.container.Omission;
import org.whence.mail.container.Passwords;

/// Recognises what was pasted. Asks nothing, and never throws on any input.
///
/// A mail comes before addresses: octets that begin like a header, or hold a Received field at the
/// beginning of a line, are a mail, as they stand or with their quote marks taken off. Where a file
/// is called `.eml`, one field at its beginning is enough. Everything else is text with addresses
/// in it, or nothing.
public final class InputReader {
  /// How many octets of a mail are read; what is behind them is said to be left out.
  public static final int MAX_SIZE = Message.MAX_SIZE;

  /// How many octets are read as text: of addresses, and of a mail that has to be repaired.
  public static final int MAX_TEXT = 50 * 1024 * 1024;

  private static final int MEGABYTE = 1024 * 1024;

  private InputReader() {}

  /// Recognises text from the clipboard.
  public static Input pasted(String text) {
    return read(Source.PASTED, text.getBytes(StandardCharsets.UTF_8));
  }

  /// Recognises an argument of the command line that is no file.
  public static Input argument(String text) {
    return read(Source.argument(text), text.getBytes(StandardCharsets.UTF_8));
  }

  /// Takes text for a domain whose SPF policy is asked for.
  public static Input domain(String name) {
    var octets = name.getBytes(StandardCharsets.UTF_8);
    return domain(Given.of(Source.argument(name), Contents.of(octets)));
  }

  static Input domain(Given given) {
    var name = new String(given.contents().octets(), StandardCharsets.UTF_8);
    var reading = new Reading(new Recognised.Domain(name.strip()), List.of(), List.of());
    return new Input(given, name, reading, Optional.empty());
  }

  /// Reads standard input to its end and recognises it.
  public static Input stdin(InputStream in) throws IOException {
    return read(Given.of(Source.STDIN, Contents.read(in)));
  }

  /// Recognises octets.
  ///
  /// @param octets not written into any more by whoever hands them over
  public static Input read(Source source, byte[] octets) {
    return read(Given.of(source, Contents.of(octets)));
  }

  /// Takes octets for a message, whatever they look like.
  ///
  /// @param octets not written into any more by whoever hands them over
  public static Input message(Source source, byte[] octets) {
    return message(Given.of(source, Contents.of(octets)), 0);
  }

  static Input read(Given given) {
    var octets = given.contents().octets();
    var kind = ContainerReader.kind(octets);
    if (kind.filter(format -> format == Container.Kind.EMLX || format == Container.Kind.MSG)
        .isPresent()) {
      return kept(given, kind.get());
    }
    var beginning = Decoded.beginning(octets);
    if (!beginning.isWhole(octets)) {
      var mail = MailReading.ofBeginning(octets, beginning);
      if (mail.isPresent()) {
        return new Input(given, beginning.text(), withSize(given, mail.get()), Optional.empty());
      }
    }
    var decoded = beginning.isWhole(octets) ? beginning : Decoded.of(octets);
    var reading = withSize(given, reading(given, decoded));
    var isText =
        !(reading.recognised() instanceof Recognised.Nothing(var why, _))
            || why != Recognised.Why.BINARY;
    return new Input(given, isText ? decoded.text() : "", reading, Optional.empty());
  }

  /// Reads octets as the mail that they are, without putting anything right.
  public static Input asIs(Input input) {
    var given = input.given();
    var octets = given.contents().octets();
    var reading = new Reading(mail(Message.read(octets)), List.of(), List.of());
    return Input.ofMessage(given, Decoded.beginning(octets).text(), withSize(given, reading));
  }

  /// A message of a mailbox, which is one whatever it looks like.
  ///
  /// @param unquoted how many of its lines lost a quote mark of the mailbox
  static Input message(Given given, int unquoted) {
    var octets = given.contents().octets();
    var repairs =
        unquoted == 0
            ? List.<Repair>of()
            : List.of(new Repair(Repair.Kind.MAILBOX_QUOTED, unquoted, new Place(1, 1)));
    var reading = new Reading(mail(Message.read(octets)), repairs, List.of());
    return Input.ofMessage(given, Decoded.beginning(octets).text(), withSize(given, reading));
  }

  /// A message in the format of a mail program.
  private static Input kept(Given given, Container.Kind format) {
    var container =
        ContainerReader.read(given.contents().octets(), given.source().name(), Passwords.NONE)
            .orElseThrow();
    if (container.members().isEmpty()) {
      var isOther = container.omissions().getFirst().kind() == Omission.Kind.NO_MESSAGE;
      var why = isOther ? Recognised.Why.OFFICE_FILE : Recognised.Why.BROKEN_MESSAGE_FILE;
      return new Input(given, "", nothing(why), Optional.empty());
    }
    var octets = container.members().getFirst().octets();
    var fidelity = format == Container.Kind.MSG ? Fidelity.REBUILT : Fidelity.ORIGINAL;
    var problems =
        container.omissions().stream().anyMatch(each -> each.kind() == Omission.Kind.NO_HEADER)
            ? List.of(Problem.of(Problem.Kind.NO_HEADER_KEPT, new Place(1, 1), "", ""))
            : List.<Problem>of();
    var reading = new Reading(mail(Message.read(octets).with(fidelity)), List.of(), problems);
    return new Input(
        given, Decoded.beginning(octets).text(), withSize(given, reading), Optional.of(format));
  }

  private static Recognised mail(Message message) {
    return new Recognised.Mail(message, message.bodyStart() == message.end());
  }

  private static Reading reading(Given given, Decoded decoded) {
    var octets = given.contents().octets();
    return switch (decoded.shape()) {
      case EMPTY -> nothing(Recognised.Why.EMPTY);
      case OFFICE_FILE -> nothing(Recognised.Why.OFFICE_FILE);
      case BINARY ->
          MailReading.of(octets, decoded).orElseGet(() -> nothing(Recognised.Why.BINARY));
      case TEXT ->
          MailReading.of(octets, decoded)
              .or(() -> calledMail(given, decoded))
              .orElseGet(() -> text(decoded));
    };
  }

  private static Optional<Reading> calledMail(Given given, Decoded decoded) {
    var source = given.source();
    return source.kind() != Source.Kind.ARGUMENT
            && source.name().toLowerCase(Locale.ROOT).endsWith(".eml")
        ? MailReading.called(given.contents().octets(), decoded)
        : Optional.empty();
  }

  private static Reading text(Decoded decoded) {
    var reading = AddressReading.of(decoded);
    return reading.recognised() instanceof Recognised.Nothing
            && ClientView.find(decoded.text()).isPresent()
        ? nothing(Recognised.Why.CLIENT_VIEW)
        : reading;
  }

  private static Reading nothing(Recognised.Why why) {
    return new Reading(new Recognised.Nothing(why, Optional.empty()), List.of(), List.of());
  }

  private static Reading withSize(Given given, Reading reading) {
    var isRead =
        reading.recognised() instanceof Recognised.Mail(var message, _)
            && message.fidelity() != Fidelity.REPAIRED;
    var limit = isRead ? MAX_SIZE : MAX_TEXT;
    if (given.contents().size() <= limit) {
      return reading;
    }
    var problems = new ArrayList<>(reading.problems());
    var kind = isRead ? Problem.Kind.MAIL_TOO_LARGE : Problem.Kind.TOO_LARGE;
    problems.add(Problem.of(kind, new Place(1, 1), "", limit / MEGABYTE));
    return new Reading(reading.recognised(), reading.repairs(), problems);
  }
}
