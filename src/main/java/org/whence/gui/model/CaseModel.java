package org.whence.gui.model;

import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.whence.enrichment.Enrichment;
import org.whence.investigation.Comparison;
import org.whence.investigation.Input;
import org.whence.investigation.Investigation;

/// The case on the desk: what was put in, how far the run is, what was found, and what of it is
/// looked at. [Desk] changes it; views watch it.
public final class CaseModel {
  private final ChainModel chain = new ChainModel();
  private final QueriesModel queries = new QueriesModel();
  private final ListModel list = new ListModel();
  private final MessageModel message = new MessageModel();
  private final TrustModel trust = new TrustModel();
  private final CasesModel cases = new CasesModel();
  private final NotesModel notes = new NotesModel();
  private final SavedModel saved = new SavedModel();
  private final StringProperty text = new SimpleStringProperty(this, "text", "");
  private final ObservableList<InputLine> lines = FXCollections.observableArrayList();
  private final ObservableList<HopRow> hops = FXCollections.observableArrayList();
  private final ObservableList<FieldRow> fields = FXCollections.observableArrayList();
  private final ObjectProperty<Optional<HopRow>> hop = absent("hop");
  private final ObjectProperty<Optional<Input>> input = absent("input");
  private final ObjectProperty<Optional<RawText>> raw = absent("raw");
  private final ObjectProperty<Optional<Investigation>> investigation = absent("investigation");
  private final ObjectProperty<Optional<Comparison>> comparison = absent("comparison");
  private final ObjectProperty<Optional<ChainNode>> selected = absent("selected");
  private final ObjectProperty<Optional<Question>> question = absent("question");
  private final ObjectProperty<Phase> phase =
      new SimpleObjectProperty<>(this, "phase", Phase.EMPTY);
  private final ObjectProperty<Notice> notice =
      new SimpleObjectProperty<>(this, "notice", Notice.NONE);
  private final ObjectProperty<Tally> tally =
      new SimpleObjectProperty<>(this, "tally", Tally.NOTHING);
  private final ObjectProperty<Duration> elapsed =
      new SimpleObjectProperty<>(this, "elapsed", Duration.ZERO);
  private final ObjectProperty<ChainFilter> filter =
      new SimpleObjectProperty<>(this, "filter", ChainFilter.ALL);
  private final StringProperty answering = new SimpleStringProperty(this, "answering", "");
  private final BooleanProperty asking = new SimpleBooleanProperty(this, "asking", true);
  private final StringProperty resolver = new SimpleStringProperty(this, "resolver", "system");
  private final ObjectProperty<Scope> scope = new SimpleObjectProperty<>(this, "scope", Scope.ALL);
  private final ObjectProperty<Enrichment> enrichment =
      new SimpleObjectProperty<>(this, "enrichment", Enrichment.NONE);
  private final ObjectProperty<Pace> pace = new SimpleObjectProperty<>(this, "pace", Pace.USUAL);
  private final ObjectProperty<Security> security =
      new SimpleObjectProperty<>(this, "security", Security.USUAL);
  private final BooleanProperty privately = new SimpleBooleanProperty(this, "private");
  private final ObjectProperty<Optional<String>> recalled = absent("recalled");
  private final BooleanProperty defanged = new SimpleBooleanProperty(this, "defanged");
  private final ReadOnlyObjectWrapper<NodeWords> words;

  /// @param words the words for values as they are
  public CaseModel(NodeWords words) {
    this.words = new ReadOnlyObjectWrapper<>(this, "words", words);
    this.words.bind(defanged.map(words::defanged));
    notes.notesProperty().subscribe(now -> saved.wrote(now));
    investigation.subscribe(found -> {
      notes.tree(found.map(Investigation::tree));
      saved.found(found);
    });
    chain
        .revisionProperty()
        .subscribe(() -> {
          // The tree of one row says nothing of its list.
          if (!list.activeProperty().get()) {
            tally.set(Tally.of(chain.tops()));
          }
        });
  }

  private static <T> ObjectProperty<Optional<T>> absent(String name) {
    return new SimpleObjectProperty<>(null, name, Optional.empty());
  }

  /// The tree.
  public ChainModel chain() {
    return chain;
  }

  /// The questions to DNS.
  public QueriesModel queries() {
    return queries;
  }

  /// The mail, as it is looked at.
  public MessageModel message() {
    return message;
  }

  /// Whom the analyst believes.
  public TrustModel trust() {
    return trust;
  }

  /// The cases in the input, where it holds several.
  public CasesModel cases() {
    return cases;
  }

  /// What the analyst writes.
  public NotesModel notes() {
    return notes;
  }

  /// What of the case is in a file.
  public SavedModel saved() {
    return saved;
  }

  /// Whether the analyst can write something at a node: the tree of a row of a long list is in no
  /// case.
  public boolean canNote(ChainNode node) {
    return !list.activeProperty().get() && chain.at(node.path()).filter(node::equals).isPresent();
  }

  /// The rows of a long list.
  public ListModel list() {
    return list;
  }

  /// What the input pane holds, hidden characters and all.
  public StringProperty textProperty() {
    return text;
  }

  /// What was recognised in it and repaired.
  public ObservableList<InputLine> lines() {
    return lines;
  }

  /// The hops of the mail, oldest first.
  public ObservableList<HopRow> hops() {
    return hops;
  }

  /// The hop that is looked at.
  public ObjectProperty<Optional<HopRow>> hopProperty() {
    return hop;
  }

  /// The header fields of the mail, in their order.
  public ObservableList<FieldRow> fields() {
    return fields;
  }

  /// The input, once it was read.
  public ObjectProperty<Optional<Input>> inputProperty() {
    return input;
  }

  /// The mail in it as it is shown; absent where it is none.
  public ObjectProperty<Optional<RawText>> rawProperty() {
    return raw;
  }

  /// What was found, once the run has ended.
  public ObjectProperty<Optional<Investigation>> investigationProperty() {
    return investigation;
  }

  /// What changed since the run before, or since a recording, where that was asked for.
  public ObjectProperty<Optional<Comparison>> comparisonProperty() {
    return comparison;
  }

  /// The node that is looked at, in whichever pane it was chosen.
  public ObjectProperty<Optional<ChainNode>> selectedProperty() {
    return selected;
  }

  /// Where the case stands.
  public ObjectProperty<Phase> phaseProperty() {
    return phase;
  }

  /// The line at the top of the window.
  public ObjectProperty<Notice> noticeProperty() {
    return notice;
  }

  /// What the analyst is asked before something goes on.
  public ObjectProperty<Optional<Question>> questionProperty() {
    return question;
  }

  /// How many of the addresses or hops ended how.
  public ObjectProperty<Tally> tallyProperty() {
    return tally;
  }

  /// How long the run took so far.
  public ObjectProperty<Duration> elapsedProperty() {
    return elapsed;
  }

  /// Which nodes are shown.
  public ObjectProperty<ChainFilter> filterProperty() {
    return filter;
  }

  /// Who answers the run's questions, in a line; empty before a run.
  public StringProperty answeringProperty() {
    return answering;
  }

  /// Whether DNS may be asked.
  public BooleanProperty askingProperty() {
    return asking;
  }

  /// Whom else to ask about addresses and domains.
  public ObjectProperty<Enrichment> enrichmentProperty() {
    return enrichment;
  }

  /// Whom to ask: a profile or a URI.
  public StringProperty resolverProperty() {
    return resolver;
  }

  /// What servers and their answers have to show.
  public ObjectProperty<Security> securityProperty() {
    return security;
  }

  /// How long servers are waited for, and how hard they are pressed.
  public ObjectProperty<Pace> paceProperty() {
    return pace;
  }

  /// What of the case is left alone.
  public ObjectProperty<Scope> scopeProperty() {
    return scope;
  }

  /// Whether this is a private session: nothing of a case is written down unasked, neither into the
  /// history nor for recovery.
  public BooleanProperty privateProperty() {
    return privately;
  }

  /// What is wanted to be looked up in the history, until that shows it.
  public ObjectProperty<Optional<String>> recalledProperty() {
    return recalled;
  }

  /// Whether values are shown defanged. What is stored is always the real value.
  public BooleanProperty defangedProperty() {
    return defanged;
  }

  /// The words to show values with now.
  public ReadOnlyObjectProperty<NodeWords> wordsProperty() {
    return words.getReadOnlyProperty();
  }

  /// The words to show values with now.
  public NodeWords words() {
    return words.get();
  }
}
