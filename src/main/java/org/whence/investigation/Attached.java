package org.whence.investigation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.whence.mail.mime.Entity;

/// A message that is attached to another one.
///
/// @param source what it is called there
/// @param entity the part that it is
record Attached(Source source, Entity entity) {
  /// How many are offered.
  static final int MAX_ATTACHED = 100;

  /// The messages that are attached to a mail, but not those attached to them; none for what is no
  /// mail.
  static List<Attached> of(Input input) {
    var found = new ArrayList<Attached>();
    // A mail may have nothing but the other one in it.
    input.mime().ifPresent(root -> collect(root, found));
    return found;
  }

  private static void collect(Entity entity, List<Attached> found) {
    if (isMessage(entity)) {
      if (found.size() < MAX_ATTACHED) {
        found.add(new Attached(source(entity), entity));
      }
    } else {
      entity.parts().forEach(part -> collect(part, found));
    }
  }

  private static boolean isMessage(Entity entity) {
    var name = entity.fileName().orElse("").toLowerCase(Locale.ROOT);
    return switch (entity.kind()) {
      case MESSAGE -> true;
      case MULTIPART -> false;
      case BODY ->
          entity.type().is("application/vnd.ms-outlook")
              || name.endsWith(".eml")
              || name.endsWith(".emlx")
              || name.endsWith(".msg");
    };
  }

  private static Source source(Entity entity) {
    return entity.fileName().map(Source::member).orElseGet(() -> Source.part(entity.path()));
  }
}
