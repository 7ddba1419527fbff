package org.whence.investigation;

import java.util.Optional;
import org.whence.mail.container.Container;

/// A container in which a case was found.
///
/// @param source where the container came from
/// @param sha256 the digest of its octets; a folder has none
public record Holder(Container.Kind kind, Source source, Optional<String> sha256) {}
