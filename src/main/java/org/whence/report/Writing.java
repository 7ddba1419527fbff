package org.whence.report;

import java.time.Duration;
import java.util.Optional;
import org.whence.receiver.LogLine;
import org.whence.receiver.Products;

/// What is written into the [products][ProductReport] of an investigation.
///
/// @param enterprise the private enterprise number of the log line (RFC 5424, 7.2.2)
/// @param ticket the case that a block's comment names, hostile; where it is not told, the input
/// @param lasts how long a block lasts
public record Writing(long enterprise, Optional<String> ticket, Duration lasts) {
  /// The number for documentation, and a week.
  public static Writing usual() {
    return new Writing(LogLine.DOCUMENTATION_ENTERPRISE, Optional.empty(), Products.Wanted.WEEK);
  }
}
