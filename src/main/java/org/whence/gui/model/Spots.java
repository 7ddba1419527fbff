package org.whence.gui.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.whence.arc.ArcInstance;
import org.whence.arc.ArcTopic;
import org.whence.chain.Finding;
import org.whence.chain.Value;
import org.whence.dkim.DkimTopic;
import org.whence.dkim.Signature;
import org.whence.investigation.Input;
import org.whence.investigation.InvestigationTopic;
import org.whence.investigation.MailResult;
import org.whence.mail.HeaderField;
import org.whence.mail.Hop;
import org.whence.mail.Message;

/// Holds the tree and the octets of the mail together: marks what the selected step was read from,
/// and selects the step that was read from what is pointed at.
public final class Spots {
  private final CaseModel model;

  /// Something that was read from octets.
  private record Spot(Value.Place place, ChainNode node) {
    int length() {
      return place.end() - place.start();
    }
  }

  /// @param model is watched, and told
  public Spots(CaseModel model) {
    this.model = model;
    model
        .selectedProperty()
        .subscribe(selected -> selected.flatMap(this::of).ifPresent(this::mark));
    model.hopProperty().subscribe(hop -> hop.map(row -> of(row.field())).ifPresent(this::mark));
  }

  private void mark(Value.Place place) {
    model.message().markProperty().set(Optional.of(place));
  }

  /// The place of a field.
  public static Value.Place of(HeaderField field) {
    return new Value.Place(field.line(), field.start(), field.end());
  }

  /// What a step was read from: it, or the nearest step above that was read from anything.
  Optional<Value.Place> of(ChainNode node) {
    return Stream.iterate(
            Optional.of(node), Optional::isPresent, at -> at.flatMap(ChainNode::parent))
        .flatMap(at -> own(at.orElseThrow()).stream())
        .findFirst();
  }

  /// A field is pointed at: it is marked, and the step that was read from it selected.
  public void point(HeaderField field) {
    point(of(field));
  }

  /// An octet of the message is pointed at: the field that it is in, whichever part has that.
  ///
  /// @return whether it is in one
  public boolean point(int octet) {
    var parts =
        model.message().anatomyProperty().get().stream()
            .flatMap(anatomy -> anatomy.root().all())
            .toList();
    for (var part : parts) {
      var field = hit(part.fields().stream().map(FieldRow::field), octet);
      if (field.isPresent()) {
        model.message().partProperty().set(Optional.of(part));
        point(field.get());
        return true;
      }
    }
    // Parts that are not shown, or not known yet.
    var field = hit(message().stream().flatMap(message -> message.fields().stream()), octet);
    field.ifPresent(this::point);
    return field.isPresent();
  }

  private static Optional<HeaderField> hit(Stream<HeaderField> fields, int octet) {
    return fields.filter(field -> field.start() <= octet && octet < field.end()).findFirst();
  }

  private void point(Value.Place place) {
    var selected = model.selectedProperty().get().flatMap(this::of);
    if (selected.filter(other -> within(other, place)).isEmpty()) {
      at(place).ifPresent(node -> model.selectedProperty().set(Optional.of(node)));
    }
    mark(place);
  }

  private static boolean within(Value.Place inner, Value.Place outer) {
    return outer.start() <= inner.start() && inner.end() <= outer.end();
  }

  /// The step that was read from a field: the one that is about all of it, or else the one with the
  /// most of it.
  private Optional<ChainNode> at(Value.Place place) {
    return model.chain().tops().stream()
        .flatMap(ChainNode::all)
        .flatMap(node -> spots(node).stream())
        .filter(spot -> within(spot.place(), place))
        .max(Comparator.comparingInt(Spot::length))
        .map(Spot::node);
  }

  private List<Spot> spots(ChainNode node) {
    var spots = new ArrayList<Spot>();
    own(node).ifPresent(place -> spots.add(new Spot(place, node)));
    node.state()
        .findings()
        .forEach(finding -> of(finding).ifPresent(place -> spots.add(new Spot(place, node))));
    return spots;
  }

  /// Where what was noticed stands.
  public static Optional<Value.Place> of(Finding finding) {
    return place(finding.values());
  }

  private static Optional<Value.Place> place(List<Value> values) {
    return values.stream()
        .filter(Value.Place.class::isInstance)
        .map(Value.Place.class::cast)
        .findFirst();
  }

  private Optional<Value.Place> own(ChainNode node) {
    return place(node.values()).or(() -> field(node).map(Spots::of));
  }

  private Optional<HeaderField> field(ChainNode node) {
    return switch (node.topic()) {
      case InvestigationTopic.HOP -> hop(node).map(HopRow::field);
      case InvestigationTopic.LOCAL_STEP -> localStep(node).map(Hop::field);
      case DkimTopic.SIGNATURE ->
          message().map(message -> message.all("DKIM-Signature")).flatMap(all -> nth(all, node));
      case ArcTopic.SET, ArcTopic.SEAL ->
          set(node).flatMap(ArcInstance::seal).map(Signature::field);
      case ArcTopic.MESSAGE_SIGNATURE ->
          set(node).flatMap(ArcInstance::messageSignature).map(Signature::field);
      default -> Optional.empty();
    };
  }

  private Optional<HopRow> hop(ChainNode node) {
    return model.hops().stream()
        .filter(row -> row.node(model.chain()).filter(node::equals).isPresent())
        .findFirst();
  }

  /// Steps within a host have no number: they are told by their order.
  private Optional<Hop> localStep(ChainNode node) {
    var before =
        model.chain().tops().stream()
            .filter(top -> top.topic() == InvestigationTopic.LOCAL_STEP)
            .toList()
            .indexOf(node);
    return model.hops().stream()
        .map(HopRow::hop)
        .filter(hop -> !hop.relay())
        .skip(Math.max(0, before))
        .findFirst();
  }

  private static Optional<HeaderField> nth(List<HeaderField> fields, ChainNode node) {
    return node.values().getFirst() instanceof Value.Count(var number) && number <= fields.size()
        ? Optional.of(fields.get((int) number - 1))
        : Optional.empty();
  }

  private Optional<ArcInstance> set(ChainNode node) {
    return model
        .investigationProperty()
        .get()
        .flatMap(found -> found.mail().flatMap(MailResult::arc))
        .flatMap(arc ->
            arc.instances().stream()
                .filter(
                    set -> node.values().getFirst() instanceof Value.Count(var i) && i == set.i())
                .findFirst());
  }

  private Optional<Message> message() {
    return model.inputProperty().get().flatMap(Input::message);
  }
}
