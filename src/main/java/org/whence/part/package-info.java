/// What the parts of a message look like: findings about its MIME structure, each with its place.
///
/// [PartVerifier] grows one branch, with a step for each part of which something is to be told:
/// what its reader found odd ([org.whence.mail.Defect], RFC 2045 to 2049, 2183, 2231), that it is
/// kept from being read ([org.whence.mail.mime.Protection]), and links that name another host than
/// they lead to (RFC 3986, 7.6). Findings are neutral; what they mean is for the reader.
///
/// Nothing here asks DNS, and no link is followed. As an attacker writes the parts, so many of them
/// are told of, so many findings of a kind for each, and so much text is searched for links; what
/// is left out is said. Where a part stands in a message that is encoded, its octets are no part of
/// the source, and its findings have no place.
@NullMarked
package org.whence.part;

import org.jspecify.annotations.NullMarked;
