package org.whence.dkim;

import java.time.Instant;

/// How a message's signatures are judged.
///
/// @param now the time to judge by
/// @param asking whether DNS may be asked
/// @param explaining whether it is looked for what would have made a hash fit that does not
/// @param headerAlone whether a body without octets was not given, rather than empty
/// @param asOf the other times that are judged by as well
public record JudgeOptions(
    Instant now, boolean asking, boolean explaining, boolean headerAlone, AsOf asOf) {}
