package org.whence.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.whence.Suites;

/// The address lists of Stalwart's mail-parser: those without a quirk are rules, the others are one
/// parser's reading and must not break anything.
final class AddressListSuiteTest {
  private static final String FILE = "header/address.json";

  @TestFactory
  Stream<DynamicTest> ruleIsMet() {
    return Suites.cases(FILE).stream()
        .filter(entry -> !entry.has("quirk"))
        .map(entry ->
            DynamicTest.dynamicTest(
                entry.id(),
                () ->
                    assertThat(groups(entry))
                        .isEqualTo(entry.in("expected").fields().get("groups"))));
  }

  @TestFactory
  Stream<DynamicTest> quirkIsReadWithAllItsAddresses() {
    return Suites.cases(FILE).stream()
        .filter(entry -> entry.has("quirk"))
        .map(entry ->
            DynamicTest.dynamicTest(
                entry.id(), () -> assertThat(parse(entry).groups()).isNotEmpty()));
  }

  private static AddressList parse(Suites.Case entry) {
    return AddressList.parse(entry.text("header").orElseThrow());
  }

  private static List<Map<String, Object>> groups(Suites.Case entry) {
    return parse(entry).groups().stream()
        .map(group -> {
          var tree = new LinkedHashMap<String, Object>();
          group.name().ifPresent(name -> tree.put("name", name));
          tree.put(
              "addresses", group.mailboxes().stream().map(AddressListSuiteTest::tree).toList());
          return (Map<String, Object>) tree;
        })
        .toList();
  }

  private static Map<String, Object> tree(Mailbox mailbox) {
    var tree = new LinkedHashMap<String, Object>();
    mailbox.name().ifPresent(name -> tree.put("name", name));
    tree.put("address", mailbox.address());
    return tree;
  }
}
