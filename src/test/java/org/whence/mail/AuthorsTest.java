package org.whence.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AuthorsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "From: a@b.example | b.example",
        "From: \"x@y.example\" <a@B.Example.> | b.example",
        "From: a@b.example, c@d.example, e@b.example | b.example d.example",
        "From: Group: a@b.example, c@d.example; | b.example d.example",
        "From: <a@b.example> <c@d.example> | b.example d.example",
        "From: a@m\u00fcnchen.example | xn--mnchen-3ya.example",
        "From: a@bank\u3002example | bank.example",
        "From: a@\uFF22\uFF21nk\uFF0Eexample | bank.example",
        "From: a@xn--mnchen-3ya.example | xn--mnchen-3ya.example",
        "From: a@[192.0.2.1] | ''",
        "From: nobody | ''",
        "From: undisclosed:; | ''",
        "From: | ''",
        "Subject: x | ''",
      })
  void domainsAreThoseOfAllAuthors(String header, String domains) {
    assertThat(String.join(" ", authors(header + "\n").domains())).isEqualTo(domains);
  }

  @Test
  void everyFromFieldCounts() {
    var authors = authors("From: a@b.example\nTo: x@y.example\nFrom: c@d.example\n");

    assertThat(authors.fields()).isEqualTo(2);
    assertThat(authors.domains()).containsExactly("b.example", "d.example");
    assertThat(authors.authors().getLast().field().line()).isEqualTo(3);
  }

  @Test
  void authorsBehindALimitAreMissed() {
    assertThat(authors("From: a@b.example\n".repeat(Authors.MAX_FIELDS)).complete()).isTrue();
    assertThat(authors("From: a@b.example\n".repeat(Authors.MAX_FIELDS + 1)).complete()).isFalse();
    var many = "a@b.example, ".repeat(AddressList.MAX_LENGTH / 13) + "c@d.example";
    assertThat(authors("From: " + many + "\n").complete()).isFalse();
    var broken = "a@b@c.example, ".repeat(100) + many;
    assertThat(AddressList.parse(broken).flaws()).hasSize(Flaw.MAX);
    assertThat(authors("From: " + broken + "\n").complete()).isFalse();
  }

  private static Authors authors(String header) {
    return Authors.of(Message.read((header + "\n").getBytes(UTF_8)));
  }
}
