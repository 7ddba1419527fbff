package org.whence.spf;

import org.whence.chain.Emphasis;
import org.whence.chain.Reason;

/// Why an SPF check, or a step of it, came out as it did, and what was noticed on the way.
///
/// `Words` is what a front end should say; `{0}` is the first value. Texts among the values come
/// from the domain's owner and are hostile.
public enum SpfReason implements Reason {
  /// `all` matches everybody. Values: the term, the domain whose record it is in. Words: "{0}
  /// matches every client".
  MATCHED_ALL("all", "5.1"),
  /// The client is in a network of `ip4` or `ip6`. Values: the client, the network. Words: "{0} is
  /// in {1}".
  MATCHED_NETWORK("network", "5.6"),
  /// An address of a name is the client's, or shares its prefix. Values: the client, the name, the
  /// block. Words: "{1} has an address in {2}, which holds {0}".
  MATCHED_ADDRESS("address", "5.3"),
  /// A validated name of the client lies within a domain. Values: the name, the domain. Words: "the
  /// client's name {0} lies within {1}".
  MATCHED_PTR("ptr", "5.5"),
  /// A name has an A record. Values: the name. Words: "{0} has an address".
  MATCHED_EXISTS("exists", "5.7"),
  /// An included record says pass. Values: its domain. Words: "the policy of {0} passes the
  /// client".
  MATCHED_INCLUDE("include", "5.2"),
  /// No mechanism matches, and there is no `redirect`: neutral. Values: the domain. Words: "nothing
  /// in the record of {0} matches".
  NO_MATCH("no-match", "4.7"),
  /// There is no domain to judge: the null sender, and no HELO. Words: "no domain is known".
  NO_IDENTITY("no-identity", "2.3"),
  /// Nothing may be asked. Words: "DNS was not asked".
  OFFLINE("offline", "4.4"),
  /// The domain is no name of two labels or more. Values: it. Words: "{0} is no domain name that
  /// can have a policy".
  MALFORMED_DOMAIN("malformed-domain", "4.3"),
  /// The domain does not exist. Values: it. Words: "{0} does not exist".
  NO_SUCH_DOMAIN("no-such-domain", "4.3"),
  /// The domain publishes no SPF record. Values: it. Words: "{0} publishes no SPF record".
  NO_RECORD("no-record", "4.5"),
  /// More than one SPF record. Values: the domain, how many. Words: "{0} publishes {1} SPF
  /// records".
  TWO_RECORDS("two-records", "4.5"),
  /// The record breaks the grammar. Values: the domain, the column of the first flaw from 1 on, the
  /// part. Words: "the record of {0} is broken at column {1}: {2}".
  SYNTAX("syntax", "4.6"),
  /// Too many terms cause queries. Values: the term that breaks it, the domain whose record it is
  /// in, the count, the limit. Words: "{0} in the record of {1} is look-up {2} of {3}".
  LOOKUP_LIMIT("lookup-limit", "4.6.4"),
  /// Too many questions brought nothing. Values: as for LOOKUP_LIMIT. Words: "{0} in the record of
  /// {1} causes void look-up {2} of {3}".
  VOID_LIMIT("void-limit", "4.6.4"),
  /// A domain has too many mail servers. Values: the domain, how many, the limit. Words: "{0} has
  /// {1} mail servers, {2} are allowed".
  MX_LIMIT("mx-limit", "4.6.4"),
  /// The whole took too long. Values: the limit in seconds. Words: "not done within {0} seconds".
  TIME_LIMIT("time-limit", "4.6.4"),
  /// A look-up failed. Values: the name, the type, the failure's word. Words: "{1} {0}: {2}".
  LOOKUP_FAILED("lookup-failed", "5"),
  /// An included domain has no policy. Values: it. Words: "{0}, which is included, has no SPF
  /// record".
  INCLUDE_NONE("include-none", "5.2"),
  /// The domain that `redirect` names has no policy. Values: it. Words: "{0}, which is redirected
  /// to, has no SPF record".
  REDIRECT_NONE("redirect-none", "6.1"),
  /// The network is of the other address family. Values: the client, the network. Words: "{1} is of
  /// the other address family".
  OTHER_FAMILY("other-family", "5"),
  /// The client is not in the network. Values: the client, the network. Words: "{0} is not in {1}".
  NOT_IN_NETWORK("not-in-network", "5.6"),
  /// The network maps IPv4, whose clients match `ip4` only: nobody matches. Words: "nobody matches
  /// IPv4-mapped addresses in ip6".
  MAPPED_NETWORK("mapped-network", "5"),
  /// What a term expands to is no name. Values: it. Words: "{0} is no domain name".
  INVALID_NAME("invalid-name", "4.8"),
  /// The name does not exist. Values: the name, the type. Words: "{0} does not exist".
  TARGET_MISSING("target-missing", "5"),
  /// The name has no record of the type. Values: the name, the type. Words: "{0} has no {1}
  /// record".
  TARGET_EMPTY("target-empty", "5"),
  /// No address of the name is the client's. Values: the client, the name, how many addresses.
  /// Words: "none of the {2} addresses of {1} is {0}".
  NO_ADDRESS_MATCHES("no-address-matches", "5.3"),
  /// No mail server has the client's address. Values: the client, the domain, how many servers.
  /// Words: "none of the {2} mail servers of {1} is {0}".
  NO_SERVER_MATCHES("no-server-matches", "5.4"),
  /// The domain says that it has no mail server (RFC 7505). Words: "no mail server (null MX)".
  NULL_MX("null-mx", "5.4"),
  /// No validated name of the client lies within the domain. Values: how many names, the domain.
  /// Words: "none of the client's {0} validated names lies within {1}".
  NO_NAME_MATCHES("no-name-matches", "5.5"),
  /// An included record does not say pass. Values: its domain, its result. Words: "the policy of
  /// {0} says {1}, not pass".
  INCLUDE_NOT_PASS("include-not-pass", "5.2"),
  /// The client's address, as far as the prefix goes. Words: "the client's address".
  SAME_ADDRESS("same-address", "5"),
  /// Another address. Words: "not the client's address".
  OTHER_ADDRESS("other-address", "5"),
  /// A name of the client leads back to it. Words: "leads back to the client".
  LEADS_BACK("leads-back", "5.5"),
  /// A name of the client does not. Words: "does not lead back to the client".
  LEADS_ELSEWHERE("leads-elsewhere", "5.5"),
  /// The look-up of such a name failed; it is skipped. Values: the failure's word. Words: "skipped:
  /// {0}".
  NAME_FAILED("name-failed", "5.5"),
  /// A name beyond the limit. Values: the limit. Words: "only the first {0} names are looked up".
  NAME_IGNORED("name-ignored", "4.6.4"),
  /// The client has no name. Words: "the client has no name".
  NO_PTR("no-ptr", "5.5"),
  /// The look-up of the client's names failed: none match. Values: the failure's word. Words: "the
  /// client's names could not be looked up: {0}".
  PTR_FAILED("ptr-failed", "5.5"),
  /// The client's names were looked up. Values: how many lead back. Words: "{0} names lead back to
  /// the client".
  VALIDATED("validated", "5.5"),
  /// It stands behind `all`. Values: that term. Words: "never reached, behind {0}".
  AFTER_ALL("after-all", "5.1"),
  /// A term before it matched. Values: that term. Words: "not reached, {0} matched before".
  AFTER_MATCH("after-match", "4.6.2"),
  /// A term before it ended the check: a limit or an error. Values: that term. Words: "not reached,
  /// {0} ended the check".
  AFTER_ERROR("after-error", "4.6.2"),
  /// The record is broken elsewhere. Words: "not evaluated, the record is broken".
  NOT_EVALUATED("not-evaluated", "4.6"),
  /// The record is not the only one. Words: "not evaluated, there is another record".
  NOT_ALONE("not-alone", "4.5"),
  /// `redirect` beside `all`. Words: "ignored, the record has all".
  REDIRECT_IGNORED("redirect-ignored", "5.1"),
  /// A modifier that means nothing here. Words: "ignored, an unknown modifier".
  UNKNOWN_MODIFIER("unknown-modifier", "6"),
  /// There is nothing to explain: no fail of this record, or it is included. Words: "not needed".
  EXPLANATION_UNUSED("explanation-unused", "6.2"),
  /// The same was evaluated before in this check. Values: the domain, or the step. Words: "as
  /// before: {0}".
  SEEN_BEFORE("seen-before", "4.6.4"),
  /// So much was evaluated after the decision that it ends here. Values: the limit. Words: "more
  /// than {0} look-ups, the rest is left".
  BEYOND_LIMIT("beyond-limit", "4.6.4"),
  /// What a text with macros became. Values: it. Words: "{0}".
  EXPANDED("expanded", "7"),
  /// An expanded name was too long and lost labels on the left. Values: its length, the limit.
  /// Words: "{0} characters, cut to {1}".
  NAME_CUT("name-cut", "7.3"),
  /// The domain explains the fail. Values: its words, hostile. Words: "the domain says: {0}".
  EXPLAINED("explained", "6.2"),
  /// The look-up of the explanation failed. Values: the name, the failure's word. Words: "no
  /// explanation, {0}: {1}".
  EXPLANATION_FAILED("explanation-failed", "6.2"),
  /// There is no explanation. Values: the name. Words: "no explanation at {0}".
  EXPLANATION_MISSING("explanation-missing", "6.2"),
  /// Several texts. Values: the name, how many. Words: "{1} texts at {0}, none counts".
  EXPLANATION_NOT_ONE("explanation-not-one", "6.2"),
  /// The explanation breaks the grammar. Values: the name, the column. Words: "the explanation at
  /// {0} is broken at column {1}".
  EXPLANATION_SYNTAX("explanation-syntax", "6.2"),
  /// The explanation is not printable ASCII. Values: it. Words: "the explanation has characters
  /// that SMTP does not carry".
  EXPLANATION_NOT_ASCII("explanation-not-ascii", "6.2"),
  /// No mechanism has this name. Words: "{1} is no mechanism".
  UNKNOWN_MECHANISM("unknown-mechanism", "4.6.1"),
  /// Something stands behind a mechanism that takes nothing there. Words: "{1} may not stand here".
  UNEXPECTED("unexpected", "5"),
  /// A domain is missing. Words: "a domain is missing".
  NO_DOMAIN("no-domain", "4.8"),
  /// An address is missing. Words: "an address is missing".
  NO_ADDRESS("no-address", "5.6"),
  /// No address of the family. Words: "{1} is no address".
  BAD_ADDRESS("bad-address", "5.6"),
  /// No prefix length of the family. Words: "{1} is no prefix length".
  BAD_PREFIX("bad-prefix", "5.6"),
  /// A character that may not stand there. Words: "{1} may not stand in a record".
  BAD_CHARACTER("bad-character", "7.1"),
  /// A `%` that begins nothing. Words: "{1} is no macro; % itself is written %%".
  BAD_PERCENT("bad-percent", "7.3"),
  /// A macro without its end. Words: "{1} is not closed".
  MACRO_OPEN("macro-open", "7.1"),
  /// No macro has this letter. Words: "{1} is no macro letter".
  BAD_MACRO_LETTER("bad-macro-letter", "7.2"),
  /// A letter for explanations only. Words: "{1} may stand in explanations only".
  EXPLANATION_LETTER("explanation-letter", "7.2"),
  /// No parts at all are to be used. Words: "a macro of {1} parts".
  MACRO_ZERO("macro-zero", "7.3"),
  /// Something in a macro that is neither transformer nor delimiter. Words: "{1} may not stand in a
  /// macro".
  BAD_MACRO("bad-macro", "7.1"),
  /// The domain does not end in a top label or a macro. Words: "{1} is no top-level domain".
  BAD_TOP_LABEL("bad-top-label", "7.1"),
  /// An address where a name belongs; `ip4` or `ip6` was meant. Words: "{1} is an address; ip4 or
  /// ip6 was meant".
  ADDRESS_AS_NAME("address-as-name", "7.1"),
  /// `redirect` or `exp` for the second time. Words: "{1} stands here a second time".
  REPEATED_MODIFIER("repeated-modifier", "6"),
  /// The record is longer than any TXT record. Words: "{1} characters".
  TOO_LONG("too-long", "3.4"),
  /// More terms than are read. Words: "more than {1} terms".
  TOO_MANY_TERMS("too-many-terms", "4.6.1"),
  /// This term decided the check. Words: "decided the result".
  DECIDES("decides", "4.6.2"),
  /// Evaluated after the decision; changes nothing. Words: "evaluated after the decision".
  BEYOND("beyond", "4.6.2"),
  /// The term counts. Values: the count with it, the limit. Words: "look-ups {0} / {1}".
  LOOKUP_COUNT("lookup-count", "4.6.4"),
  /// A question of the term brought nothing. Values: the count with it, the limit. Words: "void
  /// look-up {0} of {1}".
  VOID_COUNT("void-count", "4.6.4"),
  /// Whoever counts the address look-ups of `mx` and `ptr` too is further. Values: the strict
  /// count, the common one, the limit. Words: "{0} of {2} if the addresses of mx and ptr are
  /// counted, {1} of {2} as is common".
  STRICT_COUNT("strict-count", "4.6.4"),
  /// The check is within the limit, but not for a receiver that counts strictly. Values: as for
  /// STRICT_COUNT. Words: "a receiver that counts the addresses of mx and ptr too comes to {0} of
  /// {2}, and says permerror".
  STRICT_LIMIT("strict-limit", "4.6.4"),
  /// What the whole policy costs, the part after the decision too, where that was looked at.
  /// Values: the count, the limit. Words: "the whole policy needs {0} look-ups of {1}".
  WHOLE_COUNT("whole-count", "4.6.4"),
  /// A domain has more mail servers than are looked up. Values: how many, the limit. Words: "{0}
  /// mail servers of {1}".
  MX_COUNT("mx-count", "4.6.4"),
  /// The record alone is over the limit. Values: the column and text of the first term beyond, how
  /// many terms cause queries, the limit. Words: "{2} terms cause queries, {3} are allowed; {1} at
  /// column {0} is the first beyond".
  TOO_MANY_LOOKUPS("too-many-lookups", "4.6.4"),
  /// Everybody may send. Values: column, term. Words: "{1} lets everybody send".
  PASS_ALL("pass-all", "5.1"),
  /// The record says nothing of strangers. Values: column, term. Words: "{1} says nothing about
  /// everybody else".
  NEUTRAL_ALL("neutral-all", "5.1"),
  /// `ptr` should not be published. Values: column, term. Words: "{1} should not be used".
  PTR_USED("ptr-used", "5.5"),
  /// Neither `all` nor `redirect`. Words: "the record has no end: neither all nor redirect".
  NO_ALL("no-all", "4.7"),
  /// A text that begins like a record and is none: the blank behind the version is missing, for
  /// example between character-strings. Values: the text. Words: "no SPF record, though it begins
  /// like one: {0}".
  NEARLY_A_RECORD("nearly-a-record", "4.5"),
  /// Another TXT record holds terms and no version: the policy was split into two records instead
  /// of two character-strings of one. Values: the text. Words: "terms without a version, in a
  /// record of their own: {0}".
  STRAY_TERMS("stray-terms", "3.3"),
  /// Character-strings are joined without a blank where one was meant. Values: the column, what
  /// ends there, what begins there. Words: "a blank is missing between {1} and {2}".
  MISSING_BLANK("missing-blank", "3.3"),
  /// An included domain has no policy. Values: it. Words: "{0} is included and has no SPF record".
  DEAD_INCLUDE("dead-include", "5.2"),
  /// An included record lets everybody pass. Values: its domain. Words: "{0} is included and lets
  /// everybody send".
  INCLUDE_PASSES_ALL("include-passes-all", "5.2"),
  /// An enormous network. Values: column, term, how many addresses it has (text). Words: "{1}
  /// allows {2} addresses".
  HUGE_NETWORK("huge-network", "5.6"),
  /// A network that lies within another one. Values: column, term, the other term. Words: "{1} lies
  /// within {2}".
  OVERLAP("overlap", "5.6"),
  /// How many addresses the record's own networks let send. Values: IPv4, IPv6 (text). Words: "{0}
  /// IPv4 and {1} IPv6 addresses".
  ADDRESSES_IN_RECORD("addresses-in-record", "5.6"),
  /// How many addresses may send, as far as it was evaluated, names and includes too. Values: IPv4,
  /// IPv6 (text). Words: "at least {0} IPv4 and {1} IPv6 addresses may send".
  ADDRESSES("addresses", "5"),
  /// What was counted up to the decision. Values: terms that cause queries, their limit, void
  /// look-ups, their limit; what a receiver counts that counts the addresses of `mx` and `ptr` too,
  /// or an empty text where that is the same. Words: "look-ups {0} / {1}, void look-ups {2} / {3}".
  LEDGER("ledger", "4.6.4"),
  /// Records of the retired type SPF. Values: the domain, how many. Words: "{0} has {1} records of
  /// the retired type SPF".
  TYPE99_FOUND("type99-found", "3.1"),
  /// Had that been seen, the result would be another one. Values: it, the result as it is. Words:
  /// "would be {0}, not {1}".
  WOULD_BE("would-be", "4.1"),
  /// Had that been seen, the result would be the same. Values: it, twice. Words: "would be {0} as
  /// well".
  WOULD_STAY("would-stay", "4.1");

  private final String word;
  private final String section;

  SpfReason(String word, String section) {
    this.word = word;
    this.section = section;
  }

  @Override
  public Label label() {
    return new Label("spf", word, "RFC 7208, " + section);
  }

  @Override
  public Emphasis emphasis() {
    return switch (this) {
      case DECIDES -> Emphasis.DECISIVE;
      case AFTER_ALL,
          AFTER_MATCH,
          AFTER_ERROR,
          NOT_EVALUATED,
          NOT_ALONE,
          REDIRECT_IGNORED,
          UNKNOWN_MODIFIER,
          EXPLANATION_UNUSED,
          BEYOND,
          BEYOND_LIMIT ->
          Emphasis.IDLE;
      default -> Emphasis.PLAIN;
    };
  }
}
