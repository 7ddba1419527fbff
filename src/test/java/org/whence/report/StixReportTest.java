package org.whence.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class StixReportTest {
  @Test
  void identifiersAreThoseOfTheStandard() {
    assertThat(NameUuid.of(NameUuid.STIX, "{\"value\":\"198.51.100.3\"}"))
        .hasToString("28bb3599-77cd-5a82-a950-b5bc3caf07c4");
    assertThat(NameUuid.of(NameUuid.STIX, "{\"value\":\"example.com\"}"))
        .hasToString("bedb4899-d24b-5401-bc86-8f6b4cc18ec7");
  }

  @Test
  void everyReferenceLeadsToAnObjectOfTheBundle() throws IOException {
    var objects = objects(Cases.written(Cases.sample(), Format.STIX));
    var ids = new HashSet<String>();
    for (var object : objects) {
      var id = String.valueOf(object.get("id"));
      assertThat(id).matches(object.get("type") + "--[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
      assertThat(ids.add(id)).as(id).isTrue();
      assertThat(object).containsEntry("spec_version", "2.1");
    }
    for (var object : objects) {
      assertThat(ids).containsAll(references(object));
    }
  }

  private static List<String> references(Map<String, Object> object) {
    var found = new ArrayList<String>();
    object.forEach((name, value) -> {
      if (String.valueOf(name).endsWith("_ref")) {
        found.add(String.valueOf(value));
      } else if (String.valueOf(name).endsWith("_refs") && value instanceof List<?> many) {
        many.forEach(each -> found.add(String.valueOf(each)));
      }
    });
    return found;
  }

  @Test
  void mailAndWhatItMetAreSeen() throws IOException {
    var objects = objects(Cases.written(Cases.sample(), Format.STIX));

    assertThat(values("ipv4-addr", objects)).contains("203.0.113.77", "198.51.100.20");
    assertThat(values("domain-name", objects)).contains("bank.example", "mail.example.org");
    assertThat(values("email-addr", objects)).contains("security@bank.example");
    assertThat(objects)
        .anySatisfy(object ->
            assertThat(object)
                .containsEntry("type", "email-message")
                .containsEntry("is_multipart", true)
                .containsKeys("from_ref", "subject", "received_lines"))
        .anySatisfy(object ->
            assertThat(object)
                .containsEntry("type", "relationship")
                .containsEntry("relationship_type", "resolves-to"))
        .anySatisfy(object ->
            assertThat(object)
                .containsEntry("type", "note")
                .hasEntrySatisfying(
                    "content", text -> assertThat(String.valueOf(text)).contains("DMARC fail")));
  }

  @Test
  void sameInvestigationIsTheSameBundle() throws IOException {
    assertThat(Cases.written(Cases.sample(), Format.STIX))
        .isEqualTo(Cases.written(Cases.sample(), Format.STIX));
  }

  @Test
  void whatIsNotWellFormedIsLeftOutAndCounted() throws IOException {
    var objects = objects(Cases.written(Cases.hostile("no name\u202e\n"), Format.STIX));

    assertThat(values("domain-name", objects)).isEmpty();
    assertThat(objects)
        .anySatisfy(object ->
            assertThat(object)
                .containsEntry("type", "note")
                .hasEntrySatisfying(
                    "content", text -> assertThat(String.valueOf(text)).contains("left out")));
  }

  private static List<String> values(String type, List<Map<String, Object>> objects) {
    return objects.stream()
        .filter(object -> type.equals(object.get("type")))
        .map(object -> String.valueOf(object.get("value")))
        .toList();
  }

  private static List<Map<String, Object>> objects(String bundle) {
    var objects = new ArrayList<Map<String, Object>>();
    if (JsonValues.at(JsonValues.object(bundle), "objects") instanceof List<?> all) {
      for (var one : all) {
        objects.add(JsonValues.members(one));
      }
    }
    return objects;
  }
}
