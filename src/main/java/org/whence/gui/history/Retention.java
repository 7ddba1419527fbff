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
record Retention(OptionalInt days) {
  private static final List<Integer> DAYS = List.of(30, 90, 365, 1095);

  /// What is offered: the usual ones, and what is set now.
  static List<Retention> offered(OptionalInt now) {
    var days = new TreeSet<>(DAYS);
    now.ifPresent(days::add);
    var offered = new ArrayList<Retention>();
    offered.add(new Retention(OptionalInt.empty()));
    days.forEach(each -> offered.add(new Retention(OptionalInt.of(each))));
    return offered;
  }

  /// Puts it into words.
  static final class Words extends StringConverter<@Nullable Retention> {
    private final CaseModel model;

    Words(CaseModel model) {
      this.model = model;
    }

    @Override
    public String toString(@Nullable Retention kept) {
      var texts = model.words().texts();
      return kept == null || kept.days().isEmpty()
          ? texts.text("history.forever")
          : texts.text("history.days", kept.days().getAsInt());
    }

    @Override
    public @Nullable Retention fromString(String text) {
      return null;
    }
  }
}
