package org.whence.dmarc;

import org.whence.chain.Reason;

/// Why a DMARC check, or a step of it, came out as it did, and what was noticed on the way. Texts
/// among the values come from the message or from DNS and are hostile. The words are stable: they
/// stand in JSON.
public enum DmarcReason implements Reason {
  /// An identifier speaks for the author. Values: `SPF` or `DKIM`, its domain, how it fits.
  ALIGNED("aligned", "5.3.5"),
  /// What was authenticated speaks for somebody else. Values: the author's domain.
  NOT_ALIGNED("not-aligned", "5.3.5"),
  /// Nothing was authenticated. Values: the author's domain.
  NOTHING_AUTHENTICATED("nothing-authenticated", "5.3.5"),
  /// No record applies to the author's domain.
  NO_RECORD("no-record", "4.10.1"),
  /// The record that applies has no policy and no address for reports. Values: its domain.
  NO_POLICY("no-policy", "4.10.1"),
  /// A question that the record hangs on got no answer. Values: name, type, the failure's word.
  LOOKUP_FAILED("lookup-failed", "5.3.6"),
  /// Whether an identifier speaks for the author hangs on a question that got no answer.
  ALIGNMENT_OPEN("alignment-open", "5.3.6"),
  /// Which policy applies hangs on a question that got no answer. Values: as for LOOKUP_FAILED.
  POLICY_UNKNOWN("policy-unknown", "5.3.6"),
  /// No author's domain can be read from the message.
  NO_AUTHOR("no-author", "5.3.1"),
  /// The author's domain is no name in DNS.
  NOT_A_DOMAIN("not-a-domain", "5.3.1"),
  /// Several records end the look-up (RFC 7489).
  SEVERAL_RECORDS_END("several-records", "RFC 7489, 6.6.3"),
  /// A policy applies; there is no message that could pass or fail. Values: the record's domain.
  PUBLISHED("published", "4.7"),
  /// Nothing may be asked.
  OFFLINE("offline", "4.10"),

  /// SPF was not checked, because the client or the envelope's sender is not known.
  SPF_MISSING("spf-missing", "5.3.3"),
  /// DKIM was not checked, because it was switched off.
  DKIM_MISSING("dkim-missing", "5.3.3"),
  /// The message has several authors' domains. Values: how many.
  SEVERAL_AUTHORS("several-authors", "11.5"),
  /// By the other text it comes to the same. Values: the texts.
  SAME_BY_BOTH("same-by-both", "C"),
  /// Of different organizations. Values: by RFC 9989, by RFC 7489, the results by both, what the
  /// public suffix list is.
  OTHER_ORGANIZATION_BY_LIST("other-organization-by-list", "4.10; RFC 7489, 3.2"),
  /// Another record applies. Values: where it stands by RFC 9989 and by RFC 7489, each empty where
  /// none does; the results by both.
  OTHER_RECORD("other-record", "4.10.1; RFC 7489, 6.6.3"),
  /// The record asks for another policy. Values: by RFC 9989, by RFC 7489.
  OTHER_POLICY("other-policy", "C.5; RFC 7489, 6.3"),
  /// The result is another one. Values: by RFC 9989, by RFC 7489.
  OTHER_RESULT("other-result", "C; RFC 7489, 6.6"),
  /// More than are judged. Values: how many, how many are judged.
  TOO_MANY_AUTHORS("too-many-authors", "11.5"),

  /// The message has more authors than were read, and none of those fails.
  AUTHORS_NOT_READ("authors-not-read", "11.5"),

  /// A record stands here.
  RECORD_HERE("record-here", "4.10"),
  /// None does.
  NO_RECORD_HERE("no-record-here", "4.10"),
  /// Several do, and so none counts. Values: how many.
  SEVERAL_RECORDS("several-records-here", "4.10"),
  /// One does that is no list of tags.
  UNUSABLE_RECORD("unusable-record", "RFC 6376, 3.2"),
  /// The record is not the only one.
  NOT_ALONE("not-alone", "4.10"),
  /// It was looked for here before in this check.
  SEEN_BEFORE("seen-before", "4.10"),
  /// The name with `_dmarc` is too long to exist.
  NAME_TOO_LONG("name-too-long", "RFC 1035, 2.3.4"),
  /// A text that was surely meant as a record. Values: it.
  NEARLY_A_RECORD("nearly-a-record", "4.7"),
  /// A record of SPF where one of DMARC is looked for: a wildcard answers. Values: it.
  WILDCARD_LIKELY("wildcard-likely", "RFC 4592, 2.1.1"),
  /// Another text. Values: it.
  OTHER_TEXT("other-text", "4.10"),
  /// The walk ended at the organization. Values: its domain.
  ORGANIZATION("organization", "4.10.2"),
  /// A record that the walk found does not apply. Values: its domain.
  PASSED_OVER("passed-over", "4.10.1"),
  /// The walk was ended by a failure. Values: as for LOOKUP_FAILED.
  WALK_FAILED("walk-failed", "4.10.1"),
  /// The domain that was registered. Values: it.
  REGISTERED("registered", "RFC 7489, 3.2"),

  /// The author's own record. Values: the policy, the tag.
  POLICY_OWN("policy-own", "4.10.1"),
  /// `sp`, because the author's domain lies below. Values: the policy, the tag.
  POLICY_SUBDOMAIN("policy-subdomain", "4.10.1"),
  /// `np`, because it lies below and does not exist. Values: the policy, the tag.
  POLICY_MISSING("policy-missing", "4.10.1"),
  /// `p`, because there is nothing for subdomains. Values: the policy, the tag.
  POLICY_INHERITED("policy-inherited", "4.10.1"),
  /// A policy is missing or wrong, and reports are wanted: as if it were none. Values: the policy,
  /// the tag.
  POLICY_ASSUMED("policy-assumed", "4.10.1"),
  /// The owner is testing. Values: what is published, what is to be applied.
  TESTING("testing", "4.7"),
  /// The policy is for a part of the messages. Values: the percentage as published.
  SAMPLED("sampled", "RFC 7489, 6.6.4"),
  /// The domain exists.
  EXISTS("exists", "3.2.13"),
  /// The domain does not exist.
  MISSING("missing", "3.2.13"),

  /// The identifier was not authenticated.
  NOT_AUTHENTICATED("not-authenticated", "4.4"),
  /// It fits, and could not be authenticated this time.
  AUTHENTICATION_OPEN("authentication-open", "5.3.6"),
  /// It is the author's domain.
  IDENTICAL("identical", "3.2.10.2"),
  /// It is another one, and the record wants the very same. Values: the tag that says so.
  MUST_BE_IDENTICAL("must-be-identical", "3.2.10.2"),
  /// It is of the author's organization. Values: that.
  SAME_ORGANIZATION("same-organization", "3.2.10.1"),
  /// It is of another one. Values: its own, the author's.
  OTHER_ORGANIZATION("other-organization", "3.2.10.1"),
  /// It does not lie below the author's organization. Values: that.
  ELSEWHERE("elsewhere", "3.2.10.1"),
  /// It shares no label with the author's domain.
  NOTHING_IN_COMMON("nothing-in-common", "3.2.10.1"),
  /// It could not be told. Values: as for LOOKUP_FAILED.
  ALIGNMENT_UNKNOWN("alignment-unknown", "5.3.6"),
  /// More identifiers than are walked for. Values: the limit.
  WALK_LIMIT("walk-limit", "4.10"),
  /// It is no name in DNS.
  NO_NAME("no-name", "4.4"),

  /// Blanks before the version.
  LEADING_BLANK("leading-blank", "4.8"),
  /// No tag. Values: the column, the part.
  NOT_A_TAG("not-a-tag", "4.8"),
  /// A character that may not stand there. Values: the column, the tag.
  BAD_CHARACTER("bad-character", "4.8"),
  /// A tag in capitals. Values: the column, the tag.
  TAG_CASE("tag-case", "RFC 6376, 3.2"),
  /// A tag for the second time. Values: the column, the tag.
  DUPLICATE_TAG("duplicate-tag", "RFC 6376, 3.2"),
  /// A tag that nobody registered. Values: the column, the tag with its value.
  UNKNOWN_TAG("unknown-tag", "4.7"),
  /// A tag of RFC 7489 that means nothing any more. Values: the column, the tag with its value.
  HISTORIC_TAG("historic-tag", "9.3; C.5.2"),
  /// A policy that there is not. Values: the column, the tag with its value.
  BAD_POLICY("bad-policy", "4.10.1"),
  /// A value that there is not; the default counts. Values: the column, the tag with its value.
  BAD_VALUE("bad-value", "4.8"),
  /// No URI. Values: the column, it.
  BAD_URI("bad-uri", "4.8"),
  /// A URI that is no mailbox. Values: the column, it.
  OTHER_SCHEME("other-scheme", "4.7"),
  /// A limit to the size of reports. Values: the column, it.
  OBSOLETE_SIZE("obsolete-size", "4.8"),
  /// No `p`.
  NO_P("no-p", "4.7"),
  /// `p` is not the second tag. Values: the column, the tag with its value.
  P_NOT_SECOND("p-not-second", "RFC 7489, 6.4"),
  /// `fo` without `ruf`. Values: the column, the tag with its value.
  FO_UNUSED("fo-unused", "4.7"),
  /// No policy but none, and no address for reports.
  ASKS_NOTHING("asks-nothing", "5.1.4"),
  /// Longer than any TXT record. Values: the column, the length.
  TOO_LONG("too-long", "RFC 1035, 3.3.14"),
  /// More tags than are read. Values: the column, the limit.
  TOO_MANY_TAGS("too-many-tags", "4.8");

  private static final String RFC = "RFC 9989, ";

  private final String word;
  private final String clause;

  DmarcReason(String word, String clause) {
    this.word = word;
    this.clause = clause;
  }

  @Override
  public Label label() {
    return new Label("dmarc", word, clause.startsWith("RFC ") ? clause : RFC + clause);
  }
}
