/// DKIM: who took responsibility for this message, and is it still what was signed? (RFC 6376,
/// 8301, 8463, 8616)
///
/// A signature's field is read whole by [SignatureParser]; what is wrong with it is part of the
/// [Signature], so that what can be computed is computed all the same. [SignatureJudge] judges
/// syntax, key ([KeyCheck]), body hash and header signature apart, each in a step of its own, and
/// only then says what they come to. [BodyHashes] hashes the body in one pass for all signatures;
/// [SignedHeader] puts the header together. [DkimVerifier] does that for a message's
/// DKIM-Signatures and tells what they cover ([Coverage]); ARC uses the same parts.
///
/// Words of RFC 8601, 2.7.1 where RFC 6376 knows PERMFAIL alone: `fail` for arithmetic that does
/// not hold, `neutral` for a field that breaks the syntax, `permerror` for a key or a field that is
/// not there or does not fit, `policy` for a signature that holds and may not be accepted (SHA-1, a
/// short key, expired). A key in testing is `neutral` whatever the arithmetic says: such mail is to
/// be treated as unsigned (3.6.1). Several TXT records at a key's name are a `permerror`.
///
/// A bare LF counts as CRLF. Lines of a header end as in `mail`; in a body a bare CR is content. An
/// empty name in `h=` is ignored. A signature never signs itself, whatever its `h=` says.
@NullMarked
package org.whence.dkim;

import org.jspecify.annotations.NullMarked;
