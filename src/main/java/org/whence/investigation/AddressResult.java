package org.whence.investigation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.whence.chain.Step;
import org.whence.ip.Addresses;
import org.whence.iprev.IprevResult;
import org.whence.iprev.RotationResult;

/// What was found of one address of a list.
///
/// @param entry where it stands there, and how often
/// @param started when it was begun, by the clock of the machine
/// @param finished when it ended
/// @param iprev what IPREV says
/// @param rotation what checking it again showed, where that was asked for
/// @param tree all evidence: the tree that an investigation of this address alone has
public record AddressResult(
    AddressEntry entry,
    Instant started,
    Instant finished,
    IprevResult iprev,
    Optional<RotationResult> rotation,
    Step tree) {

  /// The same as an investigation of this address alone.
  public Investigation investigation(Parameters parameters) {
    return new Investigation(
        InputReader.argument(Addresses.text(entry.literal().address())),
        parameters,
        started,
        finished,
        false,
        List.of(),
        List.of(iprev),
        rotation.stream().toList(),
        Optional.empty(),
        List.of(),
        tree);
  }

  /// The same, as of another time: that of the run whose evidence was judged again.
  public AddressResult at(Instant start, Instant end) {
    return new AddressResult(entry, start, end, iprev, rotation, tree);
  }
}
