package org.whence.investigation;

import java.util.Optional;
import org.whence.ip.AddressLiteral;
import org.whence.ip.Cidr;

/// An address that was found in the input.
///
/// @param literal the address as it stands there, without what was around it
/// @param block the block that it was taken from, where it does not stand there itself
/// @param place where it, or its block, stands for the first time
/// @param count how often it was found
public record AddressEntry(AddressLiteral literal, Optional<Cidr> block, Place place, int count) {
  AddressEntry again() {
    return times(count + 1);
  }

  AddressEntry times(int found) {
    return new AddressEntry(literal, block, place, found);
  }
}
