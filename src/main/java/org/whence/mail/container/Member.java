package org.whence.mail.container;

/// Something that was taken out of a container.
public final class Member {
  private final String name;
  private final byte[] octets;
  private final int unquoted;

  Member(String name, byte[] octets) {
    this(name, octets, 0);
  }

  Member(String name, byte[] octets, int unquoted) {
    this.name = name;
    this.octets = octets;
    this.unquoted = unquoted;
  }

  /// What the container calls it: hostile text; its number, counted from 1, where it has no name.
  public String name() {
    return name;
  }

  /// Its octets, not written into by whoever takes them.
  public byte[] octets() {
    return octets;
  }

  /// How many lines had a quote mark that the mailbox had put there, and lost it (see [Mailbox]).
  public int unquoted() {
    return unquoted;
  }
}
