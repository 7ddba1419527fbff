package org.whence.investigation.plan;

/// A document that a run will fetch over HTTPS. Its host is asked for in DNS first, and refused
/// where an address of it is set aside.
///
/// @param path the step that fetches it
/// @param uri as the analyst wrote it
/// @param host whose operator will see the request; empty where it is not fetched
public record PlannedFetch(String path, String uri, String host) {
  /// Whether a request will be sent, as far as can be told before DNS was asked.
  public boolean leaves() {
    return !host.isEmpty();
  }
}
