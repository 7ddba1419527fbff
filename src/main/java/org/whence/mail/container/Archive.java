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
/// directory claims is nobody's business, and nothing is unpacked that is not looked at. Behind an
/// entry that cannot be read it goes on with the next.
final class Archive {
  /// How many passwords somebody may try.
  private static final int MAX_ATTEMPTS = 10;

  /// How many entries that cannot be read are passed over. Each may cost as much as a member.
  static final int MAX_PASSED = 20;

  private final byte[] octets;
  private final LocalHeaders headers;
  private final String name;
  private final Passwords passwords;
  private final List<Omission> omissions = new ArrayList<>();
  private long left;

  Archive(byte[] octets, String name, Passwords passwords) {
    this.octets = octets;
    this.headers = new LocalHeaders(octets);
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
    var at = 0;
    for (var passed = 0; at >= 0 && passed < MAX_PASSED; passed++) {
      var entry = Optional.<LocalFileHeader>empty();
      var begun = 0;
      try (var zip = from(at, password)) {
        do {
          entry = Optional.empty();
          begun++;
          entry = Optional.ofNullable(zip.getNextEntry());
        } while (entry.isPresent()
            && (entry.get().isDirectory() || take(entry.get(), zip, members)));
        return Outcome.READ;
      } catch (IOException | RuntimeException e) {
        // The library throws what it likes where octets are broken.
        var header = headers.behind(at, begun - 1);
        if (failed(e, entry, header) == Outcome.WRONG_PASSWORD) {
          return Outcome.WRONG_PASSWORD;
        }
        at = header < 0 ? -1 : headers.behind(header, 1);
      }
    }
    if (at >= 0) {
      omissions.add(Omission.of(Omission.Kind.TOO_MANY_BROKEN));
    }
    return Outcome.READ;
  }

  private ZipInputStream from(int at, String password) {
    return new ZipInputStream(
        new ByteArrayInputStream(octets, at, octets.length - at), password.toCharArray());
  }

  /// @param header where the entry begins
  private Outcome failed(Exception e, Optional<LocalFileHeader> entry, int header) {
    var type = e instanceof ZipException zip ? zip.getType() : ZipException.Type.UNKNOWN;
    var isUnsupported =
        type == ZipException.Type.UNSUPPORTED_ENCRYPTION
            || type == ZipException.Type.UNKNOWN_COMPRESSION_METHOD;
    // ZipCrypto knows a wrong password by one octet: a 256th of them makes nonsense of the entry.
    if (type == ZipException.Type.WRONG_PASSWORD
        || (!isUnsupported && entry.filter(LocalFileHeader::isEncrypted).isPresent())) {
      return Outcome.WRONG_PASSWORD;
    }
    var called = entry.map(Archive::name).orElseGet(() -> headers.name(header));
    var kind = isUnsupported ? Omission.Kind.UNSUPPORTED : Omission.Kind.BROKEN;
    omissions.add(Omission.of(kind, called));
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
