package org.whence.dkim;

/// The hash of a canonical body.
///
/// @param hash its octets
/// @param hashed how many canonical octets were hashed
/// @param total how many there are
public record BodyHash(Base64Text hash, long hashed, long total) {}
