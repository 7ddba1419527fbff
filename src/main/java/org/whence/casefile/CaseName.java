package org.whence.casefile;

import org.whence.investigation.Input;
import org.whence.investigation.Source;
import org.whence.mail.Message;

/// What the file of a case could be called, whatever a mail calls itself; see [SafeName].
public final class CaseName {
  /// What it ends with.
  public static final String ENDING = ".whence";

  /// For what has no name.
  public static final String PLAIN = "case" + ENDING;

  private CaseName() {}

  /// After the subject of a mail, or the file that something came from.
  public static String of(Input input) {
    var name = input.message().flatMap(Message::subject).orElse("");
    var source = input.source();
    var file = source.kind() == Source.Kind.PASTED ? "" : withoutEnding(source.name());
    return of(name.isBlank() ? file : name);
  }

  private static String withoutEnding(String file) {
    var dot = file.lastIndexOf('.');
    return dot > 0 ? file.substring(0, dot) : file;
  }

  /// After any text, all of which is the name: a slash in a subject parts no folders.
  static String of(String text) {
    var name = SafeName.of(text.replaceAll("[^\\p{L}\\p{Nd}.-]+", "_"));
    var plain = name.replaceAll("^[._-]+|[._-]+$", "");
    return plain.isEmpty() ? PLAIN : SafeName.of(plain) + ENDING;
  }
}
