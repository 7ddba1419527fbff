/// An investigation: what was pasted, what is looked at because of it, and all that was found.
///
/// [InputReader] recognises anything that an analyst may paste and says what it recognised,
/// repaired and did not understand. [Investigator] plans a branch of the tree for every address and
/// every hop, and one for the message with its checks below ([MailRun]), then works on them
/// together; this is the only place that decides about threads. The result is an [Investigation],
/// with the tree as its proof.
///
/// Decisions: a run that is stopped is a result like any other, with less in it. Every public hop
/// address is checked, because whoever wrote a line below the trust line may have lied in it, and
/// DNS answers all the same. The message is judged by what the server at the border saw
/// ([Envelope]).
@NullMarked
package org.whence.investigation;

import org.jspecify.annotations.NullMarked;
