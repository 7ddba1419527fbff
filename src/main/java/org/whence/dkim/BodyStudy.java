package org.whence.dkim;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.whence.mail.Message;

/// Looks for what was done to a body after it was signed: undoes what lists, gateways and stores
/// do, until the body hash fits or the allowance is used up.
final class BodyStudy {
  /// The largest body that is studied, in octets.
  static final int LARGEST = 10 * 1024 * 1024;

  private static final int BANNER_LINES = 40;

  private final Message message;
  private final byte[] body;
  private final BodyTrial trial;

  private BodyStudy(Message message, byte[] body, BodyTrial trial) {
    this.message = message;
    this.body = body;
    this.trial = trial;
  }

  /// Studies a body whose hash does not fit.
  static Explanation of(Message message, Signature signature) {
    var trial = new BodyTrial(signature);
    var size = message.end() - message.bodyStart();
    if (size > LARGEST) {
      return Explanation.nothing(Explanation.Part.BODY, 0);
    }
    var body = new byte[size];
    message.body().get(body);
    return new BodyStudy(message, body, trial)
        .change()
        .map(change -> Explanation.found(Explanation.Part.BODY, trial.tried(), List.of(change)))
        .orElseGet(() -> Explanation.nothing(Explanation.Part.BODY, trial.tried()));
  }

  private Optional<Change> change() {
    return empty()
        .or(this::otherCanonicalization)
        .or(this::footer)
        .or(() -> new BodyRewrites(body, trial).change())
        .or(() -> new PartStudy(message, body, trial).change())
        .or(this::banner);
  }

  private Optional<Change> empty() {
    return trial.fits(new byte[0])
        ? Optional.of(new Change(DkimReason.EMPTY_BODY, "body", "", text(body, 0, body.length)))
        : Optional.empty();
  }

  private Optional<Change> otherCanonicalization() {
    for (var other : Canonicalization.values()) {
      if (other != trial.how() && trial.fits(ByteBuffer.wrap(body), other)) {
        return Optional.of(
            new Change(DkimReason.OTHER_CANONICALIZATION, "c", other.word(), trial.how().word()));
      }
    }
    return Optional.empty();
  }

  private Optional<Change> footer() {
    var end = SignedPrefix.find(body, trial);
    return end.isPresent() && end.getAsInt() < body.length
        ? Optional.of(
            new Change(
                DkimReason.FOOTER_ADDED, "body", "", text(body, end.getAsInt(), body.length)))
        : Optional.empty();
  }

  private Optional<Change> banner() {
    var at = 0;
    for (var lines = 0; lines < BANNER_LINES && at < body.length; lines++) {
      at = endOfLine(body, at);
      if (trial.fits(body, at, body.length)) {
        return Optional.of(new Change(DkimReason.BANNER_ADDED, "body", "", text(body, 0, at)));
      }
    }
    return Optional.empty();
  }

  /// Behind the line that begins there.
  static int endOfLine(byte[] octets, int from) {
    var at = from;
    while (at < octets.length && octets[at] != '\n') {
      at++;
    }
    return Math.min(at + 1, octets.length);
  }

  static String text(byte[] octets, int from, int to) {
    var kept = Arrays.copyOfRange(octets, from, Math.min(to, from + 2 * Change.LONGEST));
    return DomainText.utf8(new String(kept, StandardCharsets.ISO_8859_1));
  }
}
