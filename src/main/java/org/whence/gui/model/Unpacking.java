package org.whence.gui.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.whence.casefile.CaseFile;
import org.whence.casefile.CaseReader;
import org.whence.investigation.Contents;
import org.whence.investigation.Enclosed;
import org.whence.investigation.Input;
import org.whence.investigation.Opened;
import org.whence.investigation.Opener;
import org.whence.investigation.Recognised;
import org.whence.investigation.Source;
import org.whence.mail.container.Omission;
import org.whence.mail.container.Passwords;
import org.whence.report.InputWording;

/// Opens what was given, in the background: where it holds several cases, they are listed, and the
/// first that can be investigated is taken.
final class Unpacking {
  /// How many of several are tried until one is found that can be investigated.
  private static final int MAX_TRIED = 50;

  private final InputWording words;
  private final Texts texts;
  private final List<String> passwords = new CopyOnWriteArrayList<>();
  private final Opener opener =
      new Opener((archive, attempt) ->
          Passwords.of(List.copyOf(passwords), Passwords.NONE).next(archive, attempt));

  /// What was found.
  ///
  /// @param input the case that was taken; empty where there is none
  /// @param title what holds several, in a line; empty for one case alone
  /// @param rows what is in it
  /// @param chosen which of them the case is
  /// @param locked an archive that no known password opens; empty for none
  /// @param told what could not be read, a line each
  /// @param kept the case that it was kept in, where it was; it answers for itself
  record Found(
      Optional<Input> input,
      String title,
      List<CaseRow> rows,
      Optional<CaseRow> chosen,
      String locked,
      List<String> told,
      Optional<CaseFile> kept) {
    Found {
      rows = List.copyOf(rows);
      told = List.copyOf(told);
    }

    static Found of(Input input) {
      return new Found(
          Optional.of(input), "", List.of(), Optional.empty(), "", List.of(), Optional.empty());
    }

    /// Whether it is a case, and in no container.
    boolean isCaseAlone() {
      return kept.isPresent() && rows.isEmpty();
    }

    static Found of(CaseFile kept) {
      return new Found(
          Optional.of(kept.input()),
          "",
          List.of(),
          Optional.empty(),
          "",
          kept.damages(),
          Optional.of(kept));
    }
  }

  Unpacking(NodeWords words) {
    this.words = new InputWording(words.wording());
    this.texts = words.texts();
  }

  /// One more password that archives may open by. The newest is tried first, because only so many
  /// are.
  void password(String password) {
    passwords.remove(password);
    passwords.addFirst(password);
  }

  Found open(List<Path> files) throws IOException {
    return found(opener.open(files));
  }

  Found pasted(String text) throws IOException {
    return found(opener.open(Source.PASTED, Contents.of(text.getBytes(StandardCharsets.UTF_8))));
  }

  private Found found(Opened opened) throws IOException {
    return switch (opened) {
      case Opened.Case(var input) -> Found.of(input);
      case Opened.CaseFile(var source, var octets) ->
          Found.of(CaseReader.read(source.name(), octets));
      case Opened.Several several -> new Walk(several).first();
    };
  }

  /// Opens one of the rows.
  Found choose(CaseRow row, String title, List<CaseRow> rows) throws IOException {
    return switch (row.enclosed().open()) {
      case Opened.Case(var input) ->
          new Found(
              Optional.of(input), title, rows, Optional.of(row), "", List.of(), Optional.empty());
      case Opened.CaseFile(var source, var octets) -> {
        var kept = CaseReader.read(source.name(), octets);
        yield new Found(
            Optional.of(kept.input()),
            title,
            rows,
            Optional.of(row),
            "",
            kept.damages(),
            Optional.of(kept));
      }
      case Opened.Several several -> new Walk(row, several, title, rows).first();
    };
  }

  /// Looks through what is in a container, and into what is in that.
  private final class Walk {
    private final String title;
    private final List<CaseRow> rows;
    private final List<String> told = new ArrayList<>();
    private String locked = "";
    private Optional<Input> input = Optional.empty();
    private Optional<CaseRow> chosen = Optional.empty();
    private Optional<CaseFile> kept = Optional.empty();
    private int tried;
    private final Opened.Several begin;
    private final int at;
    private final int depth;

    Walk(Opened.Several several) {
      this.title = words.container(several.container(), several.enclosed().size());
      this.rows = new ArrayList<>();
      this.begin = several;
      this.at = 0;
      this.depth = 0;
    }

    /// Within a list that is known: what is in a row is put below it, once.
    Walk(CaseRow row, Opened.Several several, String title, List<CaseRow> known) {
      this.title = title;
      this.rows = new ArrayList<>(known);
      this.begin = several;
      this.at = rows.indexOf(row) + 1;
      this.depth = row.depth() + 1;
      while (rows.size() > at && rows.get(at).depth() >= depth) {
        rows.remove(at);
      }
      rows.set(at - 1, new CaseRow(row.enclosed(), row.name(), row.depth(), true));
    }

    Found first() {
      into(begin, at, depth);
      return new Found(input, title, rows, chosen, locked, told, kept);
    }

    private void into(Opened.Several several, int place, int level) {
      for (var omission : several.omissions()) {
        if (omission.kind() == Omission.Kind.PASSWORD_NEEDED) {
          locked = words.source(several.container().source());
          told.add(texts.text("cases.needed", locked));
        } else {
          told.add(words.omission(several.container(), omission));
        }
      }
      if (several.enclosed().isEmpty() && several.omissions().isEmpty()) {
        told.add(words.nothingIn(several.container()));
      }
      rows.addAll(place, several.enclosed().stream().map(each -> row(each, level, false)).toList());
      var next = place;
      for (var each : several.enclosed()) {
        if (input.isPresent() || tried >= MAX_TRIED) {
          return;
        }
        next = look(each, next, level);
      }
    }

    /// Takes a row if it can be investigated.
    ///
    /// @return the place of the row behind it
    private int look(Enclosed enclosed, int place, int level) {
      tried++;
      var before = rows.size();
      try {
        look(enclosed.open(), enclosed, place, level);
      } catch (IOException e) {
        // The others can be read for all that.
        told.add(String.valueOf(e.getMessage()));
      }
      return place + 1 + rows.size() - before;
    }

    private void look(Opened opened, Enclosed enclosed, int place, int level) {
      switch (opened) {
        case Opened.Case(var found) -> {
          if (!(found.recognised() instanceof Recognised.Nothing)) {
            input = Optional.of(found);
            chosen = Optional.of(rows.get(place));
          }
        }
        case Opened.CaseFile(var source, var octets) -> take(source, octets, rows.get(place));
        case Opened.Several several -> {
          rows.set(place, row(enclosed, level, true));
          into(several, place + 1, level + 1);
        }
      }
    }

    /// A case that cannot be read is told, and the next one is looked at.
    private void take(Source source, byte[] octets, CaseRow row) {
      try {
        var read = CaseReader.read(source.name(), octets);
        kept = Optional.of(read);
        input = Optional.of(read.input());
        chosen = Optional.of(row);
        told.addAll(read.damages());
      } catch (IOException e) {
        told.add(String.valueOf(e.getMessage()));
      }
    }

    private CaseRow row(Enclosed enclosed, int level, boolean container) {
      return new CaseRow(enclosed, words.source(enclosed.source()), level, container);
    }
  }
}
