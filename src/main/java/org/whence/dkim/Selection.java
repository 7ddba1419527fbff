package org.whence.dkim;

import java.util.List;
import org.whence.mail.HeaderField;

/// The fields that a signature covers.
///
/// @param fields those that are there, in the order of `h=`
/// @param absent the names for which there was no field left, in lower case: nothing was hashed for
///   them, and a field of that name that is added breaks the signature (RFC 6376, 3.5)
public record Selection(List<HeaderField> fields, List<String> absent) {
  public Selection {
    fields = List.copyOf(fields);
    absent = List.copyOf(absent);
  }
}
