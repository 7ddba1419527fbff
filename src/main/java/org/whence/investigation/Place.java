package org.whence.investigation;

/// Where something stands in the input as people see it: both counted from 1, columns in UTF-16
/// units as editors do.
public record Place(int line, int column) {}
