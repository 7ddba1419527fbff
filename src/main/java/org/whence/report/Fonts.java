package org.whence.report;

import java.io.InputStream;

/// The fonts that reports are drawn with: DejaVu, which comes with the program, so that a document
/// looks the same everywhere and holds its fonts itself.
enum Fonts {
  /// For text.
  SANS("DejaVuSans", "Whence Sans", false),
  /// For text that is emphasised.
  SANS_BOLD("DejaVuSans-Bold", "Whence Sans", true),
  /// For names, addresses and octets.
  MONO("DejaVuSansMono", "Whence Mono", false),
  /// For names that are emphasised.
  MONO_BOLD("DejaVuSansMono-Bold", "Whence Mono", true);

  private static final String FOLDER = "/net/sf/jasperreports/fonts/dejavu/";

  private final String file;
  private final String family;
  private final boolean bold;

  Fonts(String file, String family, boolean bold) {
    this.file = file;
    this.family = family;
    this.bold = bold;
  }

  /// What style sheets call it.
  String family() {
    return family;
  }

  boolean bold() {
    return bold;
  }

  /// The font's octets, TrueType.
  InputStream open() {
    var in = Fonts.class.getResourceAsStream(FOLDER + file + ".ttf");
    if (in == null) {
      throw new IllegalStateException(file + " is not in the program");
    }
    return in;
  }
}
