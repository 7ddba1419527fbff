package org.whence.iprev;

import org.whence.chain.Reason;

/// Why an IPREV check, a name or an address was judged as it was. The words are stable: they stand
/// in JSON.
public enum IprevReason implements Reason {
  /// A name leads back to the address. Values: the name.
  CONFIRMED("confirmed", "RFC 8601, 2.7.3"),
  /// The address has no name: PTR does not exist, or has no data.
  NO_PTR("no-ptr", "RFC 8601, 2.7.3"),
  /// The names have addresses, and none is the client's.
  MISMATCH("mismatch", "RFC 8601, 2.7.3"),
  /// No name has an address.
  NO_FORWARD("no-forward", "RFC 8601, 2.7.3"),
  /// A question that the verdict hangs on got no answer. Values: name, type, failure's word.
  LOOKUP_FAILED("lookup-failed", "RFC 8601, 2.7.3"),
  /// No evaluated name leads back, and there are more names than are evaluated. Values: how many
  /// there are, how many were evaluated.
  LIMIT("limit", "RFC 8601, 3; RFC 7208, 4.6.4"),
  /// The address is of special use and has no public name. Values: the block, its name, its RFC.
  NOT_APPLICABLE("not-applicable", "RFC 6890"),
  /// Nothing may be asked.
  OFFLINE("offline", "RFC 8601, 2.7.3"),

  /// A name is beyond the limit and was not looked up. Values: the limit.
  NOT_EVALUATED("not-evaluated", "RFC 8601, 3; RFC 7208, 4.6.4"),
  /// This address is the client's.
  LEADS_BACK("leads-back", "RFC 8601, 3"),
  /// This address is another one than the client's.
  DIFFERS("differs", "RFC 8601, 3"),

  /// The address is of special use, and was asked all the same. Values: the block, its name, its
  /// RFC.
  SPECIAL_USE("special-use", "RFC 6890"),
  /// The name is the root: the owner says that there is none.
  ROOT_NAME("root-name", "RFC 1035, 3.3.12"),
  /// The name is an address in digits, not a name.
  LITERAL_NAME("literal-name", "RFC 1123, 2.1"),
  /// The name has characters that host names do not have.
  NOT_A_HOST_NAME("not-a-host-name", "RFC 1123, 2.1; RFC 952"),
  /// The name has a single label, so it is nobody's.
  SINGLE_LABEL("single-label", "RFC 5321, 2.3.5"),
  /// The name looks as if made from the address for any customer. Values: the name, the pattern.
  GENERIC_NAME("generic-name", "RFC 1912, 2.1"),

  /// HELO is one of the names. Values: the name.
  HELO_IS_PTR("helo-is-ptr", "RFC 5321, 4.1.4"),
  /// HELO is none of the names, but has the client's address.
  HELO_HAS_ADDRESS("helo-has-address", "RFC 5321, 4.1.4"),
  /// HELO is none of the names and does not have the client's address.
  HELO_DIFFERS("helo-differs", "RFC 5321, 4.1.4"),
  /// HELO could not be looked up. Values: name, type, failure's word.
  HELO_UNKNOWN("helo-unknown", "RFC 5321, 4.1.4"),
  /// HELO is the client's own address as a literal.
  HELO_IS_ADDRESS("helo-is-address", "RFC 5321, 4.1.3"),
  /// HELO is an address literal other than the client's.
  HELO_OTHER_ADDRESS("helo-other-address", "RFC 5321, 4.1.3"),
  /// HELO is neither a domain name nor an address literal.
  HELO_INVALID("helo-invalid", "RFC 5321, 4.1.1.1"),

  /// The first name is the MAIL FROM domain. Values: the name.
  SENDER_EQUAL("sender-equal", "RFC 5321, 3.3"),
  /// The first name lies below the MAIL FROM domain. Values: the name.
  SENDER_PARENT("sender-parent", "RFC 5321, 3.3"),
  /// The first name has nothing in common with the MAIL FROM domain. Values: the name.
  SENDER_UNRELATED("sender-unrelated", "RFC 5321, 3.3"),
  /// Which name is the first changes from answer to answer, so what is said of it is a matter of
  /// chance. Values: how many different first names there were, in how many answers, and in how
  /// many of these it was the MAIL FROM domain.
  COIN_TOSS("coin-toss", "RFC 1034, 3.6"),

  /// Every answer was the same. Values: how many there were.
  STEADY("steady", "RFC 1034, 3.6"),
  /// One and the same server answers differently from time to time. Values: how many answers there
  /// were.
  ROTATES("rotates", "RFC 1034, 3.6"),
  /// Each server says the same every time, and another one says something else. Values: how many
  /// answers there were.
  DEPENDS_ON_SERVER("depends-on-server", "RFC 2181, 5"),
  /// Asking again brought no answer. Values: how many answers there were, with the first.
  UNANSWERED("unanswered", "RFC 8601, 2.7.3"),
  /// The same names in another order. Values: who was asked, how many orders, in how many answers.
  NAMES_ROTATE("names-rotate", "RFC 1034, 3.6"),
  /// Other names. Values: who was asked, how many sets of names, in how many answers.
  NAMES_CHANGE("names-change", "RFC 2181, 5.1"),
  /// Other addresses of a name. Values: the name, who was asked, how many sets of addresses, in how
  /// many answers.
  ADDRESSES_CHANGE("addresses-change", "RFC 2181, 5.1"),
  /// Two servers tell different names. Values: who they are.
  NAMES_DISAGREE("names-disagree", "RFC 2181, 5"),
  /// Two servers tell different addresses of a name. Values: the name, who they are.
  ADDRESSES_DISAGREE("addresses-disagree", "RFC 2181, 5"),
  /// The verdict depends on when, or on whom, one asks. Values: the verdicts' words.
  VERDICT_VARIES("verdict-varies", "RFC 8601, 2.7.3"),
  /// Some rounds brought no answer. Values: how many, of how many.
  ROUNDS_UNANSWERED("rounds-unanswered", "RFC 8601, 2.7.3");

  private final String word;
  private final String clause;

  IprevReason(String word, String clause) {
    this.word = word;
    this.clause = clause;
  }

  @Override
  public Label label() {
    return new Label("iprev", word, clause);
  }
}
