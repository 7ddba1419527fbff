package org.whence.gui;

import java.io.File;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import org.whence.gui.look.Themes;
import org.whence.gui.main.MainController;
import org.whence.gui.main.MoreController;
import org.whence.gui.model.AskingAgain;
import org.whence.gui.model.CaseDesk;
import org.whence.gui.model.CaseModel;
import org.whence.gui.model.Clip;
import org.whence.gui.model.Desk;
import org.whence.gui.model.ExportDesk;
import org.whence.gui.model.Fetches;
import org.whence.gui.model.FileDialogs;
import org.whence.gui.model.Foresight;
import org.whence.gui.model.HistoryDesk;
import org.whence.gui.model.NodeWords;
import org.whence.gui.model.Notice;
import org.whence.gui.model.OwnReceivers;
import org.whence.gui.model.PartReader;
import org.whence.gui.model.Places;
import org.whence.gui.model.Postures;
import org.whence.gui.model.ProfileDesk;
import org.whence.gui.model.Recovery;
import org.whence.gui.model.Reports;
import org.whence.gui.model.Settings;
import org.whence.gui.model.Texts;
import org.whence.gui.model.TrustDesk;
import org.whence.gui.model.WatchDesk;
import org.whence.report.Format;
import org.whence.report.MemoryWording;
import org.whence.report.Wording;
import org.whence.report.Writing;

/// A window put together: the composition root of everything in it.
final class Window {
  private static final double WIDTH = 1280;
  private static final double HEIGHT = 800;
  private static final double LEAST_WIDTH = 1000;
  private static final double LEAST_HEIGHT = 700;

  private final Stage stage;
  private final Texts texts = Texts.load();
  private final CaseModel model = new CaseModel(new NodeWords(Wording.load(), texts));
  private final Desk desk;
  private final Recovery recovery;

  /// What comes from outside; tests put their own here.
  record Outside(
      Places places, Settings settings, Optional<FileDialogs> dialogs, InstantSource clock) {}

  Window(Stage stage, Outside outside) {
    this.stage = stage;
    var tasks = new FxTasks(this::bug);
    this.desk = new Desk(model, outside.places(), tasks, outside.clock());
    this.recovery = new Recovery(model, desk, outside.places(), tasks);
    new PartReader(model, tasks).start();
    var trust = new TrustDesk(model, outside.settings(), desk::reconsider);
    trust.start();
    var reports = new Reports(model, tasks, () -> writing(outside.settings()));
    var receivers = new OwnReceivers(model, outside.settings(), tasks);
    receivers.start();
    var clip = new Clip(Window::copy, model);
    var dialogs = outside.dialogs().orElseGet(Chooser::new);
    var cases = new CaseDesk(model, desk, dialogs, tasks, outside.clock());
    var keeps = new HistoryDesk.Parts(outside.places(), outside.settings(), tasks, outside.clock());
    var outliving =
        new MoreController.Desks(
            new HistoryDesk(model, desk, keeps),
            new WatchDesk(model, keeps),
            new ExportDesk(model, () -> writing(outside.settings()), tasks));
    outliving.history().start();
    var parts =
        new MainController.Parts(
            clip,
            outside.settings(),
            new Themes(outside.settings()),
            dialogs,
            new Foresight(model, desk, outside.places(), tasks, outside.clock()),
            trust,
            new AskingAgain(model, desk, outside.places(), outside.clock()),
            reports,
            new ProfileDesk(model, outside.places(), tasks),
            new Postures(model, desk, tasks),
            new Fetches(model, desk, outside.places(), tasks),
            receivers,
            cases,
            outliving);
    stage.setScene(new Views(model, desk, parts, outside.clock()).scene(WIDTH, HEIGHT));
    stage.setMinWidth(LEAST_WIDTH);
    stage.setMinHeight(LEAST_HEIGHT);
    for (var size : List.of(16, 32, 64, 256)) {
      stage.getIcons().add(new Image(icon(size)));
    }
    stage
        .titleProperty()
        .bind(
            Bindings.createStringBinding(
                this::title,
                model.inputProperty(),
                model.saved().fileProperty(),
                model.saved().changedProperty(),
                model.privateProperty()));
    stage.setOnCloseRequest(event -> {
      event.consume();
      cases.close(stage::close);
    });
    stage.setOnHidden(_ -> {
      desk.close();
      reports.close();
      cases.close();
      recovery.close();
      outliving.close();
    });
  }

  private static Writing writing(Settings settings) {
    var usual = Writing.usual();
    return new Writing(settings.enterprise(), usual.ticket(), usual.lasts());
  }

  private static String icon(int size) {
    var name = "icon/" + size + ".png";
    return Objects.requireNonNull(Window.class.getResource(name), name).toString();
  }

  /// The file that the case is saved in, else what was put in; marked where something is in no
  /// file.
  private String title() {
    var name =
        model
            .saved()
            .fileProperty()
            .get()
            .map(file -> String.valueOf(file.getFileName()))
            .or(() -> model.inputProperty().get().map(input -> input.source().name()));
    var changed = model.saved().changedProperty().get();
    var title =
        name.map(model.words().wording()::running)
            .map(text -> texts.text(changed ? "window.title.changed" : "window.title.case", text))
            .orElse(texts.text("window.title"));
    return model.privateProperty().get() ? texts.text("window.title.private", title) : title;
  }

  CaseModel model() {
    return model;
  }

  Desk desk() {
    return desk;
  }

  void show() {
    stage.show();
    recovery.look();
  }

  private static void copy(String text) {
    var content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }

  /// What should never be thrown: the run ends, and the analyst is told.
  void bug(Throwable thrown) {
    desk.stop();
    var told =
        MemoryWording.of(thrown)
            .orElseGet(() -> texts.text("bug", model.words().wording().running(thrown.toString())));
    model.noticeProperty().set(new Notice(true, told));
  }

  /// The system's own dialogs.
  private final class Chooser implements FileDialogs {
    @Override
    public List<Path> open() {
      var chosen = chooser("file.open").showOpenMultipleDialog(stage);
      return chosen == null ? List.of() : chosen.stream().map(File::toPath).toList();
    }

    @Override
    public Optional<Path> rules() {
      return read("file.rules");
    }

    @Override
    public Optional<Path> authority() {
      return read("file.authority");
    }

    @Override
    public Optional<Path> anchors() {
      return read("file.anchors");
    }

    @Override
    public Optional<Path> recording() {
      return read("file.recording");
    }

    @Override
    public Optional<Path> saveCase(String name) {
      return written("file.save.case", name);
    }

    @Override
    public Optional<Path> folder(String title) {
      var chooser = new DirectoryChooser();
      chooser.setTitle(title);
      return Optional.ofNullable(chooser.showDialog(stage)).map(File::toPath);
    }

    @Override
    public Optional<Path> save(Format format) {
      return written("file.save", "whence." + format.ending());
    }

    @Override
    public Optional<Path> save(String name) {
      return written("file.save.octets", name);
    }

    private Optional<Path> read(String title) {
      return Optional.ofNullable(chooser(title).showOpenDialog(stage)).map(File::toPath);
    }

    private Optional<Path> written(String title, String name) {
      var chooser = chooser(title);
      chooser.setInitialFileName(name);
      return Optional.ofNullable(chooser.showSaveDialog(stage)).map(File::toPath);
    }

    private FileChooser chooser(String title) {
      var chooser = new FileChooser();
      chooser.setTitle(texts.text(title));
      return chooser;
    }
  }
}
