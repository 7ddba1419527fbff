/// What fetching one document reveals, shown before it is fetched. Nothing of a document is drawn:
/// what came is told in the chain, as text and by its hash.
@NullMarked
package org.whence.gui.fetch;

import org.jspecify.annotations.NullMarked;
