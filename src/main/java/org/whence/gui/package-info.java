/// The window.
///
/// [Gui] opens it, without the toolkit until it is clear that there is a display. [App] puts it
/// together once: [Views] loads each screen's FXML and gives its controller what it needs, and
/// [FxTasks] is the only door between the toolkit's thread and all others.
///
/// It is MVC, as small as it goes. `model` is observable state without controls. A package a pane
/// holds its FXML, its controller and its cells; `look` holds what they share: marks of verdicts,
/// themes. A controller binds and forwards; what the analyst does is `model.Desk`.
///
/// Whatever comes from a mail or from DNS is shown through `report.Wording` or `report.Visible`.
/// Nothing here opens the network by a click on a value (ux.md).
@NullMarked
package org.whence.gui;

import org.jspecify.annotations.NullMarked;
