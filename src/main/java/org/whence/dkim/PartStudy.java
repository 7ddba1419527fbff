package org.whence.dkim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.whence.mail.Message;
import org.whence.mail.mime.Entity;
import org.whence.mail.mime.MimeReader;

/// What is done to the MIME structure of a body: wrapped with a footer beside it, a part put in, a
/// footer or a banner put into a part, another transfer encoding.
final class PartStudy {
  private static final int PARTS = 20;
  private static final int TEXT_PARTS = 4;
  private static final int LINES = 40;

  private final byte[] body;
  private final int bodyStart;
  private final BodyTrial trial;
  private final Entity root;

  PartStudy(Message message, byte[] body, BodyTrial trial) {
    this.body = body;
    this.bodyStart = message.bodyStart();
    this.trial = trial;
    this.root = MimeReader.read(message);
  }

  Optional<Change> change() {
    return decoded().or(this::wrapped).or(() -> added(root)).or(this::inText);
  }

  private Optional<Change> decoded() {
    var isEncoded =
        root.kind() == Entity.Kind.BODY
            && List.of("quoted-printable", "base64").contains(root.transferEncoding());
    if (!isEncoded) {
      return Optional.empty();
    }
    var content = root.content();
    return trial.fits(content)
        ? Optional.of(
            new Change(
                DkimReason.TRANSFER_ENCODED,
                "body",
                BodyStudy.text(content, 0, content.length),
                BodyStudy.text(body, 0, body.length)))
        : Optional.empty();
  }

  /// The body was one part, and became the first of several.
  private Optional<Change> wrapped() {
    for (var part : root.parts().stream().limit(PARTS).toList()) {
      if (isHere(part) && trial.fits(body, start(part.body()), end(part.body()))) {
        return Optional.of(
            new Change(
                DkimReason.WRAPPED,
                part.path(),
                BodyStudy.text(body, start(part.body()), end(part.body())),
                others(part)));
      }
    }
    return Optional.empty();
  }

  private String others(Entity kept) {
    var text = new StringBuilder();
    root.parts().stream()
        .filter(part -> part != kept && isHere(part))
        .limit(PARTS)
        .forEach(part -> text.append(BodyStudy.text(body, start(part.range()), end(part.range()))));
    return text.toString();
  }

  /// A part was put into a multipart.
  private Optional<Change> added(Entity entity) {
    if (entity.kind() != Entity.Kind.MULTIPART) {
      return Optional.empty();
    }
    var parts = entity.parts().stream().filter(this::isHere).limit(PARTS).toList();
    for (var i = 0; parts.size() > 1 && i < parts.size(); i++) {
      var range = parts.get(i).range();
      // With the delimiter that goes with it: the one before, or for the first the one behind.
      var from = i == 0 ? start(range) : end(parts.get(i - 1).range());
      var to = i == 0 ? start(parts.get(1).range()) : end(range);
      if (trial.fitsWithout(body, from, to)) {
        return Optional.of(
            new Change(
                DkimReason.PART_ADDED,
                parts.get(i).path(),
                "",
                BodyStudy.text(body, start(range), end(range))));
      }
    }
    return parts.stream().flatMap(part -> added(part).stream()).findFirst();
  }

  /// Lines were put at the end or at the beginning of a text.
  private Optional<Change> inText() {
    return texts(root)
        .filter(this::isHere)
        .limit(TEXT_PARTS)
        .flatMap(part -> Stream.concat(footer(part).stream(), banner(part).stream()))
        .findFirst();
  }

  private static Stream<Entity> texts(Entity entity) {
    return switch (entity.kind()) {
      case MULTIPART -> entity.parts().stream().flatMap(PartStudy::texts);
      case BODY -> entity.type().name().startsWith("text/") ? Stream.of(entity) : Stream.of();
      case MESSAGE -> Stream.of();
    };
  }

  private Optional<Change> footer(Entity part) {
    var end = end(part.body());
    var starts = lineStarts(start(part.body()), end);
    for (var i = starts.size() - 1; i >= Math.max(0, starts.size() - LINES); i--) {
      // What ends the text before the delimiter may have come with the footer, or not.
      var from = starts.get(i);
      for (var cut : List.of(from, beforeLineEnd(from))) {
        if (trial.fitsWithout(body, cut, end)) {
          return Optional.of(
              new Change(DkimReason.FOOTER_ADDED, part.path(), "", BodyStudy.text(body, cut, end)));
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Change> banner(Entity part) {
    var from = start(part.body());
    var starts = lineStarts(from, end(part.body()));
    for (var i = 1; i < Math.min(starts.size(), LINES); i++) {
      if (trial.fitsWithout(body, from, starts.get(i))) {
        return Optional.of(
            new Change(
                DkimReason.BANNER_ADDED,
                part.path(),
                "",
                BodyStudy.text(body, from, starts.get(i))));
      }
    }
    return Optional.empty();
  }

  private List<Integer> lineStarts(int from, int to) {
    var starts = new ArrayList<Integer>();
    for (var at = from; at < to; at = BodyStudy.endOfLine(body, at)) {
      starts.add(at);
    }
    return starts;
  }

  private int beforeLineEnd(int at) {
    var before = at > 0 && body[at - 1] == '\n' ? at - 1 : at;
    return before > 0 && before < at && body[before - 1] == '\r' ? before - 1 : before;
  }

  /// Whether it stands in this source: what is in an encoded message does not.
  private boolean isHere(Entity part) {
    return start(part.range()) >= 0 && end(part.range()) <= body.length;
  }

  private int start(Entity.Range range) {
    return range.start() - bodyStart;
  }

  private int end(Entity.Range range) {
    return range.end() - bodyStart;
  }
}
