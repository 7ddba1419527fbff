package org.whence.investigation;

import java.util.List;
import java.util.Optional;
import org.whence.mail.container.Container;
import org.whence.mail.container.ContainerReader;
import org.whence.mail.container.Limits;
import org.whence.mail.container.Omission;
import org.whence.mail.container.Passwords;
import org.whence.mail.mime.Entity;

/// What is packed into a part of a mail: the files of an archive, the attachments of a
/// `winmail.dat`. They are listed, and stay where they are.
public final class Packed {
  /// How large a part may be, decoded, that is looked into.
  public static final int MAX_SIZE = Limits.MAX_MEMBER;

  /// How many octets tell an archive.
  private static final int MARK = 64;

  private Packed() {}

  /// What an entity has in it, told by its octets; empty for anything that nothing is packed into.
  /// Archives open by the usual password.
  public static Optional<Container> in(Entity entity) {
    if (entity.kind() != Entity.Kind.BODY) {
      return Optional.empty();
    }
    return ContainerReader.kind(entity.beginning(MARK))
        .filter(kind -> kind == Container.Kind.ZIP || kind == Container.Kind.TNEF)
        .flatMap(kind ->
            entity.size() > MAX_SIZE
                ? Optional.of(tooLarge(kind))
                : ContainerReader.read(entity.content(), entity.path(), Passwords.NONE)
                    .map(Packed::ofPart));
  }

  /// Nobody is asked for the password of a part.
  private static Container ofPart(Container found) {
    var omissions =
        found.omissions().stream()
            .map(each ->
                each.kind() == Omission.Kind.PASSWORD_NEEDED
                    ? new Omission(Omission.Kind.PART_LOCKED, each.name(), each.detail())
                    : each)
            .toList();
    return new Container(found.kind(), found.members(), omissions);
  }

  private static Container tooLarge(Container.Kind kind) {
    return new Container(
        kind, List.of(), List.of(new Omission(Omission.Kind.PART_TOO_LARGE, "", "")));
  }
}
