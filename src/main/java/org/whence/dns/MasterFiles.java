package org.whence.dns;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/// Answers from master files (RFC 1035, 5) and from nothing else.
///
/// All files together are one tree of names, without zone cuts: aliases are followed through all of
/// them, wildcards stand for what does not exist (RFC 4592), a name that only has names below it
/// exists without data, and whatever is in no file does not exist.
final class MasterFiles implements Resolver {
  private record Zone(String file, List<Record> records) {}

  /// By name; a record that a file repeats is one record (RFC 2181, 5).
  private final Map<Name, Set<Record>> nodes = new HashMap<>();

  /// The server that answers for a name: `zone:FILE`.
  private final Map<Name, String> fileOf = new HashMap<>();

  private final String first;
  private final InstantSource clock;

  private MasterFiles(List<Zone> zones, InstantSource clock) {
    this.clock = clock;
    this.first = "zone:" + zones.getFirst().file();
    zones.forEach(this::add);
  }

  /// Reads files whole.
  ///
  /// @param files at least one
  /// @throws IOException if one cannot be read, or is no master file: one line with file, line and
  ///   cause
  static MasterFiles read(List<Path> files, InstantSource clock) throws IOException {
    var zones = new ArrayList<Zone>();
    for (var file : files) {
      zones.add(new Zone(OneLine.of(fileName(file)), MasterFileReader.read(file)));
    }
    return new MasterFiles(zones, clock);
  }

  static String fileName(Path file) {
    return Optional.ofNullable(file.getFileName()).orElse(file).toString();
  }

  private void add(Zone zone) {
    for (var record : zone.records()) {
      if (record.getDClass() == DClass.IN) {
        var name = record.getName();
        nodes.computeIfAbsent(name, _ -> new LinkedHashSet<>()).add(record);
        fileOf.putIfAbsent(name, "zone:" + zone.file());
        addNodesAbove(name, zone);
      }
    }
  }

  /// RFC 4592, 2.2.2: empty non-terminals are names that exist.
  private void addNodesAbove(Name name, Zone zone) {
    for (var labels = 1; labels < name.labels(); labels++) {
      var above = new Name(name, labels);
      if (nodes.putIfAbsent(above, new LinkedHashSet<>()) != null) {
        return;
      }
      if (!above.equals(Name.root)) {
        fileOf.put(above, "zone:" + zone.file());
      }
    }
  }

  @Override
  public Exchange resolve(Question question) {
    var aliases = new ArrayList<CNAMERecord>();
    var at = question.name();
    while (true) {
      var node = node(at);
      if (node.isEmpty()) {
        return exchange(question, new Answer.NoSuchDomain(aliases));
      }
      var found = ofType(node.get(), question.type());
      if (!found.isEmpty()) {
        return exchange(question, new Answer.Records(aliases, found));
      }
      var alias = alias(node.get());
      if (alias.isEmpty() || closesCircle(aliases, alias.get())) {
        alias.ifPresent(aliases::add);
        return exchange(question, new Answer.NoData(aliases));
      }
      if (aliases.size() == AnswerReader.MOST_ALIASES) {
        return exchange(question, new Answer.Aliases(aliases));
      }
      aliases.add(alias.get());
      at = alias.get().getTarget();
    }
  }

  /// What stands at a name, in the order of the files, with the name's own spelling where a
  /// wildcard stands for it; empty where the name does not exist.
  private Optional<Collection<Record>> node(Name name) {
    var exact = nodes.get(name);
    if (exact != null) {
      return Optional.of(exact);
    }
    // RFC 4592, 3.3.1: the wildcard right below the closest name that exists, and no other.
    for (var labels = 1; labels < name.labels(); labels++) {
      if (nodes.containsKey(new Name(name, labels))) {
        return Optional.ofNullable(nodes.get(name.wild(labels)))
            .map(wild -> wild.stream().map(record -> record.withName(name)).toList());
      }
    }
    return Optional.empty();
  }

  private static List<Record> ofType(Collection<Record> node, int type) {
    return node.stream().filter(r -> r.getType() == type || type == Type.ANY).toList();
  }

  private static Optional<CNAMERecord> alias(Collection<Record> node) {
    return node.stream()
        .filter(CNAMERecord.class::isInstance)
        .map(CNAMERecord.class::cast)
        .findFirst();
  }

  private static boolean closesCircle(List<CNAMERecord> aliases, CNAMERecord next) {
    return next.getTarget().equals(next.getName())
        || aliases.stream().anyMatch(alias -> alias.getName().equals(next.getTarget()));
  }

  private Exchange exchange(Question question, Answer answer) {
    return Exchange.local(question, answer, file(question.name()), clock.instant());
  }

  /// The file that holds the name, or the closest name above it.
  private String file(Name name) {
    for (var labels = 0; labels < name.labels(); labels++) {
      var file = fileOf.get(new Name(name, labels));
      if (file != null) {
        return file;
      }
    }
    return first;
  }
}
