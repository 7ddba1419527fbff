package org.whence.header;

import org.whence.chain.Step;
import org.whence.mail.Belief;

/// What was found about a header.
///
/// @param belief which Authentication-Results fields are believed
/// @param step the findings
public record HeaderResult(Belief belief, Step step) {}
