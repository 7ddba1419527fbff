package org.whence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.whence.dns.Answer;
import org.whence.dns.Exchange;
import org.whence.dns.Failure;
import org.whence.dns.Question;
import org.whence.dns.Resolver;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Master;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/// A small zone for tests, answered from memory. A question that the test did not expect, one whose
/// name the zone does not mention, is an [AssertionError].
///
/// Names stand without the root dot. Each line is a record of a master file, or `NAME NXDOMAIN`, or
/// `NAME TYPE FAILURE` with a word of [Failure] in capitals. Aliases are followed as far as the
/// zone has them, as a resolver would; `NAME CNAME! TARGET` is one that the server does not follow.
public final class TestZone implements Resolver {
  /// When everything is asked.
  public static final Instant NOW = Instant.parse("2026-11-23T15:40:12.345Z");

  private final Map<Name, List<Record>> records = new HashMap<>();
  private final Map<Name, List<Record>> unfollowed = new HashMap<>();
  private final Map<Question, Failure> failures = new HashMap<>();
  private final List<Question> asked = new ArrayList<>();

  private TestZone() {}

  /// Reads a zone; names are absolute.
  public static TestZone of(String text) {
    var zone = new TestZone();
    text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(zone::add);
    return zone;
  }

  private void add(String line) {
    var words = line.split("\\s+", 3);
    var owner = name(words[0]);
    if (words[1].equals("NXDOMAIN")) {
      records.put(owner, null);
    } else if (words[1].equals("CNAME!")) {
      unfollowed.put(owner, List.of(new CNAMERecord(owner, DClass.IN, 3600, name(words[2]))));
    } else if (isFailure(words[2])) {
      failures.put(new Question(owner, Type.value(words[1])), Failure.valueOf(words[2]));
    } else {
      records.computeIfAbsent(owner, _ -> new ArrayList<>()).add(record(owner, words));
    }
  }

  private static boolean isFailure(String word) {
    return List.of(Failure.values()).stream().anyMatch(failure -> failure.name().equals(word));
  }

  private static Record record(Name owner, String[] words) {
    try (var master = masterOf(owner + " 3600 IN " + words[1] + " " + words[2])) {
      return master.nextRecord();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Master masterOf(String line) throws IOException {
    var bytes = (line + "\n").getBytes(StandardCharsets.US_ASCII);
    return new Master(new ByteArrayInputStream(bytes), Name.root, 3600);
  }

  private static Name name(String text) {
    try {
      return Name.fromString(text, Name.root);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /// What was asked so far, as text, in order.
  public synchronized List<String> asked() {
    return asked.stream().map(Question::toString).toList();
  }

  @Override
  public synchronized Exchange resolve(Question question) {
    asked.add(question);
    return Exchange.local(question, answer(question), "zone:test", NOW);
  }

  private Answer answer(Question question) {
    var aliases = new ArrayList<CNAMERecord>();
    var at = question.name();
    while (true) {
      var failure = failures.get(new Question(at, question.type()));
      if (failure != null) {
        return new Answer.Failed(failure, "");
      }
      var stub = unfollowed.get(at);
      if (stub != null) {
        aliases.add((CNAMERecord) stub.getFirst());
        return new Answer.Aliases(aliases);
      }
      if (!records.containsKey(at)) {
        if (failures.keySet().stream().map(Question::name).anyMatch(at::equals)) {
          return new Answer.NoData(aliases);
        }
        throw new AssertionError("nobody expected the question " + question);
      }
      var here = records.get(at);
      if (here == null) {
        return new Answer.NoSuchDomain(aliases);
      }
      var found = here.stream().filter(r -> r.getType() == question.type()).toList();
      if (!found.isEmpty()) {
        return new Answer.Records(aliases, found);
      }
      var alias = here.stream().filter(CNAMERecord.class::isInstance).findFirst();
      if (alias.isEmpty() || aliases.size() > 20) {
        return new Answer.NoData(aliases);
      }
      aliases.add((CNAMERecord) alias.get());
      at = aliases.getLast().getTarget();
    }
  }
}
