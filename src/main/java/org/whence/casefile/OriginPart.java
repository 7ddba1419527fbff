package org.whence.casefile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.whence.investigation.Holder;
import org.whence.investigation.KeptInput;
import org.whence.investigation.Source;
import org.whence.mail.container.Container;
import tools.jackson.core.JsonGenerator;

/// Where the original came from and what it was taken for, as members of a JSON object.
final class OriginPart {
  private OriginPart() {}

  static void write(KeptInput input, JsonGenerator json) {
    source(input.source(), json);
    json.writeArrayPropertyStart("foundIn");
    for (var holder : input.foundIn()) {
      json.writeStartObject();
      json.writeStringProperty("container", holder.kind().word());
      source(holder.source(), json);
      holder.sha256().ifPresent(digest -> json.writeStringProperty("sha256", digest));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeNumberProperty("size", input.size());
    json.writeStringProperty("sha256", input.sha256());
    json.writeStringProperty("as", input.as().word());
    json.writeNumberProperty("unquoted", input.unquoted());
  }

  private static void source(Source source, JsonGenerator json) {
    json.writeStringProperty("source", source.kind().name().toLowerCase(Locale.ROOT));
    JsonOctets.text("name", source.name(), json);
  }

  /// @param octets the original; of something larger than was looked at, its beginning
  static KeptInput read(Members members, byte[] octets) throws IOException {
    var holders = new ArrayList<Holder>();
    for (var holder : members.objects("foundIn")) {
      holders.add(
          new Holder(
              constant(Container.Kind.values(), holder, "container"),
              source(holder),
              holder.text("sha256")));
    }
    return new KeptInput(
        source(members),
        holders,
        octets,
        members.number("size").orElse((long) octets.length),
        members.text("sha256").orElse(""),
        constant(KeptInput.As.values(), members, "as"),
        members.number("unquoted").orElse(0L).intValue());
  }

  /// One of which nothing is known but its octets.
  static KeptInput unknown(String name, byte[] octets) {
    return new KeptInput(
        new Source(Source.Kind.FILE, name),
        List.of(),
        octets,
        octets.length,
        "",
        KeptInput.As.RECOGNISED,
        0);
  }

  private static Source source(Members members) throws IOException {
    return new Source(
        constant(Source.Kind.values(), members, "source"), members.text("name").orElse(""));
  }

  private static <T extends Enum<T>> T constant(T[] all, Members members, String name)
      throws IOException {
    Optional<String> word = members.text(name);
    return Arrays.stream(all)
        .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(word.orElse("")))
        .findFirst()
        .orElseThrow(() -> new IOException("has a \"" + name + "\" that is none"));
  }
}
