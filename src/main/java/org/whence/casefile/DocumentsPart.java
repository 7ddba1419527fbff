package org.whence.casefile;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.whence.fetch.Fetched;
import org.whence.fetch.HttpsFetch;
import org.whence.ip.AddressLiteral;
import org.whence.ip.Addresses;
import tools.jackson.core.JsonGenerator;

/// The documents that were asked for by hand, and what came, as JSON. They are told again out of
/// this and never asked for, whoever made the case.
final class DocumentsPart {
  /// Nobody asks for more documents of one case by hand.
  private static final int MOST = 200;

  private static final Duration LONGEST = Duration.ofDays(1);

  private DocumentsPart() {}

  static byte[] write(List<Fetched> documents) {
    return JsonOctets.of(json -> {
      json.writeArrayPropertyStart("documents");
      documents.stream().limit(MOST).forEach(document -> write(document, json));
      json.writeEndArray();
    });
  }

  private static void write(Fetched document, JsonGenerator json) {
    json.writeStartObject();
    JsonOctets.text("uri", document.uri(), json);
    document.host().ifPresent(host -> JsonOctets.text("host", host, json));
    document
        .reply()
        .ifPresent(reply -> {
          json.writeStringProperty("address", Addresses.text(reply.address()));
          json.writeStringProperty("asked", reply.asked().toString());
          json.writeNumberProperty("ms", reply.took().toMillis());
          came(reply.came(), json);
        });
    json.writeEndObject();
  }

  private static void came(Fetched.Came came, JsonGenerator json) {
    switch (came) {
      case Fetched.Came.Content content -> {
        json.writeNumberProperty("status", content.status());
        content.date().ifPresent(date -> json.writeStringProperty("date", date.toString()));
        json.writeBooleanProperty("whole", content.whole());
        json.writeStringProperty("sha256", content.sha256());
        json.writeStringProperty("content", Base64.getEncoder().encodeToString(content.octets()));
      }
      case Fetched.Came.Trouble(var words) -> JsonOctets.text("trouble", words, json);
    }
  }

  static List<Fetched> read(byte[] octets) throws IOException {
    var documents = new ArrayList<Fetched>();
    for (var each : Members.read(octets).objects("documents")) {
      if (documents.size() == MOST) {
        throw new IOException("has more documents than anybody asks for");
      }
      documents.add(new Fetched(each.text("uri").orElse(""), reply(each)));
    }
    return documents;
  }

  private static Optional<Fetched.Reply> reply(Members members) throws IOException {
    var text = members.text("address");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    var address = AddressLiteral.find(text.get()).map(AddressLiteral::address);
    if (address.isEmpty()) {
      throw new IOException("has an \"address\" that is none");
    }
    var took = Math.min(LONGEST.toMillis(), members.number("ms").orElse(0L));
    return Optional.of(
        new Fetched.Reply(
            address.get(),
            members.time("asked").orElse(Instant.EPOCH),
            Duration.ofMillis(took),
            came(members)));
  }

  private static Fetched.Came came(Members members) throws IOException {
    var status = members.number("status");
    if (status.isEmpty()) {
      return new Fetched.Came.Trouble(members.text("trouble").orElse(""));
    }
    var came =
        new Fetched.Came.Content(
            (int) Math.min(999, status.get()),
            content(members),
            members.truth("whole"),
            members.time("date"));
    if (members.text("sha256").filter(came.sha256()::equals).isEmpty()) {
      throw new IOException("has a document that is not what came: its SHA-256 is another one");
    }
    return came;
  }

  private static byte[] content(Members members) throws IOException {
    try {
      var octets = Base64.getDecoder().decode(members.text("content").orElse(""));
      if (octets.length > HttpsFetch.MAX_SIZE) {
        throw new IOException("has a document larger than any that is fetched");
      }
      return octets;
    } catch (IllegalArgumentException e) {
      throw new IOException("has a \"content\" that is no base64", e);
    }
  }
}
