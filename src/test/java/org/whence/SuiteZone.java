package org.whence;

import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.whence.dns.Answer;
import org.whence.dns.Exchange;
import org.whence.dns.Failure;
import org.whence.dns.Question;
import org.whence.dns.Resolver;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.TextParseException;

/// A zone of a conformance suite, answered by the rules in the suites' own description: records of
/// the type, else the alias, else the failure that `*` stands for, else no data, else no such name.
public final class SuiteZone implements Resolver {
  private static final int MAX_ALIASES = 16;

  private final Map<String, Object> names;

  private SuiteZone(Map<String, Object> names) {
    this.names = names;
  }

  /// One zone of a suite's file such as `iprev/mox.json`.
  public static SuiteZone of(Map<String, Object> file, String zone) {
    var zones = Suites.asMap(file.getOrDefault("zones", Map.of()));
    return new SuiteZone(Suites.asMap(zones.getOrDefault(zone, Map.of())));
  }

  @Override
  public Exchange resolve(Question question) {
    return Exchange.local(question, answer(question), "zone:suite", Instant.EPOCH);
  }

  private Answer answer(Question question) {
    var aliases = new ArrayList<CNAMERecord>();
    var at = question.name();
    while (true) {
      var here = entries(at);
      var found = records(new Question(at, question.type()), here);
      if (!found.isEmpty()) {
        return new Answer.Records(aliases, found);
      }
      var alias = value(here, "CNAME");
      if (alias.isPresent() && aliases.size() < MAX_ALIASES) {
        var target = name((String) alias.get());
        aliases.add(new CNAMERecord(at, DClass.IN, 3600, target));
        if (target.equals(at)) {
          return new Answer.NoData(aliases);
        }
        at = target;
        continue;
      }
      var failure = value(here, "*");
      if (failure.isPresent()) {
        return new Answer.Failed(Failure.valueOf((String) failure.get()), "");
      }
      return here.isEmpty() && !above(at)
          ? new Answer.NoSuchDomain(aliases)
          : new Answer.NoData(aliases);
    }
  }

  private static List<Record> records(Question question, List<Object> entries) {
    return entries.stream().flatMap(entry -> record(question, entry).stream()).toList();
  }

  private List<Object> entries(Name name) {
    return Suites.asList(names.getOrDefault(text(name), List.of()));
  }

  private static Optional<Object> value(List<Object> entries, String type) {
    return entries.stream()
        .map(Suites::asList)
        .filter(entry -> entry.getFirst().equals(type))
        .map(entry -> entry.get(1))
        .findFirst();
  }

  /// Whether a name below this one exists.
  private boolean above(Name name) {
    var ending = "." + text(name);
    return names.keySet().stream().anyMatch(each -> each.endsWith(ending));
  }

  private static String text(Name name) {
    var text = new StringBuilder();
    for (var i = 0; i < name.labels() - 1; i++) {
      var label = name.getLabel(i);
      text.append(i == 0 ? "" : ".").append(new String(label, 1, label[0], StandardCharsets.UTF_8));
    }
    return text.toString().toLowerCase(Locale.ROOT);
  }

  private static Optional<Record> record(Question question, Object entry) {
    var type = (String) Suites.asList(entry).getFirst();
    var data = Suites.asList(entry).get(1);
    if (!type.equals(question.typeName())) {
      return Optional.empty();
    }
    var owner = question.name();
    return Optional.of(
        switch (type) {
          case "A" -> new ARecord(owner, DClass.IN, 3600, address(data));
          case "AAAA" -> new AAAARecord(owner, DClass.IN, 3600, address(data));
          case "PTR" -> new PTRRecord(owner, DClass.IN, 3600, name((String) data));
          case "CNAME" -> new CNAMERecord(owner, DClass.IN, 3600, name((String) data));
          case "MX" -> mx(owner, Suites.asList(data));
          default -> strings(owner, question.type(), Suites.asList(data));
        });
  }

  private static Record mx(Name owner, List<Object> data) {
    var preference = ((Number) data.getFirst()).intValue();
    return new MXRecord(owner, DClass.IN, 3600, preference, name((String) data.getLast()));
  }

  private static Record strings(Name owner, int type, List<Object> strings) {
    var wire = new ByteArrayOutputStream();
    for (var string : strings.isEmpty() ? List.of("") : strings) {
      var octets = ((String) string).getBytes(StandardCharsets.UTF_8);
      wire.write(octets.length);
      wire.writeBytes(octets);
    }
    return Record.newRecord(owner, type, DClass.IN, 3600, wire.toByteArray());
  }

  private static InetAddress address(Object text) {
    return InetAddress.ofLiteral((String) text);
  }

  private static Name name(String text) {
    try {
      return text.isEmpty() ? Name.root : Name.fromString(text, Name.root);
    } catch (TextParseException e) {
      throw new AssertionError(e);
    }
  }
}
