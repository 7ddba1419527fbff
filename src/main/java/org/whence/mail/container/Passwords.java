package org.whence.mail.container;

import java.util.List;
import java.util.Optional;

/// Who knows the passwords of archives.
@FunctionalInterface
public interface Passwords {
  /// What malware is packed with everywhere, so that no scanner opens it; tried before anybody is
  /// asked.
  String USUAL = "infected";

  /// Nobody: archives open by the usual password or not at all.
  Passwords NONE = (_, _) -> Optional.empty();

  /// The next password to try.
  ///
  /// @param archive what is to be opened, as it is called; hostile
  /// @param attempt how many were tried that this has given, from 0
  /// @return empty where there is no further one
  Optional<String> next(String archive, int attempt);

  /// Passwords that are known beforehand, and after them those of somebody else.
  static Passwords of(List<String> known, Passwords others) {
    return (archive, attempt) ->
        attempt < known.size()
            ? Optional.of(known.get(attempt))
            : others.next(archive, attempt - known.size());
  }
}
