package org.whence.gui.model;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Enumeration;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;

/// The window's own words, out of `messages.properties`. A key without words is a bug and throws.
public final class Texts {
  private final ResourceBundle bundle;

  private Texts(ResourceBundle bundle) {
    this.bundle = bundle;
  }

  /// Reads the words of the program.
  public static Texts load() {
    try (var in = Texts.class.getResourceAsStream("/org/whence/gui/messages.properties")) {
      if (in == null) {
        throw new IllegalStateException("messages.properties is not in the program");
      }
      return new Texts(
          new PropertyResourceBundle(new InputStreamReader(in, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// All of them, as FXML wants them.
  public ResourceBundle bundle() {
    return bundle;
  }

  /// The words of a key.
  public String text(String key) {
    return bundle.getString(key);
  }

  /// The words of a key with values in the places `{0}`, `{1}`; numbers choose singular and plural.
  public String text(String key, Object... values) {
    return MessageFormat.format(bundle.getString(key), values);
  }

  /// All keys.
  public Enumeration<String> keys() {
    return bundle.getKeys();
  }
}
