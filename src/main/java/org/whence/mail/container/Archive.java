package org.whence.mail.container;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.lingala.zip4j.exception.ZipException;
import net.lingala.zip4j.io.inputstream.ZipInputStream;
import net.lingala.zip4j.model.LocalFileHeader;

/// A ZIP archive. It is read from its beginning to its end, entry by entry, as a stream: what its
/// directory claims is nobody's business, and nothing is unpacked that is not looked at.
final class Archive {
  /// How many passwords somebody may try.
  private static final int MAX_ATTEMPTS = 10;

  private final byte[] octets;
  private final String name;
  private final Passwords passwords;
  private final List<Omission> omissions = new ArrayList<>();
  private long left;

  Archive(byte[] octets, String name, Passwords passwords) {
    this.octets = octets;
    this.name = name;
    this.passwords = passwords;
  }

  /// What came of one password.
  private enum Outcome {
    READ,
    WRONG_PASSWORD
  }

  Container read() {
    var members = new ArrayList<Member>();
    for (int attempt = -1; attempt < MAX_ATTEMPTS; attempt++) {
      var password = attempt < 0 ? Optional.of(Passwords.USUAL) : passwords.next(name, attempt);
      if (password.isEmpty()) {
        break;
      }
      members.clear();
      omissions.clear();
      if (read(password.get(), members) == Outcome.READ) {
        return new Container(Container.Kind.ZIP, members, omissions);
      }
    }
    omissions.add(Omission.of(Omission.Kind.PASSWORD_NEEDED));
    return new Container(Container.Kind.ZIP, members, omissions);
  }

  private Outcome read(String password, List<Member> members) {
    left = Limits.unpacked(octets.length);
    var entry = Optional.<LocalFileHeader>empty();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(octets), password.toCharArray())) {
      do {
        entry = Optional.ofNullable(zip.getNextEntry());
      } while (entry.isPresent() && (entry.get().isDirectory() || take(entry.get(), zip, members)));
      return Outcome.READ;
    } catch (IOException | RuntimeException e) {
      // The library throws what it likes where octets are broken.
      return failed(e, entry);
    }
  }

  private Outcome failed(Exception e, Optional<LocalFileHeader> entry) {
    var type = e instanceof ZipException zip ? zip.getType() : ZipException.Type.UNKNOWN;
    var called = entry.map(Archive::name).orElse("");
    if (type == ZipException.Type.UNSUPPORTED_ENCRYPTION
        || type == ZipException.Type.UNKNOWN_COMPRESSION_METHOD) {
      omissions.add(Omission.of(Omission.Kind.UNSUPPORTED, called));
      return Outcome.READ;
    }
    // ZipCrypto knows a wrong password by one octet: a 256th of them makes nonsense of the entry.
    if (type == ZipException.Type.WRONG_PASSWORD
        || entry.filter(LocalFileHeader::isEncrypted).isPresent()) {
      return Outcome.WRONG_PASSWORD;
    }
    omissions.add(Omission.of(Omission.Kind.BROKEN, called));
    return Outcome.READ;
  }

  private static String name(LocalFileHeader entry) {
    return String.valueOf(entry.getFileName());
  }

  /// Takes an entry out.
  ///
  /// @return whether the next one may follow
  private boolean take(LocalFileHeader entry, ZipInputStream zip, List<Member> members)
      throws IOException {
    var called = name(entry);
    if (members.size() == Limits.MAX_MEMBERS) {
      omissions.add(Omission.of(Omission.Kind.TOO_MANY_MEMBERS));
      return false;
    }
    var limit = Math.min(Limits.MAX_MEMBER, left);
    var taken = zip.readNBytes((int) limit + 1);
    if (taken.length > limit) {
      var bomb = limit == left;
      omissions.add(
          Omission.of(bomb ? Omission.Kind.BOMB : Omission.Kind.MEMBER_TOO_LARGE, called));
      return !bomb;
    }
    left -= taken.length;
    members.add(new Member(called, taken));
    return true;
  }
}
