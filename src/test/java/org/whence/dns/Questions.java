package org.whence.dns;

import org.xbill.DNS.Type;

/// Questions out of text.
final class Questions {
  private Questions() {}

  static Question of(String name, String type) {
    return new Question(Names.parse(name).orElseThrow(), Type.value(type));
  }
}
