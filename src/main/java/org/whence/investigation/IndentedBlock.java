package org.whence.investigation;

import java.util.Optional;

/// Lines of a text that are all indented, behind an empty one, with a header in them: somebody
/// quoted it as code.
///
/// @param first the first line
/// @param indent how many blanks every line of the header has
record IndentedBlock(Lines.Line first, int indent) {
  /// The first one with a Received field.
  static Optional<IndentedBlock> find(String text) {
    var block = Optional.<IndentedBlock>empty();
    var behindEmpty = true;
    for (var line : new Lines(text)) {
      if (line.isBlank()) {
        behindEmpty = true;
        block = Optional.empty();
        continue;
      }
      var indent = Quoting.indent(line);
      if (behindEmpty && indent > 0) {
        block = Optional.of(new IndentedBlock(line, indent));
      }
      behindEmpty = false;
      block = block.filter(begun -> indent >= begun.indent);
      if (block.isPresent() && block.get().isReceived(line)) {
        return block;
      }
    }
    return Optional.empty();
  }

  private boolean isReceived(Lines.Line line) {
    var field = line.from(line.start() + indent);
    return FieldNames.of(field).filter(name -> FieldNames.isReceived(name, field)).isPresent();
  }
}
