/// The editor of the user's own resolver profiles: the settings file that the command line reads as
/// well, as text, with what each line means told while it is written.
@NullMarked
package org.whence.gui.profile;

import org.jspecify.annotations.NullMarked;
