/// A folder that is watched: every mail that comes into it becomes a case, and the reports that are
/// wanted.
///
/// Decisions: the folder is looked at again and again rather than listened to, because network
/// folders tell of nothing; a file is taken once it has stayed the same for a while. What was done
/// is known by the digest of the file ([Ledger]), written down when all of it is on the disk, and
/// the names of cases follow from that digest: so whatever is killed in between is gone on with, a
/// case that is there is not investigated again, and one mail under two names is one mail. What
/// cannot be investigated is moved aside with the reason; what cannot be written ends the watch,
/// because it would be so for every other mail as well.
@NullMarked
package org.whence.watch;

import org.jspecify.annotations.NullMarked;
