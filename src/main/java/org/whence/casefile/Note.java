package org.whence.casefile;

import java.util.List;
import org.whence.chain.Step;
import org.whence.chain.Topic;
import org.whence.chain.Value;
import org.whence.ip.Addresses;

/// What the analyst wrote about a step.
///
/// @param path where the step stood when it was written
/// @param topic the key of what it is about
/// @param about what it is about in particular, as text
/// @param text the analyst's words, which are never empty
public record Note(String path, String topic, List<String> about, String text) {
  /// How long one may be, in UTF-16 units.
  public static final int MAX_LENGTH = 100_000;

  public Note {
    about = List.copyOf(about);
  }

  /// A note about a step.
  public static Note on(Step step, String text) {
    return on(step.path(), step.topic(), step.values(), text);
  }

  /// A note about a step that may not have ended yet.
  public static Note on(String path, Topic topic, List<Value> values, String text) {
    return new Note(path, topic.key(), about(values), text);
  }

  /// The same with other words.
  public Note withText(String other) {
    return new Note(path, topic, about, other);
  }

  /// Whether a step is what it is about, wherever that stands.
  boolean fits(Step step) {
    return fits(step.topic(), step.values());
  }

  /// Whether a step of this kind is what it is about.
  public boolean fits(Topic other, List<Value> values) {
    return topic.equals(other.key()) && about.equals(about(values));
  }

  /// Whether it is about what the other one is about.
  boolean isBeside(Note other) {
    return path.equals(other.path) && topic.equals(other.topic) && about.equals(other.about);
  }

  private static List<String> about(List<Value> values) {
    return values.stream().map(Note::text).toList();
  }

  private static String text(Value value) {
    return switch (value) {
      case Value.Address(var address) -> Addresses.text(address);
      case Value.Domain(var name) -> name;
      case Value.Text(var text) -> text;
      case Value.Count(var number) -> Long.toString(number);
      case Value.Place(var line, _, _) -> "line " + line;
    };
  }
}
