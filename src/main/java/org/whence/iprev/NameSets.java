package org.whence.iprev;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.whence.ip.Addresses;

/// What of a check's names is held against those of another one. Case does not count (RFC 4343).
final class NameSets {
  private NameSets() {}

  static String plain(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /// The names in the order in which they came.
  static List<String> order(IprevResult result) {
    return result.names().stream().map(name -> plain(name.name())).toList();
  }

  /// The names, whatever their order.
  static Set<String> names(IprevResult result) {
    return Set.copyOf(order(result));
  }

  /// Every name that is in one of the results, once, in the order in which they came.
  static List<String> all(List<IprevResult> results) {
    return results.stream().flatMap(result -> order(result).stream()).distinct().toList();
  }

  /// The addresses of a name in each result in which all of them are known.
  static Stream<Set<String>> addresses(String name, List<IprevResult> results) {
    return results.stream()
        .flatMap(result -> result.names().stream())
        .filter(each -> each.complete() && plain(each.name()).equals(name))
        .map(each ->
            each.addresses().stream().map(Addresses::text).collect(Collectors.toUnmodifiableSet()));
  }
}
