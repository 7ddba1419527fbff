package org.whence.spf;

import org.whence.chain.Step;

/// What SPF would say, had something else been seen. It changes no result.
///
/// @param supposition what else
/// @param result what would be said then
/// @param step the branch of evidence, of topic [SpfTopic#SUPPOSED], with the whole check below it
public record Supposed(Supposition supposition, SpfResult result, Step step) {}
