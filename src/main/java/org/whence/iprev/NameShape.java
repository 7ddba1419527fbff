package org.whence.iprev;

import java.util.Optional;
import org.whence.ip.Ascii;
import org.xbill.DNS.Name;

/// Whether a PTR target has the shape of a host name (RFC 1123, 2.1). An odd one is told, and
/// looked up like any other.
final class NameShape {
  private NameShape() {}

  /// What is odd about the name; empty for a host name.
  static Optional<IprevReason> of(Name name) {
    if (name.equals(Name.root)) {
      return Optional.of(IprevReason.ROOT_NAME);
    }
    if (isDigits(name, name.labels() - 2)) {
      return Optional.of(IprevReason.LITERAL_NAME);
    }
    for (var i = 0; i < name.labels() - 1; i++) {
      if (!isHostLabel(name.getLabel(i))) {
        return Optional.of(IprevReason.NOT_A_HOST_NAME);
      }
    }
    return name.labels() == 2 ? Optional.of(IprevReason.SINGLE_LABEL) : Optional.empty();
  }

  /// A last label of digits alone makes an address, not a name: no top-level domain is a number.
  private static boolean isDigits(Name name, int index) {
    var label = name.getLabel(index);
    for (var i = 1; i <= label[0]; i++) {
      if (!Ascii.isDigit(label[i])) {
        return false;
      }
    }
    return true;
  }

  /// @param label a length octet and the label (RFC 1035, 3.1)
  private static boolean isHostLabel(byte[] label) {
    var length = label[0];
    for (var i = 1; i <= length; i++) {
      var c = label[i];
      var innerHyphen = c == '-' && i > 1 && i < length;
      if (!Ascii.isLetterOrDigit(c) && !innerHyphen) {
        return false;
      }
    }
    return true;
  }
}
