package org.whence.gui.model;

import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.whence.chain.Finding;
import org.whence.chain.Reason;
import org.whence.chain.Value;
import org.whence.fetch.Prospect;
import org.whence.investigation.Document;
import org.whence.investigation.Investigation;
import org.whence.posture.PostureReason;

/// The one fetch: a document that a domain's posture names is looked up, what fetching it reveals
/// is shown, and only then, if the analyst wants it, that very one is fetched. Whatever becomes of
/// it is a branch at the end of the tree.
public final class Fetches {
  private static final Set<Reason> NAMED =
      Set.of(PostureReason.STS_POLICY, PostureReason.BIMI_LOGO);

  private final CaseModel model;
  private final Desk desk;
  private final Places places;
  private final Growth growth;
  private final Notices notices;
  private final Tasks.Lane lane;
  private final ReadOnlyObjectWrapper<Optional<Offer>> offer =
      new ReadOnlyObjectWrapper<>(this, "offer", Optional.empty());

  /// A document that can be fetched now.
  ///
  /// @param uri as it was published: hostile
  public record Offer(
      String uri, Prospect prospect, Document document, Optional<Investigation> before) {}

  /// @param desk whose last run tells whom to ask
  /// @param places knows how to fetch
  public Fetches(CaseModel model, Desk desk, Places places, Tasks tasks) {
    this.model = model;
    this.desk = desk;
    this.places = places;
    this.growth = new Growth(model);
    this.notices = new Notices(model);
    this.lane = tasks.lane();
  }

  /// The document that a node of a posture names, where it can be fetched: an investigation is
  /// there, and its answers come from a network.
  public Optional<String> uri(ChainNode node) {
    return model.phaseProperty().get() != Phase.RUNNING
            && model.investigationProperty().get().isPresent()
            && desk.answering().sends()
        ? node.state().findings().stream().flatMap(each -> named(each).stream()).findFirst()
        : Optional.empty();
  }

  private static Optional<String> named(Finding finding) {
    return NAMED.contains(finding.reason())
            && finding.values().getFirst() instanceof Value.Text(var uri)
        ? Optional.of(uri)
        : Optional.empty();
  }

  /// What is offered; absent while nothing is.
  public ReadOnlyObjectProperty<Optional<Offer>> offerProperty() {
    return offer.getReadOnlyProperty();
  }

  /// Looks the host up, and offers the document; one that is refused is told.
  public void look(ChainNode node) {
    var uri = uri(node);
    if (uri.isEmpty()) {
      notices.tell(true, "fetch.none");
      return;
    }
    leave();
    notices.tell(false, "fetch.looking", notices.visible(uri.get()));
    var before = model.investigationProperty().get();
    lane.start(
        () -> desk.runs().document(uri.get(), places.fetching()),
        found -> found.ifPresent(document -> offered(uri.get(), document, before)),
        notices::failed);
  }

  private void offered(String uri, Document document, Optional<Investigation> before) {
    model.noticeProperty().set(Notice.NONE);
    document
        .prospect()
        .ifPresentOrElse(
            prospect -> offer.set(Optional.of(new Offer(uri, prospect, document, before))),
            () -> done(document.leave(), before));
  }

  /// Fetches what is offered.
  public void fetch() {
    var wanted = offer.get();
    offer.set(Optional.empty());
    if (wanted.filter(offered -> growth.isThere(offered.before())).isPresent()) {
      var offered = wanted.get();
      notices.tell(false, "fetch.fetching", notices.visible(offered.prospect().host()));
      lane.start(
          () -> offered.document().fetch(),
          ended -> done(ended, offered.before()),
          notices::failed);
    }
  }

  /// Leaves what is offered, if anything is; that its host was looked up stays in the tree.
  public void leave() {
    var left = offer.get();
    offer.set(Optional.empty());
    left.ifPresent(offered -> grow(offered.document().leave(), offered.before()));
  }

  /// Ends a fetch that goes on; the tree says that it was stopped.
  public void stop() {
    lane.interrupt();
  }

  private boolean grow(Document.Ended ended, Optional<Investigation> before) {
    return growth.grow(
        ended.step(), before, (now, step) -> now.withDocument(ended.document(), step));
  }

  private void done(Document.Ended ended, Optional<Investigation> before) {
    if (grow(ended, before)) {
      var words = model.words().wording();
      ended
          .step()
          .outcome()
          .ifPresent(end ->
              notices.tell(
                  end.verdict().failed(), "fetch.done", words.reason(end.reason(), end.values())));
    }
  }
}
