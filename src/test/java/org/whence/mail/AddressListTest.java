package org.whence.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AddressListTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // RFC 5322, appendices A.5 and A.6: comments and obsolete forms
        "Pete(A nice \\) chap) <pete(his account)@silly.test(his host)> | pete@silly.test",
        "Mary Smith <@node.test:mary@example.net>, , jdoe@test  . example | mary@example.net"
            + " jdoe@test.example",
        "John Doe <jdoe@machine(comment).  example> | jdoe@machine.example",
        "(Empty list)(start)Hidden recipients  :(nobody(that I know))  ; | ''",
        "john . doe@a.example | john.doe@a.example",
        "\"a b\"@c.example, \"d,e\" <\"f@g\"@h.example> | \"a b\"@c.example \"f@g\"@h.example",
        "x@[192.0.2.1], y@[IPv6:2001:db8::1] | x@[192.0.2.1] y@[IPv6:2001:db8::1]",
        "a@b.example; c@d.example | a@b.example c@d.example",
        "r\u00e9n\u00e9@ex\u00e4mple.example | r\u00e9n\u00e9@ex\u00e4mple.example",
        // What programs read differently
        "<a@b.example> <c@d.example> | a@b.example c@d.example",
        "\"a@b.example\" <c@d.example> | c@d.example",
        "a@b.example <c@d.example> | c@d.example",
        "Name a@b.example | a@b.example",
        "<a@b.example | a@b.example",
        "<a <b@c.example> | a b@c.example",
        "\"no end <a@b.example> | a@b.example",
        "a@b@c.example | a@b@c.example",
        "undisclosed recipients | undisclosed recipients",
        "List: a@b.example, c@d.example | a@b.example c@d.example",
        "'' | ''",
        "(only a comment) | ''",
        ", ; , | ''",
      })
  void addressesAreFoundInEveryForm(String value, String addresses) {
    var found = AddressList.parse(value).mailboxes().map(Mailbox::address).toList();

    assertThat(String.join(" ", found)).isEqualTo(addresses);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a@b.example <c@d.example> | BAD_NAME | 1",
        "<a@b.example> <c@d.example> | NO_COMMA | 14",
        "<a@b.example> Name | STRAY_TEXT | 14",
        "Name a@b.example | STRAY_TEXT | 0",
        "<a@b.example | UNCLOSED | 0",
        "x, \"no end | UNCLOSED | 3",
        "x (no end | UNCLOSED | 2",
        "List: a@b.example | UNCLOSED | 17",
        "a@b.example; c@d.example | STRAY_SEMICOLON | 11",
        "c@d.example, nobody | NOT_AN_ADDRESS | 13",
        "a..b@c.example | NOT_AN_ADDRESS | 0",
        "a@ | NOT_AN_ADDRESS | 0",
      })
  void deviationIsToldWithItsPlace(String value, Flaw.Kind kind, int offset) {
    assertThat(AddressList.parse(value).flaws()).contains(new Flaw(kind, offset));
  }

  @Test
  void obsoleteFormsAreNoFlaws() {
    var list = AddressList.parse("Joe Q. Public <@a.example:joe@b.example>, , x @ y . example");

    assertThat(list.flaws()).isEmpty();
    assertThat(list.mailboxes().findFirst().orElseThrow().route()).contains("@a.example");
  }

  @Test
  void mailboxKnowsItsPlaceAndItsComments() {
    var list = AddressList.parse(" a@b.example,\r\n Name <c@d.example> (work)");
    var second = list.mailboxes().toList().getLast();

    assertThat(second.start()).isEqualTo(16);
    assertThat(second.end()).isEqualTo(41);
    assertThat(second.comments()).containsExactly("work");
    assertThat(second.name()).contains("Name");
    assertThat(second.local()).isEqualTo("c");
    assertThat(second.domain()).contains("d.example");
  }

  @Test
  void whatIsBehindALimitIsLeftOutAndSaid() {
    var many = AddressList.parse("a@b.example,".repeat(AddressList.MAX_MAILBOXES + 5));
    var large = AddressList.parse("a@b.example, " + "x".repeat(AddressList.MAX_LENGTH));

    assertThat(many.mailboxes()).hasSize(AddressList.MAX_MAILBOXES);
    assertThat(many.flaws()).extracting(Flaw::kind).contains(Flaw.Kind.TOO_LONG);
    assertThat(large.flaws()).extracting(Flaw::kind).contains(Flaw.Kind.TOO_LONG);
    assertThat(large.mailboxes().findFirst().orElseThrow().local()).isEqualTo("a");
  }

  @Property
  void anyTextIsReadWithoutAnException(@ForAll String text) {
    for (var value : List.of(text, "<" + text, "\"" + text, text + "@[x", "g:" + text + ";")) {
      assertThat(AddressList.parse(value).groups()).isNotNull();
    }
  }
}
