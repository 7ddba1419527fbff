package org.whence.dkim;

import org.whence.chain.Reason;

/// Why a signature, or a step of it, came out as it did, and what was noticed on the way. Texts
/// among the values come from whoever made the message, or from the domain's owner, and are
/// hostile.
public enum DkimReason implements Reason {
  /// Body and header are what was signed. Values: the domain.
  VERIFIED("verified", "RFC 6376, 6.1.3"),
  /// There is no signature.
  NO_SIGNATURE("no-signature", "RFC 8601, 2.7.1"),
  /// The body is not what was signed.
  BODY_HASH("body-hash", "RFC 6376, 6.1.3"),
  /// The header is not what was signed, or another key signed it.
  SIGNATURE("signature", "RFC 6376, 6.1.3"),
  /// Neither is.
  BODY_AND_SIGNATURE("body-and-signature", "RFC 6376, 6.1.3"),
  /// The arithmetic holds, and the algorithm is historic.
  SHA1("sha1", "RFC 8301, 3.1"),
  /// The arithmetic holds, and the key is too short. Values: its bits, the least.
  SHORT_KEY("short-key", "RFC 8301, 3.2"),
  /// The arithmetic holds, and the time is over. Values: when (text).
  EXPIRED("expired", "RFC 6376, 3.5"),
  /// The key is there for tests.
  TESTING("testing", "RFC 6376, 3.6.1"),
  /// `l=` is larger than the body. Values: it (text), how many octets there are.
  LENGTH_BEYOND_BODY("length-beyond-body", "RFC 6376, 3.5"),
  /// Nothing may be asked.
  OFFLINE("offline", "RFC 6376, 6.1.2"),
  /// One signature more than are judged. Values: the limit.
  TOO_MANY_SIGNATURES("too-many-signatures", "RFC 6376, 6.1"),

  /// A part between semicolons has no `=`. Values: the tag (empty), the part.
  NOT_A_TAG("not-a-tag", "RFC 6376, 3.2"),
  /// Nothing stands between semicolons. Values: two empty texts.
  EMPTY_TAG("empty-tag", "RFC 6376, 3.2"),
  /// What stands before `=` is no name. Values: the tag (empty), the part.
  BAD_TAG_NAME("bad-tag-name", "RFC 6376, 3.2"),
  /// A tag stands there twice. Values: the tag, its later value.
  REPEATED_TAG("repeated-tag", "RFC 6376, 3.2"),
  /// A control character. Values: the tag, the octet.
  BAD_CHARACTER("bad-character", "RFC 6376, 3.2"),
  /// More tags than are read. Values: the tag (empty), the limit (text).
  TOO_MANY_TAGS("too-many-tags", "RFC 6376, 8.4"),
  /// The field is larger than is read. Values: the tag (empty), the limit (text).
  FIELD_TOO_LARGE("field-too-large", "RFC 6376, 8.4"),
  /// More signed names than are read. Values: the tag, the limit (text).
  TOO_MANY_SIGNED("too-many-signed", "RFC 6376, 8.4"),
  /// A required tag is missing. Values: the tag, an empty text.
  MISSING_TAG("missing-tag", "RFC 6376, 6.1.1"),
  /// A tag has no value. Values: the tag, an empty text.
  EMPTY_VALUE("empty-value", "RFC 6376, 3.5"),
  /// Another version. Values: the tag, the version.
  BAD_VERSION("bad-version", "RFC 6376, 6.1.1"),
  /// An algorithm that nobody knows. Values: the tag, the value.
  UNKNOWN_ALGORITHM("unknown-algorithm", "RFC 6376, 3.3"),
  /// A canonicalization that nobody knows. Values: the tag, the value.
  UNKNOWN_CANONICALIZATION("unknown-canonicalization", "RFC 6376, 3.5"),
  /// No way to fetch the key that is known. Values: the tag, the value.
  UNKNOWN_QUERY("unknown-query", "RFC 6376, 3.5"),
  /// No base64. Values: the tag, the value.
  NOT_BASE64("not-base64", "RFC 6376, 2.10"),
  /// No domain name, or a selector that is none. Values: the tag, the value.
  BAD_DOMAIN("bad-domain", "RFC 6376, 3.5"),
  /// No identity. Values: the tag, the value.
  BAD_IDENTITY("bad-identity", "RFC 6376, 3.5"),
  /// No number. Values: the tag, the value.
  BAD_NUMBER("bad-number", "RFC 6376, 3.5"),
  /// `x=` is not after `t=`. Values: the tag, the value.
  EXPIRES_BEFORE("expires-before", "RFC 6376, 3.5"),
  /// `h=` does not name From. Values: the tag, an empty text.
  FROM_NOT_SIGNED("from-not-signed", "RFC 6376, 6.1.1"),
  /// The identity lies outside the domain. Values: the tag, its domain.
  IDENTITY_OUTSIDE("identity-outside", "RFC 6376, 6.1.1"),
  /// A seal has `h=`. Values: the tag, the value.
  SEAL_SIGNS("seal-signs", "RFC 8617, 4.1.3"),
  /// A message signature signs seals. Values: the tag, the name.
  SEAL_SIGNED("seal-signed", "RFC 8617, 4.1.2"),

  /// The key was found and fits. Values: its type (text), its bits.
  KEY_FOUND("key-found", "RFC 6376, 6.1.2"),
  /// There is no key. Values: the name.
  NO_KEY("no-key", "RFC 6376, 6.1.2"),
  /// The key could not be fetched. Values: the name, the type, the failure's word.
  KEY_LOOKUP_FAILED("key-lookup-failed", "RFC 6376, 6.1.2"),
  /// There are several records. Values: the name, how many.
  SEVERAL_KEYS("several-keys", "RFC 6376, 3.6.2.2"),
  /// Selector and domain make no name. Values: them (text).
  KEY_NAME("key-name", "RFC 6376, 3.6.2.1"),
  /// The record is no key record. Values: the name, the tag, the part.
  KEY_SYNTAX("key-syntax", "RFC 6376, 6.1.2"),
  /// The key is revoked. Values: the name.
  KEY_REVOKED("key-revoked", "RFC 6376, 6.1.2"),
  /// The key's data is no key. Values: the name.
  KEY_DATA("key-data", "RFC 6376, 6.1.2"),
  /// The key is of another type. Values: its type (text), the algorithm.
  KEY_TYPE("key-type", "RFC 6376, 6.1.2"),
  /// The key does not allow the hash. Values: what it allows (text), the hash.
  KEY_HASH("key-hash", "RFC 6376, 6.1.2"),
  /// The key is not for mail. Values: what it is for (text).
  KEY_SERVICE("key-service", "RFC 6376, 3.6.1"),
  /// The key wants `i=` to have the very domain. Values: the domain of `i=`, the domain.
  KEY_STRICT("key-strict", "RFC 6376, 3.6.1"),
  /// The key is larger than is used. Values: its bits, the limit.
  KEY_TOO_LARGE("key-too-large", "RFC 6376, 3.3.3"),
  /// Another record at the name is the matter. Values: none.
  RECORD_NOT_ALONE("record-not-alone", "RFC 6376, 3.6.2.2"),

  /// The hash is that of the signature. Values: it.
  BODY_FITS("body-fits", "RFC 6376, 3.7"),
  /// The hash is another one. Values: that of the signature, the one computed.
  BODY_DIFFERS("body-differs", "RFC 6376, 3.7"),
  /// A tag that is needed cannot be read.
  BODY_UNCHECKED("body-unchecked", "RFC 6376, 3.7"),
  /// The message is not here in full.
  BODY_INCOMPLETE("body-incomplete", "RFC 6376, 3.7"),
  /// The signature is that of the header, with the key.
  HEADER_FITS("header-fits", "RFC 6376, 3.7"),
  /// It is not.
  HEADER_DIFFERS("header-differs", "RFC 6376, 3.7"),
  /// A tag or the key that is needed is not there.
  HEADER_UNCHECKED("header-unchecked", "RFC 6376, 3.7"),

  /// Octets behind those that `l=` covers. Values: how many are covered, how many there are.
  BODY_BEYOND_LENGTH("body-beyond-length", "RFC 6376, 8.2", true),
  /// From names another domain. Values: it, that of the signature.
  FROM_NOT_IN_SDID("from-not-in-sdid", "RFC 6376, 3.11", true),
  /// The author's domain lies within that of the signature. Values: the two.
  FROM_IN_SDID("from-in-sdid", "RFC 6376, 3.11"),
  /// Signed later than now. Values: when (text).
  SIGNED_IN_THE_FUTURE("signed-in-the-future", "RFC 6376, 3.5", true),
  /// Another field of a signed name stands above, unsigned. Values: the name.
  UNSIGNED_HEADER_ADDED("unsigned-header-added", "RFC 6376, 8.15", true),
  /// A field that a reader sees, or that says how the body is read, is not signed. Values: the
  /// name.
  HEADER_NOT_SIGNED("header-not-signed", "RFC 6376, 5.4", true),
  /// The signed fields. Values: their names (text), how many.
  SIGNED_FIELDS("signed-fields", "RFC 6376, 5.4"),
  /// Other fields. Values: their names (text), how many.
  UNSIGNED_FIELDS("unsigned-fields", "RFC 6376, 5.4"),
  /// Names that are signed more often than they occur. Values: the names (text).
  OVER_SIGNED("over-signed", "RFC 6376, 5.4"),
  /// The key is for tests. Values: the name.
  KEY_TESTING("key-testing", "RFC 6376, 3.6.1"),
  /// The record's name leads elsewhere. Values: where to.
  KEY_ALIAS("key-alias", "RFC 1034, 3.6.2"),
  /// With some changes undone the hash fits. Values: how many changes, how many variants were
  /// tried.
  EXPLAINED("explained", "RFC 6376, 6.1"),
  /// Nothing that was tried makes the hash fit. Values: how many variants were tried.
  UNEXPLAINED("unexplained", "RFC 6376, 6.1"),
  /// The key did not make this signature, whatever the header was.
  OTHER_KEY("other-key", "RFC 6376, 6.1.2"),
  /// What was done: each with how it was when signed, and how it is here (texts).
  FOOTER_ADDED("footer-added", "RFC 6377, 3.3"),
  /// Text was put in front.
  BANNER_ADDED("banner-added", "RFC 6377, 3.3"),
  /// A MIME part was put in.
  PART_ADDED("part-added", "RFC 6377, 3.3"),
  /// The body became one part of several.
  WRAPPED("wrapped", "RFC 6377, 3.3"),
  /// The body was signed when it was empty.
  EMPTY_BODY("empty-body", "RFC 6376, 3.4.3"),
  /// Signed with another canonicalization than the signature says.
  OTHER_CANONICALIZATION("other-canonicalization", "RFC 6376, 3.4"),
  /// Line ends were changed.
  LINE_ENDS("line-ends", "RFC 6376, 5.3"),
  /// Dots at the beginning of lines were doubled, or halved.
  DOTS("dots", "RFC 6376, 3.7"),
  /// Lines that begin with From were quoted, or unquoted.
  QUOTED_FROM("quoted-from", "RFC 6376, 5.3"),
  /// White space in or at the end of lines was changed.
  LINE_BLANKS("line-blanks", "RFC 6376, 5.3"),
  /// Long lines were broken.
  LONG_LINES("long-lines", "RFC 6376, 5.3"),
  /// The text was put into another charset.
  CHARSET("charset", "RFC 6376, 5.3"),
  /// The body was put into another transfer encoding.
  TRANSFER_ENCODED("transfer-encoded", "RFC 6376, 5.3"),
  /// A tag was put into the subject.
  SUBJECT_TAG("subject-tag", "RFC 6377, 3.3"),
  /// The author was replaced by somebody who passed the message on.
  FROM_REWRITTEN("from-rewritten", "RFC 6377, 3.3"),
  /// Another field keeps what stood here.
  RESTORED("restored", "RFC 6376, 5.4"),
  /// The signer's own copy in `z=` is another.
  COPY_DIFFERS("copy-differs", "RFC 6376, 3.5"),
  /// Folds were changed.
  REFOLDED("refolded", "RFC 6376, 3.4.1"),
  /// White space in a field was changed.
  WHITE_SPACE("white-space", "RFC 6376, 3.4.1"),
  /// The case of a field's name was changed.
  FIELD_NAME("field-name", "RFC 6376, 3.4.1"),
  /// Encoded words were written anew.
  RE_ENCODED("re-encoded", "RFC 6376, 5.3"),
  /// Quotes around a name were put or taken.
  QUOTES("quotes", "RFC 6376, 5.3"),
  /// Parameters were written anew.
  PARAMETERS("parameters", "RFC 6376, 5.3"),
  /// The transfer encoding is another.
  TRANSFER_ENCODING("transfer-encoding", "RFC 6376, 5.3"),
  /// The same moment was written anew.
  DATE_REWRITTEN("date-rewritten", "RFC 6376, 5.3"),
  /// A comment was put or taken.
  COMMENT("comment", "RFC 6376, 5.3"),
  /// A field was added.
  FIELD_ADDED("field-added", "RFC 6376, 5.4.2"),
  /// The signer took repeated fields from the top.
  FROM_TOP("from-top", "RFC 6376, 5.4.2"),
  /// `v=` is not the first tag of the key record.
  VERSION_NOT_FIRST("version-not-first", "RFC 6376, 3.6.1"),
  /// A key in the form that the RFC words and nobody uses.
  BARE_KEY("bare-key", "RFC 6376, 3.6.1"),
  /// A recording has the key. Values: when it was heard first and last, and where (texts), the
  /// record (text).
  KEY_SEEN("key-seen", "RFC 6376, 3.6"),
  /// By a recording there was no key. Values: when that was heard first and last, and where
  /// (texts).
  KEY_ABSENT_THEN("key-absent-then", "RFC 6376, 3.6"),
  /// Judged with a key that was heard before. Values: when, and where (texts).
  KEY_OF_THEN("key-of-then", "RFC 6376, 3.6"),
  /// At another time the signature comes to something else. Values: the time, what it comes to
  /// then, what it comes to by the clock (texts).
  OTHER_THEN("other-then", "RFC 6376, 6.1");

  private final String word;
  private final String clause;
  private final boolean warning;

  DkimReason(String word, String clause) {
    this(word, clause, false);
  }

  DkimReason(String word, String clause, boolean warning) {
    this.word = word;
    this.clause = clause;
    this.warning = warning;
  }

  @Override
  public Label label() {
    return new Label("dkim", word, clause);
  }

  /// Whether a reader should be warned of it, although the signature holds.
  public boolean isWarning() {
    return warning;
  }
}
