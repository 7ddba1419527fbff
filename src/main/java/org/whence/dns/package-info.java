/// Asking DNS: one question, one answer, one exchange kept as evidence.
///
/// [Resolver] is the port, with one blocking method; everything else here is a resolver or is put
/// around one: transports, the cache, the recorder, replay, master files. They are put together
/// once, by [Resolvers].
///
/// Trouble is a value: [Answer] is sealed, and its `Failed` says why. Only a bug throws.
///
/// RFC 1034 and 1035 (questions, master files), 2181 and 2308 (negative answers, caching), 5452
/// (what an answer must match), 6891 (EDNS), 7766 (TCP), 7858 and 8310 (TLS), 8484 (HTTPS), 8467
/// (padding). The values of dnsjava (`Name`, `Record`) are the vocabulary; its resolvers and caches
/// are not used: they keep no evidence.
///
/// Queries to a server share a socket on a changing port ([UdpSocket]) and are sent as fast as its
/// answers come back ([Pace]). Ids are random, and names go out in mixed case, which forgers would
/// have to guess as well ([MixedCase]). Connections are shared too ([StreamConnection]). Whoever is
/// to be asked over TLS or HTTPS must show who they are first ([Trust]), or are asked nothing.
///
/// What many questions share is held by locks, not by monitors: a virtual thread that has waited
/// for a monitor is woken by way of a queue that goes without its turn while answers keep coming,
/// and was seen to miss its time limit there.
///
/// Where it is wanted, answers are validated by DNSSEC before anybody gets them ([Validator]; RFC
/// 4033 to 4035, 5155). The rules are dnsjava's; what they need is asked of the same servers, so
/// that it is evidence too.
///
/// Recordings hold more members than their contract, where there is something to tell: `detail` of
/// a failure, `attempts`, `ageMs` of an answer out of the cache, `step`, the place in the tree that
/// asked, `via`, which of several resolvers was, and `dnssec`. Without these, reading back would
/// not give every step the same exchange.
@NullMarked
package org.whence.dns;

import org.jspecify.annotations.NullMarked;
