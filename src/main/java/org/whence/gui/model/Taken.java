package org.whence.gui.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.whence.investigation.Input;
import org.whence.investigation.Recognised;

/// An input that was read, made showable.
record Taken(Input input, Optional<RawText> raw, List<HopRow> hops, List<FieldRow> fields) {
  private static final Pattern BARE_CR = Pattern.compile("\\r(?!\\r?\\n)");

  /// @param now the clock to judge by
  static Taken of(Input input, Instant now) {
    if (input.recognised() instanceof Recognised.Mail(var message, _)) {
      var octets = new byte[message.end()];
      message.slice(0, message.end()).get(octets);
      return new Taken(
          input, Optional.of(RawText.of(octets)), HopRow.of(message, now), FieldRow.of(message));
    }
    return new Taken(input, Optional.empty(), List.of(), List.of());
  }

  /// What the input pane shows: as much as a text area lays out quickly.
  String shown() {
    var text = input.text();
    var shown = text.length() <= RawText.MAX_SHOWN ? text : text.substring(0, RawText.MAX_SHOWN);
    // A text area drops a CR, and would make one line of two.
    return BARE_CR.matcher(shown).replaceAll("\n");
  }
}
