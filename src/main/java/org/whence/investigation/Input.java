package org.whence.investigation;

import java.nio.ByteBuffer;
import java.util.List;

/// What was given to be investigated, as it came and as it was understood. Made by [InputReader];
/// immutable, for any thread.
public final class Input {
  private final Source source;
  private final byte[] original;
  private final String text;
  private final Recognised recognised;
  private final List<Repair> repairs;
  private final List<Problem> problems;
  private final String sha256;

  Input(Source source, byte[] original, String text, Reading reading) {
    this.source = source;
    this.original = original;
    this.text = text;
    this.recognised = reading.recognised();
    this.repairs = reading.repairs();
    this.problems = reading.problems();
    this.sha256 = Sha256.of(original);
  }

  /// Where it came from.
  public Source source() {
    return source;
  }

  /// The octets as they came, read-only; of something larger than [InputReader#MAX_SIZE] that many
  /// and one more.
  public ByteBuffer original() {
    return ByteBuffer.wrap(original).asReadOnlyBuffer();
  }

  /// The SHA-256 of [#original], 64 hexadecimal digits in lower case.
  public String sha256() {
    return sha256;
  }

  /// The octets as text for people to see, before repairs: UTF-16 or UTF-8, else Latin-1. Hostile.
  /// Empty for what is no text.
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
