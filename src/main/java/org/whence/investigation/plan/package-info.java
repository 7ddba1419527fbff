/// What an investigation will reveal, found out before anything is sent.
///
/// [Planning] runs the very same checks with nobody to ask ([org.whence.dns.Resolution#blind]), so
/// a plan cannot drift from the checks: the questions that they come to are those that are known in
/// advance. What follows from an answer is described by [Following]. Where a recording or the cache
/// knows answers, a second run goes on from them and looks further.
///
/// Decisions: the domains that the message supplied are those that the run without any knowledge
/// asks for; whoever runs them, or another name of the same organizational domain, is taken for the
/// sender, who sees that somebody looks. The address whose reverse zone is asked may be the
/// sender's, so its owner is named apart. With a resolver in between they see the resolver's
/// address and not this machine's; the plan tells what is asked, whoever carries it.
@NullMarked
package org.whence.investigation.plan;

import org.jspecify.annotations.NullMarked;
