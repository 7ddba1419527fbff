package org.whence.dmarc;

/// The policy that applies to an author's domain.
///
/// @param published what the tag says
/// @param effective what is to be applied: one level below while the owner is testing
/// @param source where it was taken from
public record Applied(Policy published, Policy effective, PolicySource source) {}
