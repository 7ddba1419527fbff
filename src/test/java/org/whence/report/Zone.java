package org.whence.report;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.whence.dns.Answer;
import org.whence.dns.Attempt;
import org.whence.dns.Exchange;
import org.whence.dns.Failure;
import org.whence.dns.Question;
import org.whence.dns.Resolver;
import org.whence.dns.Response;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/// Answers from a few records, as a server would: with a message, flags and a duration. Names that
/// begin with `broken` end with SERVFAIL; all other names do not exist.
final class Zone implements Resolver {
  static final Instant NOW = Instant.parse("2026-11-23T15:40:12.345Z");

  private final List<Record> records = new ArrayList<>();

  Zone with(String name, int type, String data) throws IOException {
    var owner = Name.fromString(name, Name.root);
    records.add(Record.fromString(owner, type, DClass.IN, 3600, data, Name.root));
    return this;
  }

  @Override
  public Exchange resolve(Question question) {
    if (question.nameText().startsWith("broken")) {
      return exchange(question, new Answer.Failed(Failure.SERVFAIL, ""), Optional.empty());
    }
    var here = records.stream().filter(r -> r.getName().equals(question.name())).toList();
    var found = here.stream().filter(r -> r.getType() == question.type()).toList();
    var answer =
        !found.isEmpty()
            ? new Answer.Records(List.of(), found)
            : here.isEmpty() ? new Answer.NoSuchDomain(List.of()) : new Answer.NoData(List.of());
    return exchange(question, answer, Optional.of(message(question, found)));
  }

  private static Response message(Question question, List<Record> found) {
    var query = Message.newQuery(Record.newRecord(question.name(), question.type(), DClass.IN));
    query.getHeader().setID(4711);
    found.forEach(record -> query.addRecord(record, Section.ANSWER));
    return new Response(query.toWire());
  }

  private static Exchange exchange(Question question, Answer answer, Optional<Response> response) {
    var attempts =
        question.type() == Type.PTR
            ? List.<Attempt>of()
            : List.of(
                new Attempt(
                    "udp://192.0.2.54:53", Attempt.Problem.TIMEOUT, Duration.ofMillis(500)));
    return new Exchange(
        question,
        answer,
        "udp://192.0.2.53:53",
        NOW,
        Duration.ofMillis(12),
        List.of("qr", "rd", "ra"),
        response,
        attempts,
        Optional.empty());
  }
}
