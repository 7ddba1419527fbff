package org.whence.gui.model;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.whence.dkim.CanonicalForm;
import org.whence.dkim.Signature;
import org.whence.investigation.Investigation;
import org.whence.investigation.MailResult;
import org.whence.investigation.Recognised;
import org.whence.report.WhiteSpace;

/// What the signature that a node belongs to hashes, as text in which white space can be seen.
public final class CanonicalView {
  /// How many octets are shown.
  static final int LARGEST = 64 * 1024;

  /// Few fonts have the pictures of control characters that reports use.
  private static final String CR = "\u2039CR\u203A";

  private static final String LF = "\u2039LF\u203A";

  /// The two things that a signature hashes.
  public enum Part {
    /// The signed fields.
    HEADER,
    /// The body, as far as it is signed.
    BODY
  }

  /// A text, and how many octets were left out of it.
  public record Shown(String text, int left) {}

  private final CanonicalForm form;

  private CanonicalView(CanonicalForm form) {
    this.form = form;
  }

  /// The view for a node; empty where it belongs to no signature of a mail, or the run goes on.
  public static Optional<CanonicalView> of(Optional<Investigation> investigation, ChainNode node) {
    return investigation.flatMap(found ->
        found.input().recognised() instanceof Recognised.Mail(var message, _)
            ? found
                .mail()
                .flatMap(mail -> signature(mail, node.path()))
                .flatMap(signature -> CanonicalForm.of(message, signature))
                .map(CanonicalView::new)
            : Optional.empty());
  }

  private record Placed(String path, Signature signature) {
    boolean holds(String node) {
      return node.equals(path) || node.startsWith(path + ".");
    }
  }

  private static Optional<Signature> signature(MailResult mail, String path) {
    var dkim =
        mail.dkim().stream()
            .flatMap(found -> found.signatures().stream())
            .map(each -> new Placed(each.step().path(), each.signature()));
    var arc =
        mail.arc().stream()
            .flatMap(found -> found.instances().stream())
            .flatMap(set ->
                set.messageSignature().stream().map(each -> new Placed(set.step().path(), each)));
    return Stream.concat(dkim, arc)
        .filter(placed -> placed.holds(path))
        .findFirst()
        .map(Placed::signature);
  }

  /// One of the four texts.
  ///
  /// @param canonical whether as it is hashed, or as it stands in the message
  public Shown shown(Part part, boolean canonical) {
    var kept = new Kept();
    try {
      write(part, canonical, kept);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var text = WhiteSpace.visible(kept.octets.toByteArray());
    return new Shown(text.replace("\u240D", CR).replace("\u240A", LF), kept.left);
  }

  /// Writes all octets of one of the four texts, as they are.
  public void write(Part part, boolean canonical, OutputStream out) throws IOException {
    switch (part) {
      case HEADER -> out.write(canonical ? form.header() : form.headerBefore());
      case BODY -> {
        if (canonical) {
          form.writeBody(out);
        } else {
          form.writeBodyBefore(out);
        }
      }
    }
  }

  /// Keeps the beginning of what is written, and counts the rest.
  private static final class Kept extends OutputStream {
    final ByteArrayOutputStream octets = new ByteArrayOutputStream();
    int left;

    @Override
    public void write(int octet) {
      write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] source, int from, int length) {
      var more = Math.min(length, LARGEST - octets.size());
      octets.write(source, from, more);
      left += length - more;
    }
  }
}
