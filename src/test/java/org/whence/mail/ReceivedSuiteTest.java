package org.whence.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.whence.Suites;
import org.whence.ip.AddressLiteral;

/// The Received fields of Stalwart's mail-parser, from dozens of MTAs, scored per field as their
/// description asks.
final class ReceivedSuiteTest {
  private static final String FILE = "received/stalwart.json";

  /// How many of the asserted values are met: all of them.
  private static final Map<String, Integer> FLOOR =
      Map.ofEntries(
          Map.entry("fromName", 156),
          Map.entry("fromHelo", 28),
          Map.entry("fromRdns", 23),
          Map.entry("fromIp", 93),
          Map.entry("by", 164),
          Map.entry("byIp", 3),
          Map.entry("via", 15),
          Map.entry("with", 105),
          Map.entry("id", 92),
          Map.entry("for", 49),
          Map.entry("ident", 13),
          Map.entry("tlsVersion", 12),
          Map.entry("tlsCipher", 13),
          Map.entry("date", 162));

  private static final Map<String, Function<Received, Optional<String>>> FIELDS =
      Map.ofEntries(
          Map.entry("fromName", Received::fromName),
          Map.entry("fromHelo", Received::fromHelo),
          Map.entry("fromRdns", Received::fromRdns),
          Map.entry("fromIp", received -> received.fromIp().map(InetAddress::getHostAddress)),
          Map.entry("by", Received::by),
          Map.entry("byIp", received -> received.byIp().map(InetAddress::getHostAddress)),
          Map.entry("via", Received::via),
          Map.entry("with", Received::with),
          Map.entry("id", Received::queueId),
          Map.entry("for", Received::forAddress),
          Map.entry("ident", Received::ident),
          Map.entry("tlsVersion", Received::tlsVersion),
          Map.entry("tlsCipher", Received::tlsCipher),
          Map.entry(
              "date",
              received -> received.date().flatMap(MailDate::instant).map(Instant::toString)));

  @TestFactory
  Stream<DynamicTest> fieldReachesItsFloor() {
    return FIELDS.keySet().stream()
        .sorted()
        .map(field -> DynamicTest.dynamicTest(field, () -> reachesFloor(field)));
  }

  private static void reachesFloor(String field) {
    var missed = new ArrayList<String>();
    var met = 0;
    for (var entry : Suites.cases(FILE)) {
      var expected = entry.in("expected").text(field);
      if (expected.isPresent()) {
        var found = found(entry, field);
        if (found.filter(value -> same(field, value, expected.get())).isPresent()) {
          met++;
        } else {
          missed.add(entry.id() + ": " + expected.get() + " but " + found);
        }
      }
    }
    assertThat(met).as("%s, missed %s", field, missed).isEqualTo(FLOOR.get(field));
  }

  @TestFactory
  Stream<DynamicTest> addressServerAndDateOfEachField() {
    return Suites.cases(FILE).stream()
        .flatMap(entry ->
            List.of("fromIp", "by", "date").stream()
                .filter(field -> entry.in("expected").has(field))
                .map(field ->
                    DynamicTest.dynamicTest(entry.id() + " " + field, () -> isMet(entry, field))));
  }

  private static void isMet(Suites.Case entry, String field) {
    var expected = entry.in("expected").text(field).orElseThrow();
    assertThat(found(entry, field))
        .as(entry.text("header").orElseThrow())
        .hasValueSatisfying(value ->
            assertThat(same(field, value, expected)).as("%s is %s", value, expected).isTrue());
  }

  /// Where the source misreads a date and its description knows better, that is met.
  @TestFactory
  Stream<DynamicTest> betterReadingsAreMet() {
    return Suites.cases(FILE).stream()
        .flatMap(entry ->
            List.of("date", "id", "by", "ident").stream()
                .filter(field -> entry.in("quirks").in(field).has("better"))
                // "846CF2117for" without a blank: a clause ends at a blank.
                .filter(field -> !(entry.id() + field).equals("stalwart-016id"))
                .map(field ->
                    DynamicTest.dynamicTest(
                        entry.id() + " " + field,
                        () ->
                            assertThat(found(entry, field))
                                .isEqualTo(entry.in("quirks").in(field).text("better")))));
  }

  private static Optional<String> found(Suites.Case entry, String field) {
    var received = ReceivedParser.parse(entry.text("header").orElseThrow());
    return Optional.ofNullable(FIELDS.get(field)).orElseThrow().apply(received);
  }

  private static boolean same(String field, String found, String expected) {
    return switch (field) {
      case "fromIp", "byIp" -> address(found).equals(address(expected));
      // The suite gives user@host, of which the user is the ident.
      case "ident" -> user(found).equals(user(expected));
      case "date" -> found.equals(expected);
      default -> found.toLowerCase(Locale.ROOT).equals(expected.toLowerCase(Locale.ROOT));
    };
  }

  private static Optional<InetAddress> address(String text) {
    return AddressLiteral.find(text).map(AddressLiteral::address);
  }

  private static String user(String text) {
    return text.split("@", 2)[0];
  }
}
