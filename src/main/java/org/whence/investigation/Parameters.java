package org.whence.investigation;

/// What a run rests on beside its input; repeated at the head of every report.
///
/// @param version the program's version
/// @param resolver who was asked, as `Resolution.description()` tells it
/// @param options what the analyst asked for
public record Parameters(String version, String resolver, Options options) {}
