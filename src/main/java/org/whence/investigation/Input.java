package org.whence.investigation;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.whence.mail.Message;
import org.whence.mail.container.Container;
import org.whence.mail.mime.Entity;
import org.whence.mail.mime.MimeReader;

/// What was given to be investigated, as it came and as it was understood. Made by [InputReader];
/// immutable, for any thread.
public final class Input {
  private final Given given;
  private final String text;
  private final Optional<Container.Kind> format;
  private final Recognised recognised;
  private final List<Repair> repairs;
  private final List<Problem> problems;
  private final boolean asMessage;
  private volatile @Nullable Entity mime;

  /// @param format the format of a mail program that it was read out of
  Input(Given given, String text, Reading reading, Optional<Container.Kind> format) {
    this(given, text, reading, format, false);
  }

  private Input(
      Given given,
      String text,
      Reading reading,
      Optional<Container.Kind> format,
      boolean asMessage) {
    this.given = given;
    this.text = text;
    this.format = format;
    this.recognised = reading.recognised();
    this.repairs = reading.repairs();
    this.problems = reading.problems();
    this.asMessage = asMessage;
  }

  /// One that was taken for a message, whatever it looks like.
  static Input ofMessage(Given given, String text, Reading reading) {
    return new Input(given, text, reading, Optional.empty(), true);
  }

  /// Whether it was taken for a message, whatever it looks like.
  boolean asMessage() {
    return asMessage;
  }

  Given given() {
    return given;
  }

  /// Where it came from.
  public Source source() {
    return given.source();
  }

  /// The containers that it was found in, the outermost first; none for what was given itself.
  public List<Holder> foundIn() {
    return given.foundIn();
  }

  /// The format of a mail program that the mail was read out of: [Container.Kind#EMLX] or
  /// [Container.Kind#MSG]; empty for a mail as it is sent.
  public Optional<Container.Kind> format() {
    return format;
  }

  /// The octets as they came, read-only; of something larger than [InputReader#MAX_SIZE] that many
  /// and one more.
  public ByteBuffer original() {
    return ByteBuffer.wrap(given.contents().octets()).asReadOnlyBuffer();
  }

  /// How many octets came, also of something larger.
  public long size() {
    return given.contents().size();
  }

  /// The SHA-256 of all that came, 64 hexadecimal digits in lower case.
  public String sha256() {
    return given.contents().sha256();
  }

  /// The mail; empty for what is none.
  public Optional<Message> message() {
    return recognised instanceof Recognised.Mail(var message, _)
        ? Optional.of(message)
        : Optional.empty();
  }

  /// What the mail consists of, read when somebody asks for the first time; empty for what is no
  /// mail.
  public Optional<Entity> mime() {
    if (!(recognised instanceof Recognised.Mail(var message, _))) {
      return Optional.empty();
    }
    var known = mime;
    if (known == null) {
      known = MimeReader.read(message);
      mime = known;
    }
    return Optional.of(known);
  }

  /// The octets as text for people to see, before repairs: UTF-16 or UTF-8, else Latin-1. Hostile.
  /// Of a large mail the beginning; empty for what is no text.
  public String text() {
    return text;
  }

  /// What it is.
  public Recognised recognised() {
    return recognised;
  }

  /// What was put right, at most one of a kind, in the order of the kinds.
  public List<Repair> repairs() {
    return repairs;
  }

  /// What was not understood, in the order of the input.
  public List<Problem> problems() {
    return problems;
  }
}
