package org.whence.gui.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.whence.report.Format;

/// Asks the analyst for a file; tests answer for them.
public interface FileDialogs {
  /// Files to investigate, together; none where nothing was chosen.
  List<Path> open();

  /// A file with the rules of a receiving server.
  Optional<Path> rules();

  /// A file of authorities (PEM) to trust.
  Optional<Path> authority();

  /// A file of keys (DS, DNSKEY) that DNSSEC begins with.
  Optional<Path> anchors();

  /// A recording of DNS to compare with.
  Optional<Path> recording();

  /// A folder.
  ///
  /// @param title what it is for
  Optional<Path> folder(String title);

  /// A file to write a report into.
  Optional<Path> save(Format format);

  /// A file to save a case in. Whoever chooses one that is there was asked whether to replace it.
  ///
  /// @param name what it would be called
  Optional<Path> saveCase(String name);

  /// A file to write something else into.
  ///
  /// @param name what it would be called
  Optional<Path> save(String name);
}
