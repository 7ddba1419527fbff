/// What an investigation will reveal, before anything is sent: who is asked, who can read along,
/// which questions are known and what follows from them, and switches for what is to be left alone.
@NullMarked
package org.whence.gui.plan;

import org.jspecify.annotations.NullMarked;
