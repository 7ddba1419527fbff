package org.whence.dkim;

/// How signatures are checked.
///
/// @param asking whether DNS may be asked for keys
/// @param explaining whether it is looked for what would have made a signature fit that does not:
///   some milliseconds each
/// @param headerAlone whether a body without octets was not given, rather than empty; then it is
///   not judged
public record DkimOptions(boolean asking, boolean explaining, boolean headerAlone) {
  /// Asks, and explains nothing.
  public static DkimOptions defaults() {
    return new DkimOptions(true, false, false);
  }

  /// The same, asking or not.
  public DkimOptions withAsking(boolean may) {
    return new DkimOptions(may, explaining, headerAlone);
  }

  /// The same, explaining or not.
  public DkimOptions withExplaining(boolean wanted) {
    return new DkimOptions(asking, wanted, headerAlone);
  }

  /// The same, for a message that may have been given without its body.
  public DkimOptions withHeaderAlone(boolean may) {
    return new DkimOptions(asking, explaining, may);
  }
}
