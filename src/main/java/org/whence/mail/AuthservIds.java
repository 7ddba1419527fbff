package org.whence.mail;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.whence.dns.ALabel;

/// A list of authserv-ids (RFC 8601, 2.5), to hold the ids of fields against. They are compared
/// without case, after U-labels have become A-labels (RFC 8601, 5).
///
/// Some servers write a slash and the number of their job behind the id, another one for each
/// message (OpenDKIM's `AuthservIDWithJobID`). Nobody can list these: an id of the list without a
/// slash stands for all of its jobs.
public final class AuthservIds {
  private static final char JOB = '/';

  private final Set<String> ids;

  private AuthservIds(Set<String> ids) {
    this.ids = ids;
  }

  /// The ids of a list, in any spelling.
  public static AuthservIds of(Collection<String> listed) {
    return new AuthservIds(
        listed.stream().map(AuthservIds::comparable).collect(Collectors.toSet()));
  }

  /// Whether the id of a field is one of them.
  public boolean has(String id) {
    return ids.contains(comparable(id)) || ids.contains(server(id));
  }

  /// The server that an id is of, as it is compared.
  public static String server(String id) {
    return comparable(withoutJob(id));
  }

  private static String comparable(String id) {
    return ALabel.domain(id.strip()).toLowerCase(Locale.ROOT);
  }

  /// An id as it can be listed.
  static String withoutJob(String id) {
    var job = id.indexOf(JOB);
    return job > 0 ? id.substring(0, job) : id;
  }
}
