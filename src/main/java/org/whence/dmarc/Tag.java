package org.whence.dmarc;

/// A tag of a record.
///
/// @param name in lower case
/// @param value as published, without blanks around it
/// @param offset how many characters of the record stand before the name
public record Tag(String name, String value, int offset) {}
