/// The command line: one class a command, which parses, calls and prints, and decides nothing.
///
/// Standard output carries the answer and nothing else; everything else goes to standard error, one
/// line each, as `whence: what: why`. The exit status is [ExitStatus]. All of it runs against a
/// [Console], so tests run it in process. The window is handed in by `Whence`: this package does
/// not know it, and starts no toolkit.
///
/// Decisions: of zone, replay, offline and resolver only one may be chosen, because each says "and
/// nothing else". With several inputs the others are still done where one cannot be read, and the
/// status tells of the unread one.
@NullMarked
package org.whence.cli;

import org.jspecify.annotations.NullMarked;
