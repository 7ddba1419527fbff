package org.whence.casefile;

import java.util.Locale;
import java.util.Set;

/// Names of files that are made of what a mail or its file was called.
public final class SafeName {
  private static final int LONGEST = 60;

  /// What Windows takes for a device, whatever ending stands behind it.
  private static final Set<String> DEVICES = Set.of("CON", "PRN", "AUX", "NUL");

  private static final String PORT = "(?:COM|LPT)[0-9]";

  private SafeName() {}

  /// A name that is one on every system: no path, not hidden, no device, of ASCII letters, digits,
  /// `.`, `_` and `-`, and at most 60 characters.
  ///
  /// @param hostile what it was called, paths and all; an empty one becomes `_`
  public static String of(String hostile) {
    // Any longer text is cut before it is looked through.
    var near = hostile.substring(Math.max(0, hostile.length() - 4096));
    var last = near.substring(Math.max(near.lastIndexOf('/'), near.lastIndexOf('\\')) + 1);
    var plain = last.replaceAll("[^A-Za-z0-9._-]", "_");
    var cut = plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST);
    // Windows drops dots at the end, and a dot at the beginning hides a file.
    var shown = cut.replaceFirst("^\\.+", "_").replaceFirst("\\.+$", "_");
    return shown.isEmpty() ? "_" : isDevice(shown) ? "_" + shown.substring(1) : shown;
  }

  private static boolean isDevice(String name) {
    var dot = name.indexOf('.');
    var base = (dot < 0 ? name : name.substring(0, dot)).toUpperCase(Locale.ROOT);
    return DEVICES.contains(base) || base.matches(PORT);
  }
}
