package org.whence.fetch;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.whence.mail.Sha256;

/// A document that somebody asked for, and what became of it, so that it can be told again without
/// asking anybody.
///
/// @param uri as it was asked for: hostile
/// @param reply what the server was asked and what it said; none where nobody was asked, since the
///   document was refused, its host not found, or left
public record Fetched(String uri, Optional<Reply> reply) {
  /// One request and its answer.
  ///
  /// @param address the very address that was asked
  /// @param asked when, by the clock of the machine
  /// @param took until the last octet, or until it was given up
  public record Reply(InetAddress address, Instant asked, Duration took, Came came) {}

  /// What came.
  public sealed interface Came {
    /// An answer of HTTP.
    ///
    /// @param status such as 200
    /// @param octets the content as far as it was read, not written into
    /// @param whole whether that is all of it
    /// @param date what the server's clock said, to the second (RFC 9110, 6.6.1), if it told
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Content(int status, byte[] octets, boolean whole, Optional<Instant> date)
        implements Came {
      /// The SHA-256 of the octets, 64 hexadecimal digits in lower case.
      public String sha256() {
        return Sha256.of(octets);
      }
    }

    /// No answer of HTTP.
    ///
    /// @param words what went wrong, in a few words, which may come from the server
    record Trouble(String words) implements Came {}
  }

  /// The host that was asked, in A-labels; empty where the document may not be fetched.
  public Optional<String> host() {
    return HttpsFetch.host(uri);
  }
}
