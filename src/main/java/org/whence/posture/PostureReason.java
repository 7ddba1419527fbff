package org.whence.posture;

import org.whence.chain.Reason;

/// What a domain publishes, and what is odd about it. Texts among the values come from DNS and are
/// hostile.
public enum PostureReason implements Reason {
  /// It is there.
  PUBLISHED("RFC 1034, 3.7"),
  /// It is not there.
  NOT_PUBLISHED("RFC 1034, 3.7"),
  /// There are several where one counts, so none does. Values: how many.
  SEVERAL("RFC 1034, 3.7"),
  /// A question got no answer. Values: name, type, the failure's word.
  LOOKUP_FAILED("RFC 1034, 3.7"),
  /// The name is too long to be asked.
  NAME_TOO_LONG("RFC 1035, 2.3.4"),
  /// It was meant as such a record and is none. Values: it.
  NEARLY("RFC 8552, 1.1"),
  /// It is a list of tags, and this is none. Values: the part.
  NOT_A_TAG("RFC 6376, 3.2"),

  /// Servers take mail for it. Values: how many.
  EXCHANGERS("RFC 5321, 5.1"),
  /// It takes no mail, and says so.
  NULL_MX("RFC 7505, 3"),
  /// It says that it takes no mail, and names servers beside that.
  NULL_MX_NOT_ALONE("RFC 7505, 3"),
  /// It names no server and has an address, which takes its mail.
  IMPLICIT_MX("RFC 5321, 5.1"),
  /// No server takes mail for it, and it does not say so.
  NO_MAIL("RFC 5321, 5.1"),
  /// There are more servers than are looked at. Values: how many, how many are looked at.
  MANY_EXCHANGERS("RFC 5321, 5.1"),
  /// The server is named by digits.
  EXCHANGER_LITERAL("RFC 5321, 5.1"),
  /// The server's name is an alias.
  EXCHANGER_ALIAS("RFC 2181, 10.3"),
  /// The server has an address. Values: how many.
  EXCHANGER_ADDRESSES("RFC 5321, 5.1"),
  /// The server has no address.
  EXCHANGER_WITHOUT("RFC 5321, 5.1"),
  /// The server's address is set aside. Values: the address, the block's name.
  EXCHANGER_SET_ASIDE("RFC 6890"),

  /// How the SPF record ends. Values: the term.
  SPF_ALL("RFC 7208, 5.1"),
  /// The SPF record lets everybody send.
  SPF_PASS_ALL("RFC 7208, 5.1"),
  /// The SPF record says nothing of other clients.
  SPF_OPEN("RFC 7208, 4.7"),
  /// The SPF record goes on elsewhere.
  SPF_REDIRECT("RFC 7208, 6.1"),
  /// The SPF record is in error. Values: in how many places.
  SPF_FLAWS("RFC 7208, 4.6"),

  /// What is asked for. Values: the policy, the domain of the record.
  DMARC_POLICY("RFC 9989, 4.7"),
  /// No DMARC record applies.
  DMARC_NONE("RFC 9989, 4.10.1"),
  /// A record of DMARC stands at the domain itself, where nobody looks for it. Values: it.
  DMARC_MISPLACED("RFC 9989, 4.5"),
  /// Reports stay within the organization.
  REPORTS_INSIDE("RFC 9990; RFC 7489, 7.1"),
  /// Whoever gets the reports agreed. Values: where that stands.
  REPORTS_AGREED("RFC 9990; RFC 7489, 7.1"),
  /// Whoever gets the reports wants them at another address of theirs. Values: it.
  REPORTS_INSTEAD("RFC 9990; RFC 7489, 7.1"),
  /// Whoever is to get the reports did not agree, so none are sent. Values: where that would stand.
  REPORTS_NOT_AGREED("RFC 9990; RFC 7489, 7.1"),
  /// It is no mailbox, so few can send reports there.
  REPORTS_NO_MAILBOX("RFC 9989, 4.7"),
  /// There are more destinations than are looked at. Values: how many, how many are looked at.
  MANY_REPORTS("RFC 9990; RFC 7489, 7.1"),

  /// The domain takes no part in BIMI.
  BIMI_DECLINED("draft-brand-indicators-for-message-identification"),
  /// Where the logo is; it is not fetched unless that is asked for. Values: its URI.
  BIMI_LOGO("draft-brand-indicators-for-message-identification"),
  /// The logo is not behind https. Values: where it is.
  BIMI_NOT_HTTPS("draft-brand-indicators-for-message-identification"),
  /// Nobody vouches for the logo: few show it then.
  BIMI_NO_EVIDENCE("draft-brand-indicators-for-message-identification"),

  /// The id is missing or wrong. Values: it, or an empty text.
  STS_ID("RFC 8461, 3.1"),
  /// Where the policy is; it is not fetched unless that is asked for. Values: its URI.
  STS_POLICY("RFC 8461, 3.2"),
  /// The address for reports is missing.
  RPT_NOWHERE("RFC 8460, 3"),
  /// An address for reports is neither a mailbox nor https. Values: it.
  RPT_URI("RFC 8460, 3"),

  /// A certificate is pinned. Values: how many records.
  TLSA_PINNED("RFC 7672, 3.1"),
  /// SMTP servers do not use this kind of pin. Values: the usage.
  TLSA_USAGE("RFC 7672, 3.1.3"),
  /// The pin has not the length of its digest. Values: the matching type, the length.
  TLSA_LENGTH("RFC 6698, 2.1.3"),
  /// The zone of the pin is not known to be signed, and pins without that do not count.
  TLSA_UNSIGNED("RFC 7672, 2.2"),

  /// Who may issue certificates. Values: the domain of the records, who.
  CAA_ISSUERS("RFC 8659, 4.2"),
  /// Nobody may issue certificates. Values: the domain of the records.
  CAA_NOBODY("RFC 8659, 4.2"),
  /// Anybody may issue ordinary certificates. Values: the domain of the records.
  CAA_ANYBODY("RFC 8659, 4.2"),
  /// Who may issue certificates of a kind. Values: the property, who.
  CAA_KIND("RFC 8659, 4.3"),
  /// Nobody may issue certificates of a kind. Values: the property.
  CAA_KIND_NOBODY("RFC 8659, 4.3"),
  /// A critical property that is not known. Values: its tag.
  CAA_CRITICAL("RFC 8659, 4.5"),

  /// The zone is signed, and the one above says so. Values: the zone.
  SIGNED("RFC 4035, 2.4"),
  /// The zone has keys, and the one above does not say so. Values: the zone.
  ISLAND("RFC 4035, 2.4"),
  /// The one above says that the zone is signed, and it has no keys. Values: the zone.
  KEYS_MISSING("RFC 4035, 5.2"),
  /// The zone is not signed. Values: the zone.
  UNSIGNED("RFC 4035, 2.4"),
  /// A digest that must not be used any more. Values: its number.
  OLD_DIGEST("RFC 8624, 3.3"),
  /// An algorithm that must not be used any more. Values: its number.
  OLD_ALGORITHM("RFC 8624, 3.1");

  private final String clause;

  PostureReason(String clause) {
    this.clause = clause;
  }

  @Override
  public Label label() {
    return Label.named("posture", name(), clause);
  }
}
