package org.whence.receiver;

import org.whence.chain.Verdict;

/// How a software reads IPREV, where it differs from RFC 8601.
///
/// @param names which of the client's names it looks up
/// @param limit how many of them, from the first
/// @param bothFamilies whether it asks for A and AAAA; otherwise only for the client's own
/// @param temporary what a look-up that failed means beside the others
/// @param missing the verdict where there is no name
public record IprevReading(
    Names names, int limit, boolean bothFamilies, Temporary temporary, Verdict missing) {
  /// RFC 8601, as this program reads it.
  public static final IprevReading STANDARD =
      new IprevReading(
          Names.FIRST,
          org.whence.iprev.IprevVerifier.MAX_NAMES,
          true,
          Temporary.YIELDS,
          Verdict.PERMERROR);

  /// Which names are looked up.
  public enum Names {
    /// The first ones of the answer.
    FIRST,
    /// The last one of the answer.
    LAST
  }

  /// What a look-up that failed means.
  public enum Temporary {
    /// A name that leads back outweighs it; otherwise the whole is temporary.
    YIELDS,
    /// It outweighs everything.
    WINS,
    /// It counts as no answer.
    IGNORED
  }
}
