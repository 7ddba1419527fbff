package org.whence.investigation;

import java.util.List;

/// Where the addresses of a list come from: what each row of a report repeats, so that a further
/// run can tell whether rows are those of this very list.
///
/// @param size how many octets the list has
/// @param sha256 the SHA-256 of the list, 64 hexadecimal digits in lower case
/// @param repairs what was put right in it
public record ListOrigin(Source source, long size, String sha256, List<Repair> repairs) {
  public ListOrigin {
    repairs = List.copyOf(repairs);
  }

  /// Of a list that was read whole.
  public static ListOrigin of(Input input) {
    return new ListOrigin(input.source(), input.size(), input.sha256(), input.repairs());
  }
}
