package org.whence.chain;

import java.net.InetAddress;

/// Something that a step is about or speaks of, with its kind kept, so that whoever shows it can
/// defang, shorten or quote it as its kind needs. What is stored is always the real value.
public sealed interface Value {
  /// An IP address.
  record Address(InetAddress address) implements Value {}

  /// A domain name: A-labels, no root dot, escapes of master files.
  record Domain(String name) implements Value {}

  /// Text from the input or from DNS: hostile until it is escaped for its place.
  record Text(String text) implements Value {}

  /// A count or a number.
  record Count(long number) implements Value {}

  /// A place in the source of the input, so that it can be shown there.
  ///
  /// @param line the line in which it begins, counted from 1
  /// @param start where it begins, in octets
  /// @param end where it ends
  record Place(int line, int start, int end) implements Value {}

  /// An address as a value.
  static Value of(InetAddress address) {
    return new Address(address);
  }

  /// A number as a value.
  static Value of(long number) {
    return new Count(number);
  }

  /// Text as a value.
  static Value of(String text) {
    return new Text(text);
  }

  /// A domain name as a value.
  static Value domain(String name) {
    return new Domain(name);
  }
}
