package org.whence.enrichment;

import java.util.List;

/// The columns of a text such as `23028 | US | arin`, and how much of a text is told.
final class Columns {
  /// How many characters of what cannot be read are told, and of what a system is called.
  private static final int MAX_TOLD = 200;

  private Columns() {}

  static List<String> of(String text) {
    return List.of(text.split("\\|", -1)).stream().map(String::strip).toList();
  }

  /// The beginning of a hostile text.
  static String told(String text) {
    return text.codePointCount(0, text.length()) <= MAX_TOLD
        ? text
        : text.substring(0, text.offsetByCodePoints(0, MAX_TOLD)) + "…";
  }
}
