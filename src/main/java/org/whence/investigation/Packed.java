package org.whence.investigation;

import java.util.Optional;
import org.whence.mail.container.Container;
import org.whence.mail.container.ContainerReader;
import org.whence.mail.container.Passwords;
import org.whence.mail.mime.Entity;

/// What is packed into a part of a mail: the files of an archive, the attachments of a
/// `winmail.dat`. They are listed, and stay where they are.
public final class Packed {
  private Packed() {}

  /// What an entity has in it, told by its octets; empty for anything that nothing is packed into.
  /// Archives open by the usual password.
  public static Optional<Container> in(Entity entity) {
    if (entity.kind() != Entity.Kind.BODY) {
      return Optional.empty();
    }
    var content = entity.content();
    return ContainerReader.kind(content)
        .filter(kind -> kind == Container.Kind.ZIP || kind == Container.Kind.TNEF)
        .flatMap(_ -> ContainerReader.read(content, entity.path(), Passwords.NONE));
  }
}
