/// What mails come in: mailboxes, archives, and the formats of mail programs.
///
/// [ContainerReader] tells by the octets what it has, never by a name, and takes it apart into
/// [Member]s: octets with the name that the container gives them. The octets of a message come out
/// as they went in where the container keeps them (mbox, emlx, zip); an Outlook message (MS-OXMSG)
/// keeps none, so [OutlookMessage] puts one together, and says so.
///
/// Everything in a container is an attacker's: how many members it has, how large they get, what
/// they are called. The limits are [Limits]; what was left out because of one, or because of a
/// password, is an [Omission]. Nothing is written to disk, and a name in a container is text, never
/// a path.
///
/// RFC 4155 (mbox); ZIP as in APPNOTE 6.3.10, with ZipCrypto and AES, by zip4j; MS-CFB, MS-OXMSG
/// and MS-OXTNEF by Apache POI. Libraries throw whatever they like on broken input: it is caught
/// here, where it is known that the octets are to blame.
@NullMarked
package org.whence.mail.container;

import org.jspecify.annotations.NullMarked;
