package org.whence.spf;

/// The counters after a term that counts.
///
/// @param path the term's step
/// @param domain whose record it is in
/// @param term as published
/// @param lookups terms that cause queries so far, this one included (RFC 7208, 4.6.4)
/// @param voidLookups void look-ups so far
/// @param beyond whether this was counted after the decision
public record Counted(
    String path, String domain, String term, int lookups, int voidLookups, boolean beyond) {}
