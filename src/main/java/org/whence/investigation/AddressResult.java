package org.whence.investigation;

import java.time.Instant;
import org.whence.chain.Step;
import org.whence.iprev.IprevResult;

/// What was found of one address of a list.
///
/// @param entry where it stands there, and how often
/// @param started when it was begun, by the clock of the machine
/// @param finished when it ended
/// @param iprev what IPREV says
/// @param tree all evidence: the tree that an investigation of this address alone has
public record AddressResult(
    AddressEntry entry, Instant started, Instant finished, IprevResult iprev, Step tree) {}
