package org.whence.dns;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.xbill.DNS.EDNSOption;
import org.xbill.DNS.ExtendedErrorCodeOption;
import org.xbill.DNS.OPTRecord;

/// What a server says about its answer beyond the RCODE (RFC 8914).
final class ExtendedErrors {
  private ExtendedErrors() {}

  /// In words: `6 (dnssec bogus): signature of example expired`; empty where it says nothing.
  static Optional<String> of(OPTRecord opt) {
    var errors =
        opt.getOptions(EDNSOption.Code.EDNS_EXTENDED_ERROR).stream()
            .filter(ExtendedErrorCodeOption.class::isInstance)
            .map(option -> words((ExtendedErrorCodeOption) option))
            .collect(Collectors.joining("; "));
    return errors.isEmpty() ? Optional.empty() : Optional.of(errors);
  }

  private static String words(ExtendedErrorCodeOption error) {
    var code = error.getErrorCode();
    var name = ExtendedErrorCodeOption.text(code).toLowerCase(Locale.ROOT).replace('_', ' ');
    var known = name.equals(Integer.toString(code)) ? "" : " (" + name + ")";
    var text = error.getText();
    return code + known + (text == null || text.isBlank() ? "" : ": " + OneLine.of(text));
  }
}
