package org.whence.mail.container;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/// Tells containers by their octets, and takes them apart. Never throws.
public final class ContainerReader {
  private static final byte[] ZIP = HexFormat.of().parseHex("504b0304");
  private static final byte[] EMPTY_ZIP = HexFormat.of().parseHex("504b0506");
  private static final byte[] COMPOUND_FILE = HexFormat.of().parseHex("d0cf11e0a1b11ae1");
  private static final byte[] TNEF = HexFormat.of().parseHex("789f3e22");

  private ContainerReader() {}

  /// What container the octets are, by how they begin.
  public static Optional<Container.Kind> kind(byte[] octets) {
    if (begins(octets, ZIP) || begins(octets, EMPTY_ZIP)) {
      return Optional.of(Container.Kind.ZIP);
    }
    if (begins(octets, COMPOUND_FILE)) {
      return Optional.of(Container.Kind.MSG);
    }
    if (begins(octets, TNEF)) {
      return Optional.of(Container.Kind.TNEF);
    }
    if (Mailbox.is(octets)) {
      return Optional.of(Container.Kind.MBOX);
    }
    return Emlx.is(octets) ? Optional.of(Container.Kind.EMLX) : Optional.empty();
  }

  /// Takes a container apart; empty where the octets are none.
  ///
  /// @param name what it is called, for whoever is asked for a password; hostile
  public static Optional<Container> read(byte[] octets, String name, Passwords passwords) {
    return kind(octets)
        .map(kind ->
            switch (kind) {
              case ZIP -> new Archive(octets, name, passwords).read();
              case MSG -> OutlookMessage.read(octets);
              case TNEF -> Winmail.read(octets);
              case MBOX -> new Mailbox(octets).read();
              case EMLX -> Emlx.read(octets);
              case FOLDER, MESSAGE ->
                  throw new IllegalStateException("not told by octets: " + kind);
            });
  }

  private static boolean begins(byte[] octets, byte[] with) {
    return octets.length >= with.length
        && Arrays.equals(octets, 0, with.length, with, 0, with.length);
  }
}
