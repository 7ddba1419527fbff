package org.whence.mail.container;

import org.whence.mail.Message;

/// How much of a container is read.
public final class Limits {
  /// How large a container may be, in octets.
  public static final int MAX_SIZE = Message.MAX_SIZE;

  /// How many members are taken out.
  public static final int MAX_MEMBERS = 10_000;

  /// How large one member may get, in octets.
  public static final int MAX_MEMBER = 50 * 1024 * 1024;

  /// How large all members of an archive may get, in octets.
  public static final long MAX_UNPACKED = 512L * 1024 * 1024;

  /// How many times larger than the archive its members may get; text of one letter packs a
  /// thousand times, a mail about four times.
  public static final int MAX_RATIO = 200;

  /// Up to here the ratio does not matter, in octets.
  static final int SMALL = 16 * 1024 * 1024;

  /// How many containers may stand in each other.
  public static final int MAX_NESTING = 5;

  private Limits() {}

  /// How large the members of an archive of this size may get.
  static long unpacked(int size) {
    return Math.max(SMALL, Math.min(MAX_UNPACKED, (long) MAX_RATIO * size));
  }
}
