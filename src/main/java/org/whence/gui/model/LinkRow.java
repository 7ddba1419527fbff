package org.whence.gui.model;

import org.whence.mail.mime.Link;
import org.whence.report.MimeWording;

/// A link of the mail. Its words are always defanged, whatever else is: nobody shall click it.
///
/// @param link real and hostile
/// @param words safe to show
public record LinkRow(Link link, MimeWording.Row words) {}
