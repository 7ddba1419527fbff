package org.whence.investigation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.whence.mail.Message;

/// What an input is.
public sealed interface Recognised {
  /// Addresses: one, a list, or those in log lines.
  ///
  /// @param entries each address once, in the order of the input; not empty
  record Addresses(List<AddressEntry> entries) implements Recognised {
    public Addresses {
      entries = List.copyOf(entries);
    }
  }

  /// A mail, or its header.
  ///
  /// @param message read from the original octets, or from the repaired ones where repairs of the
  ///   input are named
  /// @param headersOnly whether there is no body
  record Mail(Message message, boolean headersOnly) implements Recognised {}

  /// A domain whose SPF policy is to be judged without a message; asked for by name, never guessed.
  ///
  /// @param name as given, hostile
  record Domain(String name) implements Recognised {}

  /// Nothing that can be investigated.
  ///
  /// @param problem the piece that comes closest, where there is one
  record Nothing(Why why, Optional<Problem> problem) implements Recognised {}

  /// Why nothing was recognised, with the words that are meant; the words for people are found by
  /// the key.
  enum Why {
    /// "there is nothing in it; paste an address, a header or a mail".
    EMPTY,
    /// "is no text; save the mail as .eml, or paste its header".
    BINARY,
    /// "is an Outlook message or another Office file; save the mail as .eml, or paste its header".
    OFFICE_FILE,
    /// "is an Outlook message, and broken; save the mail as .eml, or paste its header".
    BROKEN_MESSAGE_FILE,
    /// "these are the lines that a mail program shows, not the header of the mail".
    CLIENT_VIEW,
    /// "there are comments alone".
    ONLY_COMMENTS,
    /// What looks like an address is none: the problem's words.
    NOT_AN_ADDRESS,
    /// A name where an address is expected: the problem's words.
    HOST_NAME,
    /// All that is there are blocks with too many addresses: the problem's words.
    BLOCK_TOO_LARGE,
    /// "neither an address nor a header is in it; paste an address, a header or a mail".
    NO_ADDRESS;

    /// A stable key, such as `nothing.empty`.
    public String key() {
      return "nothing." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
