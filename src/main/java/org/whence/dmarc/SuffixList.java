package org.whence.dmarc;

import java.util.Optional;
import org.xbill.DNS.Name;

/// The public suffix list (publicsuffix.org): below which names people register domains.
public interface SuffixList {
  /// How many labels of a name belong to its public suffix, the root not counted: 1 for
  /// `example.com`. Where no rule matches, the last label is one.
  int labels(Name name);

  /// Which list this is, and of what date, for people.
  String description();

  /// The list as it is published, where it is not the program's own.
  default Optional<String> text() {
    return Optional.empty();
  }

  /// The domain that was registered, or the name itself where it is a public suffix (RFC 7489,
  /// 3.2).
  default Name organization(Name name) {
    var all = name.labels() - 1;
    var wanted = labels(name) + 1;
    return all <= wanted ? name : new Name(name, all - wanted);
  }
}
