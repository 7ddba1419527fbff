/// The body of a message: what is in it, and how it is put together (RFC 2045 to 2049).
///
/// [MimeReader] makes a tree of [Entity] values from one source. Apache James Mime4j finds lines,
/// delimiters and the end of parts, and decodes base64 and quoted-printable; the header of every
/// entity is read as that of the message is ([org.whence.mail.Message]), and Mime4j is told the
/// type and boundary that this reading gives, so that no field has two readings. Mime4j does not
/// tell positions: they follow from the lengths of what it hands out ([Cursor]).
///
/// [BodyText] makes text of a body, [Links] finds where it leads. Nothing is executed, fetched or
/// rendered, and no name from a message becomes the name of a file.
///
/// Depth, count and size have limits with names ([MimeReader]); beyond one, an entity is kept
/// whole, with a [org.whence.mail.Defect] that says so, and the rest is still read.
@NullMarked
package org.whence.mail.mime;

import org.jspecify.annotations.NullMarked;
