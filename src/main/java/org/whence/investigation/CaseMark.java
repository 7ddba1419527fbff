package org.whence.investigation;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/// How a case file is told from other archives: by its first entry, which is stored as it is and
/// names the type, as in an OpenDocument or an EPUB.
public final class CaseMark {
  /// The name of the first entry.
  public static final String ENTRY = "mimetype";

  /// What stands in it.
  public static final String TYPE = "application/vnd.whence.case+zip";

  /// How the name of such a file ends.
  public static final String ENDING = ".whence";

  /// Behind the 30 octets of the local header (APPNOTE 6.3.10, 4.3.7).
  private static final int NAME_AT = 30;

  private static final byte[] MARK = (ENTRY + TYPE).getBytes(StandardCharsets.US_ASCII);

  /// How many octets tell.
  public static final int LENGTH = NAME_AT + MARK.length;

  private CaseMark() {}

  /// Whether these are the octets of a case file, as far as their beginning tells.
  public static boolean isOn(byte[] octets) {
    return octets.length >= LENGTH
        && octets[0] == 'P'
        && octets[1] == 'K'
        && Arrays.equals(octets, NAME_AT, LENGTH, MARK, 0, MARK.length);
  }

  /// Whether a file is called as cases are.
  public static boolean isNamed(Path file) {
    return isNamed(String.valueOf(file.getFileName()));
  }

  private static boolean isNamed(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(ENDING);
  }

  /// Whether something is meant to be a case file, by its name or its octets.
  static boolean isMeant(Given given) {
    var named = given.source().kind() != Source.Kind.ARGUMENT && isNamed(given.source().name());
    return named || isOn(given.contents().octets());
  }
}
