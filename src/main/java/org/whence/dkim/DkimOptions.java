package org.whence.dkim;

/// How signatures are checked.
///
/// @param asking whether DNS may be asked for keys
public record DkimOptions(boolean asking) {
  /// Asks.
  public static DkimOptions defaults() {
    return new DkimOptions(true);
  }

  /// The same, asking or not.
  public DkimOptions withAsking(boolean may) {
    return new DkimOptions(may);
  }
}
