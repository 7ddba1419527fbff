package org.whence.dkim;

/// One `name=value` of a tag list (RFC 6376, 3.2).
///
/// All places count characters of the list.
///
/// @param name in its own case, which matters
/// @param value without white space at its ends; folds inside it are kept; a character an octet
/// @param offset where the name begins
/// @param valueStart the place behind the `=`
/// @param valueEnd the place of the `;` behind it, or the end of the list
public record Tag(String name, String value, int offset, int valueStart, int valueEnd) {}
