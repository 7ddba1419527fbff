package org.whence.gui.model;

import java.util.Optional;
import java.util.function.Consumer;
import org.whence.investigation.Input;
import org.whence.investigation.Recognised;
import org.whence.mail.mime.BodyText;
import org.whence.mail.mime.Entity;
import org.whence.mail.mime.Links;

/// Takes the mail of the case apart as soon as it was read, and reads the words of the part that is
/// chosen, both in the background.
public final class PartReader {
  private final CaseModel model;
  private final Tasks.Lane taking;
  private final Tasks.Lane reading;

  /// @param model is watched, and told
  public PartReader(CaseModel model, Tasks tasks) {
    this.model = model;
    this.taking = tasks.lane();
    this.reading = tasks.lane();
  }

  /// Begins to watch the case.
  public void start() {
    model.inputProperty().subscribe((Consumer<Optional<Input>>) this::take);
    model.message().partProperty().subscribe((Consumer<Optional<PartRow>>) this::read);
  }

  private void take(Optional<Input> input) {
    taking.cancel();
    var message = model.message();
    message.clear();
    if (input.isEmpty() || !(input.get().recognised() instanceof Recognised.Mail)) {
      return;
    }
    var wording = model.words().wording();
    taking.start(
        () -> Anatomy.of(input.get(), wording),
        anatomy -> {
          message.anatomyProperty().set(anatomy);
          message.partProperty().set(anatomy.map(Anatomy::root));
          anatomy.stream()
              .flatMap(found -> found.noticed().stream())
              .forEach(line -> model.lines().add(new InputLine(InputLine.Kind.PROBLEM, line)));
        },
        _ -> {});
  }

  private void read(Optional<PartRow> part) {
    reading.cancel();
    if (part.isEmpty()) {
      model.message().textProperty().set(PartText.NONE);
      return;
    }
    reading.start(() -> text(part.get().entity()), model.message().textProperty()::set, _ -> {});
  }

  /// The words of a part; of one that has parts, those of the first that has any.
  static PartText text(Entity entity) {
    return entity
        .all()
        .flatMap(part -> BodyText.of(part).map(body -> text(part, body)).stream())
        .filter(text -> !text.text().isBlank())
        .findFirst()
        .orElse(PartText.NONE);
  }

  private static PartText text(Entity part, BodyText body) {
    var raw = RawText.of(Links.words(part, body));
    var kind =
        body.cut() || raw.hidden() > 0
            ? PartText.Kind.CUT
            : body.replaced() ? PartText.Kind.REPLACED : PartText.Kind.WHOLE;
    return new PartText(raw.text(), kind);
  }
}
