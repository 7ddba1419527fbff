package org.whence.investigation;

import java.util.List;

/// What is kept of an input, so that it can be read again as it was, years later.
///
/// @param source where it came from
/// @param foundIn the containers that it was found in, the outermost first
/// @param octets as many as were looked at, not written into any more by whoever hands them over
/// @param size how many there were in all
/// @param sha256 the digest of all
/// @param as what it was taken for
/// @param unquoted of a message in a mailbox, how many of its lines lost a quote mark
@SuppressWarnings("ArrayRecordComponent") // compared by nobody, and too large to copy
public record KeptInput(
    Source source,
    List<Holder> foundIn,
    byte[] octets,
    long size,
    String sha256,
    As as,
    int unquoted) {

  /// What the octets were taken for.
  public enum As {
    /// What they look like.
    RECOGNISED,
    /// A message, whatever they look like.
    MESSAGE,
    /// A domain whose SPF policy is asked for.
    DOMAIN;

    /// The word of the case file, such as `recognised`.
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  public KeptInput {
    foundIn = List.copyOf(foundIn);
  }

  /// What there is to keep of an input.
  public static KeptInput of(Input input) {
    return new KeptInput(
        input.source(),
        input.foundIn(),
        input.given().contents().octets(),
        input.size(),
        input.sha256(),
        as(input),
        input.repairs().stream()
            .filter(repair -> repair.kind() == Repair.Kind.MAILBOX_QUOTED)
            .mapToInt(Repair::count)
            .findFirst()
            .orElse(0));
  }

  private static As as(Input input) {
    if (input.recognised() instanceof Recognised.Domain) {
      return As.DOMAIN;
    }
    return input.asMessage() ? As.MESSAGE : As.RECOGNISED;
  }

  /// Reads it again. Never throws, whatever it is.
  public Input read() {
    var contents =
        size > octets.length ? Contents.ofLarger(octets, size, sha256) : Contents.of(octets);
    var given = new Given(source, contents, foundIn);
    return switch (as) {
      case RECOGNISED -> InputReader.read(given);
      case MESSAGE -> InputReader.message(given, unquoted);
      case DOMAIN -> InputReader.domain(given);
    };
  }
}
