package org.whence.gui.history;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.whence.gui.model.NodeWords;
import org.whence.history.Entry;
import org.whence.history.Trait;

/// Puts into words what the history knows of a case. What came from a mail is made safe to show.
record EntryWords(NodeWords words) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  static String time(Entry entry) {
    return TIME.format(entry.started());
  }

  String input(Entry entry) {
    return running(entry.name());
  }

  String subject(Entry entry) {
    return entry.subject().map(this::running).orElse("");
  }

  /// `dmarc=fail spf=softfail`.
  static String verdicts(Entry entry) {
    return new TreeMap<>(entry.verdicts())
        .entrySet().stream()
            .map(each -> each.getKey() + "=" + each.getValue())
            .collect(Collectors.joining(" "));
  }

  String spoken(Entry entry) {
    return Stream.of(time(entry), input(entry), subject(entry), verdicts(entry))
        .filter(part -> !part.isBlank())
        .collect(Collectors.joining(", "));
  }

  /// Such as `DKIM domain hosting.example`.
  String trait(Trait trait) {
    return words.wording().topic(trait.kind(), List.of(trait.shown()));
  }

  String text(String key, Object... values) {
    return words.texts().text(key, values);
  }

  String running(String hostile) {
    return words.wording().running(hostile);
  }
}
