package org.whence.spf;

import java.util.ArrayList;
import java.util.List;

/// The parts of a macro's value between delimiters, which may be empty (RFC 7208, 7.3).
record Parts(List<String> list) {
  Parts {
    list = List.copyOf(list);
  }

  static Parts of(String value, String delimiters) {
    var parts = new ArrayList<String>();
    var from = 0;
    for (var i = 0; i < value.length(); i++) {
      if (delimiters.indexOf(value.charAt(i)) >= 0) {
        parts.add(value.substring(from, i));
        from = i + 1;
      }
    }
    parts.add(value.substring(from));
    return new Parts(parts);
  }

  Parts reversed(boolean reverse) {
    return reverse ? new Parts(list.reversed()) : this;
  }

  List<String> last(int count) {
    return list.subList(Math.max(0, list.size() - count), list.size());
  }
}
