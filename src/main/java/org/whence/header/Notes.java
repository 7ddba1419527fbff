package org.whence.header;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.whence.chain.Branch;
import org.whence.chain.Value;
import org.whence.mail.HeaderField;

/// Takes findings down, so many of a kind and not more.
final class Notes {
  /// How many findings of a kind are told.
  private static final int MAX = 20;

  private final Branch branch;
  private final Map<HeaderReason, Integer> counts = new EnumMap<>(HeaderReason.class);
  private int left;

  Notes(Branch branch) {
    this.branch = branch;
  }

  /// Notes something that has no place.
  void note(HeaderReason reason, Value... values) {
    if (counts.merge(reason, 1, Integer::sum) <= MAX) {
      branch.note(reason, values);
    } else {
      left++;
    }
  }

  /// Notes something about a whole field.
  void note(HeaderReason reason, HeaderField field, Value... values) {
    note(reason, with(values, new Value.Place(field.line(), field.start(), field.end())));
  }

  /// Notes something about a part of a field.
  ///
  /// @param from where the part begins, in characters of [HeaderField#rawValue]
  /// @param to where it ends
  void note(HeaderReason reason, HeaderField field, int from, int to, Value... values) {
    note(reason, with(values, field.place(from, to)));
  }

  /// Notes how many findings were left out.
  void end() {
    if (left > 0) {
      branch.note(HeaderReason.MORE, Value.of(left));
    }
  }

  private static Value[] with(Value[] values, Value.Place place) {
    List<Value> all = new ArrayList<>(Arrays.asList(values));
    all.add(place);
    return all.toArray(Value[]::new);
  }
}
