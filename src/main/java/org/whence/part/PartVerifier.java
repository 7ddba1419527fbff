package org.whence.part;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.whence.chain.Branch;
import org.whence.chain.Finding;
import org.whence.chain.Step;
import org.whence.chain.Value;
import org.whence.mail.Defect;
import org.whence.mail.mime.Entity;

/// Looks at the parts of one message. Asks nothing; used for one message.
public final class PartVerifier {
  /// Of how many parts something is told.
  static final int MAX_PARTS = 50;

  private final List<Noticed> noticed = new ArrayList<>();
  private final PartNotes notes = new PartNotes();
  private int parts;

  private PartVerifier() {}

  /// A part of which something is to be told.
  ///
  /// @param number which part of the message it is
  private record Noticed(int number, List<Value> about, List<Finding> findings) {
    boolean isLimit() {
      return findings.stream()
          .anyMatch(finding -> finding.reason() instanceof Defect.Kind kind && kind.isLimit());
    }
  }

  /// Looks at everything, below a step of its own that is opened and closed here.
  ///
  /// @param root the message
  public static Step check(Entity root, Branch parent) {
    return new PartVerifier().tell(root, parent);
  }

  private Step tell(Entity root, Branch parent) {
    look(root, true);
    var counts = Stream.of(parts, noticed.size()).filter(count -> count > 0).map(Value::of);
    var branch = parent.open(PartTopic.PARTS, counts.toArray(Value[]::new));
    for (var each : told()) {
      var part = branch.open(PartTopic.PART, array(each.about()));
      each.findings().forEach(finding -> part.note(finding.reason(), array(finding.values())));
      part.close();
    }
    if (noticed.size() > MAX_PARTS) {
      branch.note(PartReason.MORE_PARTS, Value.of(noticed.size() - MAX_PARTS));
    }
    return branch.close();
  }

  /// Those of which something is told, in the order of the message. Where they are too many, a part
  /// of which something was not read goes before one that is odd: its sender made the others.
  private List<Noticed> told() {
    var order = Comparator.comparingInt(Noticed::number);
    return noticed.stream()
        .sorted(Comparator.comparing((Noticed each) -> !each.isLimit()).thenComparing(order))
        .limit(MAX_PARTS)
        .sorted(order)
        .toList();
  }

  /// @param placed whether its octets are those of the source
  private void look(Entity part, boolean placed) {
    parts++;
    var findings = notes.of(part, placed);
    if (!findings.isEmpty()) {
      noticed.add(new Noticed(parts, about(part, placed), findings));
    }
    part.parts().forEach(inner -> look(inner, placed && !part.isEncodedMessage()));
  }

  private static Value[] array(List<Value> values) {
    return values.toArray(Value[]::new);
  }

  private static List<Value> about(Entity part, boolean placed) {
    var values = new ArrayList<Value>();
    values.add(Value.of(part.path()));
    values.add(Value.of(part.type().name()));
    values.add(Value.of(part.fileName().orElse("")));
    place(part).filter(_ -> placed).ifPresent(values::add);
    return values;
  }

  private static Optional<Value> place(Entity part) {
    return part.fields().stream()
        .findFirst()
        .map(field -> new Value.Place(field.line(), part.range().start(), part.range().end()));
  }
}
