package org.whence.investigation;

import java.util.Optional;
import org.whence.hop.HopNotes;
import org.whence.iprev.IprevResult;
import org.whence.mail.Hop;

/// One hop with what was found of its client.
///
/// @param hop the Received field
/// @param path the hop's step in the tree
/// @param believed whether it is above the trust line, so that a server that is believed wrote it
/// @param notes what was noticed about it beside its neighbours
/// @param iprev IPREV of its client, where the field tells an address and the run came so far
public record HopResult(
    Hop hop,
    String path,
    boolean believed,
    Optional<HopNotes> notes,
    Optional<IprevResult> iprev) {}
