package org.whence.dns;

import java.io.IOException;

/// Settings that nothing can be asked with: an unknown resolver, no name server configured. The
/// message is one line, `what: why; way out`, for the user who wrote the settings; files that
/// cannot be read are plain [IOException]s.
public final class ResolverProblem extends IOException {
  ResolverProblem(String what, String why) {
    super(OneLine.of(what) + ": " + OneLine.of(why));
  }
}
