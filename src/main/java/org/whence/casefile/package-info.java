/// The file of a case, `NAME.whence`: what an investigation rested on, and what the analyst said of
/// it, so that both can be checked years later without asking anybody.
///
/// It is a ZIP archive (APPNOTE 6.3.10) of a few parts ([Part]): the original octets, the recording
/// of DNS, the settings that the verdicts rest on, the verdicts as they were, the notes, and a
/// manifest with the SHA-256 of each. A case is read by investigating it again: [CaseReader] hands
/// over input, options and a resolver that answers from the recording; nothing is sent.
///
/// Decisions: no name in the archive is ever a path, and parts that no case has are left out.
/// Entries are looked for by their own headers, so a file that was cut or is damaged in the middle
/// still gives what is whole. A digest tells of damage and of careless changes; it is no signature,
/// and whoever forges a case can forge its manifest. Notes are tied to what a step is about as well
/// as to its place, so that they stay where they belong in a tree that grew.
@NullMarked
package org.whence.casefile;

import org.jspecify.annotations.NullMarked;
