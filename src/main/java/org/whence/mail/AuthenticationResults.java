package org.whence.mail;

import java.util.List;
import java.util.Optional;

/// What one Authentication-Results field says (RFC 8601, 2.2), or one that is made like it:
/// ARC-Authentication-Results (RFC 8617, 4.1.1), X-MS-Exchange-Authentication-Results. Whoever
/// wrote it may have claimed anything.
///
/// @param conformance how well it keeps to the grammar
/// @param instance the `i=` of an ARC set
/// @param authservId who says so; as written, without quotes; absent in what Microsoft writes
/// @param version the version of the field's form
/// @param results the statements in their order; empty for `none`
/// @param comments comments that belong to no statement, without their outer parentheses
/// @param flaws the deviations from the grammar, at most 50, in the order of the text
public record AuthenticationResults(
    Conformance conformance,
    Optional<Integer> instance,
    Optional<String> authservId,
    Optional<Integer> version,
    List<MethodResult> results,
    List<String> comments,
    List<Flaw> flaws) {
  public AuthenticationResults {
    results = List.copyOf(results);
    comments = List.copyOf(comments);
    flaws = List.copyOf(flaws);
  }

  /// One statement: what a method came to.
  ///
  /// @param method the method, in lower case, as keywords have no case
  /// @param methodVersion the version of the method
  /// @param result what it came to, in lower case; any word that was written
  /// @param reason the reason, without quotes
  /// @param comments the comments within the statement, without their outer parentheses
  /// @param properties what was looked at
  public record MethodResult(
      String method,
      Optional<Integer> methodVersion,
      String result,
      Optional<String> reason,
      List<String> comments,
      List<Property> properties) {
    public MethodResult {
      comments = List.copyOf(comments);
      properties = List.copyOf(properties);
    }

    /// The value of the first property of that type and name.
    public Optional<String> value(String ptype, String property) {
      for (var each : properties) {
        if (each.property().equals(property) && each.ptype().filter(ptype::equals).isPresent()) {
          return Optional.of(each.value());
        }
      }
      return Optional.empty();
    }
  }

  /// A property of the message that a statement rests on.
  ///
  /// @param ptype where it was taken from, such as `smtp`, in lower case; absent in `action=none`
  ///   of Microsoft
  /// @param property what it is, such as `mailfrom`, in lower case
  /// @param value its value, without quotes
  public record Property(Optional<String> ptype, String property, String value) {}

  /// The statements of one method.
  public List<MethodResult> of(String method) {
    return results.stream().filter(result -> result.method().equals(method)).toList();
  }
}
