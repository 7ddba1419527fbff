package org.whence.enrichment;

import java.util.List;
import java.util.Optional;

/// A block list (RFC 5782).
///
/// @param zone the zone that is asked
/// @param domains whether it lists domains rather than addresses
/// @param codes what its answers mean
public record BlockList(String zone, boolean domains, List<Code> codes) {
  public BlockList {
    codes = List.copyOf(codes);
  }

  /// What an answer means.
  ///
  /// @param address the answer, such as `127.0.0.2`; one that ends in `/MASK` means every answer
  ///   whose last octet has that bit
  /// @param refused whether the list does not answer by that
  /// @param source who says so
  public record Code(String address, boolean refused, String meaning, String source) {
    boolean fits(String answer) {
      var slash = address.indexOf('/');
      if (slash < 0) {
        return address.equals(answer);
      }
      var last = answer.lastIndexOf('.') + 1;
      var bit = Integer.parseInt(address.substring(slash + 1));
      return answer.startsWith(address.substring(0, address.lastIndexOf('.') + 1))
          && (Integer.parseInt(answer.substring(last)) & bit) != 0;
    }
  }

  /// The codes that an answer stands for; a refusal alone where it is one.
  List<Code> codes(String answer) {
    Optional<Code> refusal =
        codes.stream().filter(Code::refused).filter(code -> code.fits(answer)).findFirst();
    return refusal
        .map(List::of)
        .orElseGet(() -> codes.stream().filter(code -> code.fits(answer)).toList());
  }
}
