package org.whence.investigation;

import java.util.Optional;
import org.whence.ip.AddressLiteral;
import org.whence.ip.AddressProblem;
import org.whence.ip.Cidr;

/// What a token of a text is.
sealed interface Piece {
  /// An address.
  record Address(AddressLiteral literal) implements Piece {}

  /// A block of addresses.
  record Block(Cidr block) implements Piece {}

  /// Something that was meant as an address, or stands where one is expected.
  record Flawed(Problem.Kind kind, Optional<AddressProblem> cause, String text, String detail)
      implements Piece {
    Problem at(Place place) {
      return new Problem(kind, cause, place, text, detail);
    }
  }

  /// Any other word.
  record Word() implements Piece {}

  /// Dashes, numbers of a list, ports: nothing that says what the line is.
  record Mark() implements Piece {}
}
