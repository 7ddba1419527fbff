package org.whence.gui.model;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import org.whence.casefile.SafeName;
import org.whence.investigation.Input;
import org.whence.investigation.Investigation;
import org.whence.report.Format;
import org.whence.report.Redaction;
import org.whence.report.Report;
import org.whence.report.ReportOptions;
import org.whence.report.Writing;

/// Reports of one case in several formats at once: what they hold, a look at them before, and where
/// they go. Every method comes back at once; nothing is overwritten unasked.
public final class ExportDesk {
  /// How much of a report is shown before it is written.
  private static final int SHOWN = 100_000;

  private static final int DIGITS = 12;

  private final CaseModel model;
  private final Supplier<Writing> server;
  private final Tasks.Lane looking;
  private final Tasks.Lane writing;
  private final ObservableSet<Format> formats = FXCollections.observableSet(EnumSet.of(Format.PDF));
  private final ObservableSet<Redaction.Kind> taken =
      FXCollections.observableSet(EnumSet.noneOf(Redaction.Kind.class));
  private final BooleanProperty exchanges = new SimpleBooleanProperty(this, "exchanges", true);
  private final BooleanProperty defanged = new SimpleBooleanProperty(this, "defanged", true);
  private final ObjectProperty<Format> shown =
      new SimpleObjectProperty<>(this, "shown", Format.PDF);
  private final StringProperty folder = new SimpleStringProperty(this, "folder", "");
  private final StringProperty name = new SimpleStringProperty(this, "name", "");
  private final StringProperty preview = new SimpleStringProperty(this, "preview", "");
  private final ObservableList<Redaction.Replaced> replaced = FXCollections.observableArrayList();
  private final ObservableList<Path> inTheWay = FXCollections.observableArrayList();
  private final ObjectProperty<Notice> told = new SimpleObjectProperty<>(this, "told", Notice.NONE);
  private final Notices notices;

  /// @param model what is reported
  /// @param server what is written into fields, log lines and rules
  public ExportDesk(CaseModel model, Supplier<Writing> server, Tasks tasks) {
    this.model = model;
    this.server = server;
    this.notices = new Notices(model, told);
    this.looking = tasks.lane();
    this.writing = tasks.lane();
  }

  /// The formats that are written.
  public ObservableSet<Format> formats() {
    return formats;
  }

  /// The kinds of things that are taken out.
  public ObservableSet<Redaction.Kind> taken() {
    return taken;
  }

  /// Whether pages have an appendix with every exchange.
  public BooleanProperty exchangesProperty() {
    return exchanges;
  }

  /// Whether addresses and names are written so that nothing makes links of them.
  public BooleanProperty defangedProperty() {
    return defanged;
  }

  /// The format that is looked at.
  public ObjectProperty<Format> shownProperty() {
    return shown;
  }

  /// The folder that reports go into.
  public StringProperty folderProperty() {
    return folder;
  }

  /// What the files are called, without an ending.
  public StringProperty nameProperty() {
    return name;
  }

  /// The words of the report that is looked at; hostile characters are as the format writes them.
  public StringProperty previewProperty() {
    return preview;
  }

  /// What is taken out, and what stands for it.
  public ObservableList<Redaction.Replaced> replaced() {
    return replaced;
  }

  /// The files that are there already; while there are any, the analyst is asked.
  public ObservableList<Path> inTheWay() {
    return inTheWay;
  }

  /// What came of it, in a line.
  public ObjectProperty<Notice> toldProperty() {
    return told;
  }

  /// The sheet was opened: names the files after the case, and looks at it.
  public void opened() {
    told.set(Notice.NONE);
    inTheWay.clear();
    model.inputProperty().get().map(ExportDesk::stem).ifPresent(name::set);
    look();
  }

  private static String stem(Input input) {
    return SafeName.of(input.source().name().replaceFirst("(?i)\\.(eml|msg|txt|whence)$", ""))
        + "-"
        + input.sha256().substring(0, DIGITS);
  }

  /// How a report is to look.
  private ReportOptions options(Format format) {
    return ReportOptions.defaults(format)
        .withDefanged(defanged.get())
        .withExchanges(exchanges.get())
        .withRedacted(Set.copyOf(taken))
        .withNotes(model.notes().notes())
        .withWriting(server.get());
  }

  /// What a format is looked at by: pages and pictures by the words that are in them.
  public static Format words(Format format) {
    return switch (format) {
      case HTML, PDF, SVG, PNG -> Format.MARKDOWN;
      default -> format;
    };
  }

  private record Looked(List<Redaction.Replaced> replaced, String text) {}

  /// Looks at the report as it would be written now.
  public void look() {
    var found = model.investigationProperty().get();
    if (found.isEmpty()) {
      preview.set("");
      replaced.clear();
      return;
    }
    var format = words(shown.get());
    var options = options(format);
    looking.start(
        () -> looked(found.get(), format, options),
        looked -> {
          replaced.setAll(looked.replaced());
          preview.set(looked.text());
        },
        e -> {
          replaced.clear();
          preview.set(notices.visible(String.valueOf(e.getMessage())));
        });
  }

  private Looked looked(Investigation found, Format format, ReportOptions options)
      throws IOException {
    var replaced =
        options.redacted()
            ? Report.redaction(found, options.taken(), options.notes())
            : List.<Redaction.Replaced>of();
    var out = new Beginning();
    Report.write(found, format, options, out);
    return new Looked(replaced, out.text());
  }

  /// The beginning of a report.
  private final class Beginning extends OutputStream {
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private long left;

    @Override
    public void write(int octet) {
      if (kept.size() < SHOWN) {
        kept.write(octet);
      } else {
        left++;
      }
    }

    @Override
    public void write(byte[] octets, int from, int count) {
      var room = Math.clamp(SHOWN - kept.size(), 0, count);
      kept.write(octets, from, room);
      left += count - room;
    }

    String text() {
      var text = kept.toString(StandardCharsets.UTF_8);
      return left == 0
          ? text
          : text + "\n" + model.words().texts().text("export.cut", Long.toString(left));
    }
  }

  /// Writes the reports. Where files are there already, none is written, and they are
  /// [told][#inTheWay] first.
  ///
  /// @param replace whether those may go
  public void write(boolean replace) {
    inTheWay.clear();
    var found = model.investigationProperty().get();
    if (found.isEmpty() || formats.isEmpty()) {
      notices.tell(true, found.isEmpty() ? "export.nothing" : "export.no.format");
      return;
    }
    var jobs = new ArrayList<Job>();
    try {
      var plain = name.get().strip();
      if (!isName(plain)) {
        notices.tell(true, "export.name.wrong", SafeName.of(plain));
        return;
      }
      for (var format : EnumSet.copyOf(formats)) {
        var file = Path.of(folder.get().strip()).resolve(plain + "." + format.ending());
        jobs.add(new Job(file, format, options(format)));
      }
    } catch (InvalidPathException e) {
      notices.tell(true, "export.folder.wrong", notices.visible(e.getInput()));
      return;
    }
    writing.start(
        () -> replace ? List.<Path>of() : there(jobs),
        there -> {
          if (there.isEmpty()) {
            write(found.get(), jobs, replace);
          } else {
            inTheWay.setAll(there);
          }
        },
        notices::failed);
  }

  /// Whether it is a name and no path, on every system.
  private static boolean isName(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= ' ' && "/\\:*?\"<>|".indexOf(c) < 0);
  }

  private record Job(Path file, Format format, ReportOptions options) {}

  private static List<Path> there(List<Job> jobs) {
    return jobs.stream().map(Job::file).filter(Files::exists).toList();
  }

  private record Written(List<Path> files, List<String> failures) {}

  /// One report that cannot be written costs the others nothing.
  private void write(Investigation found, List<Job> jobs, boolean replace) {
    writing.start(
        () -> {
          var files = new ArrayList<Path>();
          var failures = new ArrayList<String>();
          for (var job : jobs) {
            try {
              Reports.into(
                  job.file(),
                  replace,
                  out -> Report.write(found, job.format(), job.options(), out));
              files.add(job.file());
            } catch (IOException e) {
              failures.add(String.valueOf(e.getMessage()));
            }
          }
          return new Written(files, failures);
        },
        this::written,
        notices::failed);
  }

  private void written(Written done) {
    if (!done.failures().isEmpty()) {
      notices.error(notices.visible(String.join("; ", done.failures())));
    } else {
      var names = done.files().stream().map(Path::toString).toList();
      notices.tell(false, "export.done", notices.visible(String.join(", ", names)));
    }
  }

  /// The window closes.
  public void close() {
    looking.cancel();
    writing.cancel();
  }
}
