package org.whence.mail;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What one Received field says (RFC 5321, 4.4). Everything is as the field has it, written by
/// whoever wrote the field; what it does not say is empty.
///
/// @param result what kind of field this is
/// @param fromName the word behind `from`, without brackets: the HELO, a name of the client, its
///   address or a local user, as the program that wrote it has it
/// @param fromHelo what the client called itself, where the form of the field tells
/// @param fromRdns the name that the server looked up for the client, where the form tells; without
///   the dot of the root; not where the program wrote a word for "none" such as `unknown`
/// @param fromIp the address of the client; IPv4 where it was written as IPv4-mapped IPv6, and so
///   is judged
/// @param fromMapped whether it was written so (RFC 4291, 2.5.5.2)
/// @param fromPort the port of the client
/// @param mayBeForged whether the server says that the looked-up name does not lead back (Sendmail)
/// @param by the name of the server
/// @param byIp the address of the server
/// @param via the `via` clause
/// @param with the protocol, words as written
/// @param queueId the `id` clause, which is never an address, whatever it looks like
/// @param forAddress the `for` clause, without angle brackets
/// @param envelopeFrom the sender of the envelope; the empty text for `<>`
/// @param ident the user at the client: RFC 1413, or what stands before the `@` of `user@[address]`
/// @param auth who authenticated; `authenticated` where that is all that the field says
/// @param tlsVersion such as `TLSv1.3`
/// @param tlsCipher the cipher suite as written
/// @param date when that was
/// @param comments the comments in their order, without their outer parentheses
public record Received(
    Result result,
    Optional<String> fromName,
    Optional<String> fromHelo,
    Optional<String> fromRdns,
    Optional<InetAddress> fromIp,
    boolean fromMapped,
    Optional<Integer> fromPort,
    boolean mayBeForged,
    Optional<String> by,
    Optional<InetAddress> byIp,
    Optional<String> via,
    Optional<String> with,
    Optional<String> queueId,
    Optional<String> forAddress,
    Optional<String> envelopeFrom,
    Optional<String> ident,
    Optional<String> auth,
    Optional<String> tlsVersion,
    Optional<String> tlsCipher,
    Optional<MailDate> date,
    List<String> comments) {

  /// What kind of field it is.
  public enum Result {
    /// A step from a client to a server.
    PARSED,
    /// No step from host to host: handed over within a host, or fetched from a mailbox.
    IGNORED,
    /// Nothing that names a client or a server.
    UNPARSED;

    /// The word of the machine-readable forms: `parsed`, `ignored`, `unparsed`.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Received {
    comments = List.copyOf(comments);
  }

  /// Whether the client authenticated: the server tells it in a comment, or by its protocol alone
  /// (RFC 3848).
  public boolean authenticated() {
    return auth.isPresent() || with.flatMap(Protocol::of).filter(Protocol::auth).isPresent();
  }
}
