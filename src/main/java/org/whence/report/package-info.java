/// Reports: what was found, put into words and into the forms that people and programs read.
///
/// [Wording] makes text for people out of topics, reasons and values; the words are in
/// `messages.properties`, so a check that is added brings its words there. [Visible] and [Defang]
/// stand between hostile input and every eye. [Report] writes an investigation in one of the
/// [Format]s, one writer class a format; a report that is added is a class and a constant there.
///
/// Every report is complete without the program: it repeats the parameters of the run (ux.md). Its
/// language is neutral: it tells what does not fit, and leaves the conclusion to its reader.
///
/// JSON is written through Jackson's streaming core (RFC 8259; times RFC 3339, addresses RFC 5952);
/// HTML through jte templates, which escape by context. Nothing here prints or asks DNS.
@NullMarked
package org.whence.report;

import org.jspecify.annotations.NullMarked;
