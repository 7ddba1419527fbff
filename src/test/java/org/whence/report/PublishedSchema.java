package org.whence.report;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The published schema of reports, closed: a member that it does not name is a problem here. As it
/// is published it is open, since members may be added within a schema number; but none may be
/// added without being named.
public final class PublishedSchema {
  private static final Schema CLOSED = closed();

  private PublishedSchema() {}

  /// What is wrong with a report.
  public static List<Error> problems(String report) {
    return CLOSED.validate(report, InputFormat.JSON);
  }

  private static Schema closed() {
    try {
      var published =
          new JsonMapper().readTree(Files.readString(Path.of("assets/report.schema.json")));
      close(published);
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(published);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /// A member called `properties` that holds schemas closes the object that it stands in.
  private static void close(JsonNode node) {
    node.forEach(PublishedSchema::close);
    if (node instanceof ObjectNode object
        && "object".equals(object.path("type").asString(""))
        && object.path("properties").isObject()
        && !object.has("additionalProperties")) {
      object.put("additionalProperties", false);
    }
  }
}
