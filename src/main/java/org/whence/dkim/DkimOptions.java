package org.whence.dkim;

/// How signatures are checked.
///
/// @param asking whether DNS may be asked for keys
/// @param explaining whether it is looked for what would have made a signature fit that does not:
///   some milliseconds each
/// @param headerAlone whether a body without octets was not given, rather than empty; then it is
///   not judged
/// @param asOf the other times that are judged by as well
public record DkimOptions(boolean asking, boolean explaining, boolean headerAlone, AsOf asOf) {
  /// Asks, and explains nothing.
  public static DkimOptions defaults() {
    return new DkimOptions(true, false, false, AsOf.NONE);
  }

  /// The same, asking or not.
  public DkimOptions withAsking(boolean may) {
    return new DkimOptions(may, explaining, headerAlone, asOf);
  }

  /// The same, explaining or not.
  public DkimOptions withExplaining(boolean wanted) {
    return new DkimOptions(asking, wanted, headerAlone, asOf);
  }

  /// The same, for a message that may have been given without its body.
  public DkimOptions withHeaderAlone(boolean may) {
    return new DkimOptions(asking, explaining, may, asOf);
  }

  /// The same, judging by other times as well.
  public DkimOptions withAsOf(AsOf others) {
    return new DkimOptions(asking, explaining, headerAlone, others);
  }
}
