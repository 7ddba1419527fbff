package org.whence.investigation.claim;

import java.util.List;

/// A field with each of its statements held against our results.
///
/// @param path its step in the tree
public record ComparedField(
    ClaimField field, Standing standing, List<Compared> statements, String path) {
  public ComparedField {
    statements = List.copyOf(statements);
  }
}
