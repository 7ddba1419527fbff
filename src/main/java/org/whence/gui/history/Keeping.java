package org.whence.gui.history;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.whence.gui.model.CaseModel;

/// How long cases are kept.
///
/// @param days empty for always
record Keeping(OptionalInt days) {
  private static final List<Integer> DAYS = List.of(30, 90, 365, 1095);

  /// What is offered: the usual ones, and what is set now.
  static List<Keeping> offered(OptionalInt now) {
    var days = new TreeSet<>(DAYS);
    now.ifPresent(days::add);
    var offered = new ArrayList<Keeping>();
    offered.add(new Keeping(OptionalInt.empty()));
    days.forEach(each -> offered.add(new Keeping(OptionalInt.of(each))));
    return offered;
  }

  /// Puts it into words.
  static final class Words extends StringConverter<@Nullable Keeping> {
    private final CaseModel model;

    Words(CaseModel model) {
      this.model = model;
    }

    @Override
    public String toString(@Nullable Keeping keeping) {
      var texts = model.words().texts();
      return keeping == null || keeping.days().isEmpty()
          ? texts.text("history.forever")
          : texts.text("history.days", keeping.days().getAsInt());
    }

    @Override
    public @Nullable Keeping fromString(String text) {
      return null;
    }
  }
}
