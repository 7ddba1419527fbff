package org.whence.header;

import org.whence.chain.Value;

/// A code of a filter in words.
///
/// @param text the code as it stands: `SFV:SPM`
/// @param meaning what it means
/// @param source who says so: an address on the web
public record Code(String text, String meaning, String source) {
  /// The values of [HeaderReason#CODE].
  public Value[] values() {
    return new Value[] {Value.of(text), Value.of(meaning), Value.of(source)};
  }
}
