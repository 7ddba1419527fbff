package org.whence.dkim;

/// How a field may have been before something was done to it.
///
/// @param reason what was done
/// @param text how it was
record Variant(DkimReason reason, FieldText text) {}
