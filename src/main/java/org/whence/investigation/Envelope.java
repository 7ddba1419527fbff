package org.whence.investigation;

import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import org.whence.mail.Border;
import org.whence.mail.HeaderField;
import org.whence.mail.HopChain;
import org.whence.mail.Message;

/// What the receiving server saw of a message: who handed it over, and in whose name (RFC 5321,
/// 2.3.1). The checks judge this, so each part says where it was taken from.
///
/// The client and its HELO are those of the border's Received field; where that does not tell them,
/// what servers noted of SPF does. The sender comes from what stands above the trust line first,
/// and there in the order of [Origin].
///
/// @param ip the address of the client at the border
/// @param helo what that client called itself
/// @param mailFrom the sender of the envelope, without angle brackets; the empty text for the null
///   sender `<>`; a domain alone where no more was told
public record Envelope(
    Optional<Told<InetAddress>> ip, Optional<Told<String>> helo, Optional<Told<String>> mailFrom) {
  /// Nothing is known.
  public static final Envelope UNKNOWN =
      new Envelope(Optional.empty(), Optional.empty(), Optional.empty());

  /// Where a part was taken from, in the order of trust.
  public enum Origin {
    /// The analyst said so.
    OPTION,
    /// A Return-Path field: the server that delivered the message wrote it (RFC 5321, 4.4).
    RETURN_PATH,
    /// An X-Envelope-From field, or another that servers write the sender into.
    X_ENVELOPE_FROM,
    /// A Received field: the border's, or one above it.
    RECEIVED,
    /// An Authentication-Results field, by what SPF was made of (RFC 8601, 2.7.2).
    AUTHENTICATION_RESULTS,
    /// A Received-SPF field (RFC 7208, 9.1).
    RECEIVED_SPF;

    /// A stable word, such as `return-path`.
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// A part with its origin.
  ///
  /// @param field the field that says it, unless the analyst did
  /// @param believed whether it stands above the trust line, where only servers that are believed
  ///   wrote, or the analyst said it; below the line, anybody may have written it
  public record Told<T>(T value, Origin origin, Optional<HeaderField> field, boolean believed) {
    static <T> Told<T> byAnalyst(T value) {
      return new Told<>(value, Origin.OPTION, Optional.empty(), true);
    }
  }

  /// What the analyst said, and where that is silent, what the message tells.
  ///
  /// A client that the analyst names is looked for among the steps: the HELO is taken from the step
  /// of that client alone, since that of another would be judged in its stead.
  public static Envelope of(
      Message message, HopChain chain, Optional<Border> border, Options options) {
    return new EnvelopeReader(message, chain, border, options).read();
  }

  /// What the analyst said, without a message.
  public static Envelope of(Options options) {
    return new Envelope(
        options.ip().map(Told::byAnalyst),
        options.helo().map(Told::byAnalyst),
        options.mailFrom().map(Envelope::bare).map(Told::byAnalyst));
  }

  private static String bare(String path) {
    return path.startsWith("<") && path.endsWith(">") ? path.substring(1, path.length() - 1) : path;
  }
}
