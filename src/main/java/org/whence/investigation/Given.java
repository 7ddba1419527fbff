package org.whence.investigation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.whence.mail.container.Container;

/// Something that was given, before anybody looked at what it is.
///
/// @param foundIn the containers that it was taken out of, the outermost first
record Given(Source source, Contents contents, List<Holder> foundIn) {
  Given {
    foundIn = List.copyOf(foundIn);
  }

  static Given of(Source source, Contents contents) {
    return new Given(source, contents, List.of());
  }

  /// Something that was taken out of this.
  Given member(Container.Kind kind, Source member, byte[] octets) {
    var holders = new ArrayList<>(foundIn);
    holders.add(new Holder(kind, source, Optional.of(contents.sha256())));
    return new Given(member, Contents.of(octets), holders);
  }
}
