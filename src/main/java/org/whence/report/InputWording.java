package org.whence.report;

import com.google.common.collect.EnumMultiset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.whence.investigation.Holder;
import org.whence.investigation.Input;
import org.whence.investigation.Opened;
import org.whence.investigation.Problem;
import org.whence.investigation.Recognised;
import org.whence.investigation.Repair;
import org.whence.investigation.Source;
import org.whence.ip.AddressLiteral;
import org.whence.mail.Defect;
import org.whence.mail.Message;
import org.whence.mail.container.Omission;

/// Puts into words what was given: what it was taken for, what was put right, what was not
/// understood. As safe as [Wording], on which it rests.
public final class InputWording {
  /// How many defects of one kind are told: thousands would push everything else out of sight.
  private static final int MOST_OF_A_KIND = 10;

  /// How much of a piece that was not understood is repeated.
  private static final int QUOTED = 80;

  private final Wording wording;

  public InputWording(Wording wording) {
    this.wording = wording;
  }

  /// Where the input came from: the file's name, `pasted text`.
  public String source(Source source) {
    return switch (source.kind()) {
      // A file's name is no name of DNS: it is told as it is.
      case FILE -> Visible.text(source.name());
      case ARGUMENT -> quoted(source.name());
      case MEMBER -> Visible.text(source.name());
      case MESSAGE -> wording.words("input.source.message", Visible.text(source.name()));
      case PART -> wording.words("input.source.part", Visible.text(source.name()));
      case PASTED -> wording.text("input.source.pasted");
      case STDIN -> wording.text("input.source.stdin");
    };
  }

  /// The input by its name and size: `report.eml, 3,584 octets`.
  public String given(Input input) {
    return source(input.source()) + ", " + octets(input.size());
  }

  /// What it was taken for: `a mail, 6 Received fields, 2 Authentication-Results fields`.
  public String recognised(Input input) {
    return switch (input.recognised()) {
      case Recognised.Addresses(var entries) -> count("input.addresses", entries.size());
      case Recognised.Mail(var message, var headersOnly) -> mail(message, headersOnly);
      case Recognised.Domain(var name) -> wording.words("input.domain", wording.name(name));
      case Recognised.Nothing nothing -> wording.words("input.nothing", why(nothing));
    };
  }

  private String mail(Message message, boolean headersOnly) {
    var parts = new ArrayList<String>();
    parts.add(wording.text(headersOnly ? "input.header" : "input.mail"));
    var hops = message.all("Received").size();
    if (hops > 0) {
      parts.add(count("input.hops", hops));
    }
    var claims = message.all("Authentication-Results").size();
    if (claims > 0) {
      parts.add(count("input.claims", claims));
    }
    return String.join(", ", parts);
  }

  private String count(String key, int count) {
    return wording.words(key, Integer.toString(count));
  }

  /// The containers that it was found in, a line each, the innermost first.
  public List<String> foundIn(Input input) {
    return input.foundIn().reversed().stream().map(this::holder).toList();
  }

  private String holder(Holder holder) {
    return wording.words(
        "input.found-in",
        source(holder.source()),
        wording.text(holder.kind().key()),
        holder.sha256().orElse(""));
  }

  /// A container with how many it holds: `report.mbox, a mailbox, 3 in it`.
  public String container(Holder container, int members) {
    return wording.words(
        "input.container",
        source(container.source()),
        wording.text(container.kind().key()),
        Integer.toString(members));
  }

  /// What of a container was not read, in one line that begins with the container.
  public String omission(Holder container, Omission omission) {
    return wording.words(
        "omission",
        source(container.source()),
        Visible.text(omission.name()),
        wording.text(omission.kind().key()));
  }

  /// That a container has nothing that can be investigated, in one line.
  public String nothingIn(Holder container) {
    return source(container.source()) + ": " + wording.text("nothing.container");
  }

  /// Why something that was opened has no mail, in one line that begins with it; none where that is
  /// not known.
  public Optional<String> noMailIn(Opened opened) {
    return switch (opened) {
      case Opened.Case(var input) ->
          input.recognised() instanceof Recognised.Nothing nothing
              ? Optional.of(nothing(input, nothing))
              : Optional.empty();
      case Opened.CaseFile _ -> Optional.empty();
      case Opened.Several(var container, _, var omissions) ->
          Optional.of(omissions.isEmpty() ? nothingIn(container) : omissions(container, omissions));
    };
  }

  /// All that was left out, in one line: each reason once, and how many more there are.
  private String omissions(Holder container, List<Omission> omissions) {
    var told =
        omissions.stream()
            .collect(
                Collectors.groupingBy(Omission::kind, LinkedHashMap::new, Collectors.toList()));
    return told.values().stream()
        .map(same ->
            omission(container, same.getFirst())
                + (same.size() > 1
                    ? " " + wording.words("omission.more", Integer.toString(same.size() - 1))
                    : ""))
        .collect(Collectors.joining("; "));
  }

  /// What was put right, in one line.
  public String repair(Repair repair) {
    return wording.words(
        "repair.first",
        wording.words(repair.kind().key(), Integer.toString(repair.count())),
        Integer.toString(repair.first().line()),
        Integer.toString(repair.first().column()));
  }

  /// What was not understood, in one line, with its place and the way out.
  public String problem(Problem problem) {
    var place =
        wording.words(
            "input.at",
            Integer.toString(problem.place().line()),
            Integer.toString(problem.place().column()));
    return place + ": " + what(problem);
  }

  private String what(Problem problem) {
    var text = quoted(problem.text());
    return problem
        .cause()
        .map(cause ->
            wording.words(
                problem.kind().key(), text, wording.words(cause.key(), quoted(problem.detail()))))
        .orElseGet(() -> wording.words(problem.kind().key(), text, quoted(problem.detail())));
  }

  /// Why nothing was recognised and what to do, in one line that begins with what was given.
  public String nothing(Input input, Recognised.Nothing nothing) {
    var why = why(nothing);
    var about = source(input.source());
    if (input.source().kind() != Source.Kind.ARGUMENT) {
      return about + ": " + why;
    }
    return switch (nothing.why()) {
      case NO_ADDRESS, ONLY_COMMENTS -> about + ": " + wording.text("nothing.argument");
      case HOST_NAME -> about + ": " + wording.text("nothing.argument-name");
      case EMPTY,
          BINARY,
          OFFICE_FILE,
          BROKEN_MESSAGE_FILE,
          CLIENT_VIEW,
          NOT_AN_ADDRESS,
          BLOCK_TOO_LARGE ->
          why.startsWith(about) ? why : about + ": " + why;
    };
  }

  private String why(Recognised.Nothing nothing) {
    return nothing.problem().map(this::what).orElseGet(() -> wording.text(nothing.why().key()));
  }

  /// Why a text is no address: `no address: 3 numbers instead of 4`.
  public String rejected(AddressLiteral.Parsed.Rejected rejected) {
    return wording.words(
        Problem.Kind.NOT_AN_ADDRESS.key(),
        quoted(rejected.text()),
        wording.words(rejected.problem().key(), quoted(rejected.detail())));
  }

  /// What is odd about a message, a line each in their order, with its place there. Of what there
  /// is very often only the first are told, and behind the last of them how many more there are.
  public List<String> defects(List<Defect> defects) {
    var left = EnumMultiset.create(Defect.Kind.class);
    defects.forEach(defect -> left.add(defect.kind()));
    var told = EnumMultiset.create(Defect.Kind.class);
    var lines = new ArrayList<String>();
    for (var defect : defects) {
      var kind = defect.kind();
      if (told.count(kind) == MOST_OF_A_KIND) {
        continue;
      }
      told.add(kind);
      left.remove(kind);
      lines.add(defect(defect));
      if (told.count(kind) == MOST_OF_A_KIND && left.contains(kind)) {
        var more = Integer.toString(left.count(kind));
        lines.add(wording.words("input.more", more, wording.reason(kind, List.of())));
      }
    }
    return lines;
  }

  private String defect(Defect defect) {
    return wording.words("input.line", Integer.toString(defect.line()))
        + ": "
        + wording.reason(defect.kind(), List.of());
  }

  /// What its program made of it and what is odd about it, a line each.
  public List<String> notes(Input input) {
    var notes = new ArrayList<String>();
    input.format().ifPresent(format -> notes.add(wording.text("input.format." + format.word())));
    if (input.recognised() instanceof Recognised.Mail(var message, _)) {
      // That the whole is too large is told once, among the problems.
      var isTold =
          input.problems().stream().anyMatch(each -> each.kind() == Problem.Kind.MAIL_TOO_LARGE);
      notes.addAll(
          defects(
              message.defects().stream()
                  .filter(defect -> !isTold || defect.kind() != Defect.Kind.TOO_LARGE)
                  .toList()));
    }
    return notes;
  }

  /// The size of the input.
  String octets(long size) {
    return wording.words("input.octets", String.format(Locale.ROOT, "%,d", size));
  }

  private String quoted(String text) {
    return Visible.cut(wording.running(text), QUOTED);
  }
}
