package org.whence.gui.main;

import java.io.File;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.whence.gui.again.AgainController;
import org.whence.gui.again.RepeatController;
import org.whence.gui.chain.ChainController;
import org.whence.gui.detail.DetailController;
import org.whence.gui.input.InputController;
import org.whence.gui.look.Themes;
import org.whence.gui.model.AskingAgain;
import org.whence.gui.model.CaseDesk;
import org.whence.gui.model.CaseModel;
import org.whence.gui.model.Clip;
import org.whence.gui.model.Desk;
import org.whence.gui.model.Fetches;
import org.whence.gui.model.FileDialogs;
import org.whence.gui.model.Foresight;
import org.whence.gui.model.Notice;
import org.whence.gui.model.OwnReceivers;
import org.whence.gui.model.Phase;
import org.whence.gui.model.Postures;
import org.whence.gui.model.ProfileDesk;
import org.whence.gui.model.Question;
import org.whence.gui.model.Reports;
import org.whence.gui.model.Settings;
import org.whence.gui.model.TrustDesk;
import org.whence.gui.plan.PlanController;
import org.whence.gui.profile.ProfilesController;

/// The toolbar, and what the keys do.
public final class MainController {
  private static final double LIST_DIVIDER = 0.4;

  private final CaseModel model;
  private final Desk desk;
  private final Clip clip;
  private final ProfileDesk profileDesk;
  private final Reports reports;
  private final Settings settings;
  private final Themes themes;
  private final FileDialogs dialogs;
  private final Fetches fetches;
  private final CaseDesk cases;

  @FXML private StackPane window;
  @FXML private StackPane sheetPlace;
  @FXML private ComboBox<String> resolver;
  @FXML private ToggleButton asking;
  @FXML private MenuButton enrich;
  @FXML private MenuButton security;
  @FXML private Button paste;
  @FXML private Button open;
  @FXML private Button investigate;
  @FXML private Button stop;
  @FXML private MenuButton export;
  @FXML private ToggleButton defang;
  @FXML private MenuButton theme;
  @FXML private HBox notice;
  @FXML private Label noticeText;
  @FXML private FontIcon noticeIcon;
  @FXML private TabPane tabs;
  @FXML private ChainController chainController;
  @FXML private InputController inputController;
  @FXML private DetailController detailController;
  @FXML private AgainController againController;
  @FXML private MoreController moreController;
  @FXML private Parent repeat;
  @FXML private RepeatController repeatController;
  @FXML private Parent profiles;
  @FXML private ProfilesController profilesController;
  @FXML private Tab changesTab;
  @FXML private Tab listTab;
  @FXML private SplitPane rows;
  @FXML private Parent fetch;
  @FXML private Parent plan;
  @FXML private PlanController planController;

  private final Sheet sheet;

  /// What the window is made of, beside the case.
  public record Parts(
      Clip clip,
      Settings settings,
      Themes themes,
      FileDialogs dialogs,
      Foresight foresight,
      TrustDesk trust,
      AskingAgain asking,
      Reports reports,
      ProfileDesk profiles,
      Postures postures,
      Fetches fetches,
      OwnReceivers receivers,
      CaseDesk cases,
      MoreController.Desks outliving) {}

  /// @param model the case to show
  public MainController(CaseModel model, Desk desk, Parts parts) {
    this.model = model;
    this.desk = desk;
    this.clip = parts.clip();
    this.profileDesk = parts.profiles();
    this.reports = parts.reports();
    this.settings = parts.settings();
    this.themes = parts.themes();
    this.dialogs = parts.dialogs();
    this.fetches = parts.fetches();
    this.cases = parts.cases();
    this.sheet = new Sheet(() -> sheetPlace, model.words().texts());
  }

  @FXML
  void initialize() {
    new ResolverChoice(model, settings, profileDesk).fill(resolver, asking);
    new EnrichMenu(model, settings).fill(enrich);
    model.paceProperty().set(settings.pace());
    model.paceProperty().subscribe(pace -> settings.pace(pace));
    new SecurityMenu(model, settings, dialogs).fill(security);
    defang.selectedProperty().bindBidirectional(model.defangedProperty());
    model.phaseProperty().subscribe(this::phase);
    model.noticeProperty().subscribe(told -> NoticeBar.show(told, notice, noticeText, noticeIcon));
    model.questionProperty().subscribe(asked -> asked.ifPresent(this::ask));
    model.message().shownProperty().subscribe(this::showMessage);
    model.investigationProperty().subscribe(this::exports);
    model.phaseProperty().subscribe(this::exports);
    againController.use(dialogs::recording, this::showRepeat);
    model.list().activeProperty().subscribe(this::list);
    model
        .comparisonProperty()
        .subscribe(found ->
            // From row to row of a list the table stays.
            found
                .filter(_ -> !model.list().activeProperty().get())
                .ifPresent(_ -> tabs.getSelectionModel().select(changesTab)));
    themes
        .darkProperty()
        .subscribe(dark -> theme.setGraphic(new FontIcon(dark ? Feather.MOON : Feather.SUN)));
    fetches.offerProperty().subscribe(offer -> offer.ifPresent(_ -> showFetch()));
    new ExportMenu(model, reports, desk.list().export(), dialogs)
        .fill(export, text -> sheet.text(text, () -> clip.text(text)));
    chainController.use(this::note);
    inputController.area().onAnew(this::paste);
    inputController.onSample(chainController.tree()::requestFocus);
    Narrow.fit(window, paste, open, export);
    moreController.use(sheet);
    new Keys(this, model, desk, clip).installOn(window);
    new Drops(desk).installOn(window);
  }

  private void ask(Question question) {
    sheet.ask(question, () -> model.questionProperty().set(Optional.empty()));
  }

  /// A long list needs most of the window.
  private void list(boolean active) {
    if (active) {
      tabs.getSelectionModel().select(listTab);
      rows.setDividerPositions(LIST_DIVIDER);
    }
  }

  private void exports() {
    var ended =
        model.phaseProperty().get() == Phase.DONE || model.phaseProperty().get() == Phase.STOPPED;
    var list = model.list().activeProperty().get() && ended;
    export.setDisable(model.investigationProperty().get().isEmpty() && !list);
  }

  private void phase(Phase phase) {
    investigate.setDisable(phase == Phase.EMPTY);
    if (phase == Phase.RUNNING) {
      replace(investigate, stop);
    } else {
      replace(stop, investigate);
    }
    if (phase == Phase.READY && !model.hops().isEmpty()) {
      tabs.getSelectionModel().selectFirst();
    }
  }

  /// Shows one button in the place of another one; who pressed that has the focus on it.
  private static void replace(Button gone, Button shown) {
    shown.setVisible(true);
    shown.setManaged(true);
    if (gone.isFocused()) {
      shown.requestFocus();
    }
    gone.setVisible(false);
    gone.setManaged(false);
  }

  private void showMessage() {
    tabs.getTabs().stream()
        .filter(tab -> "messageTab".equals(tab.getId()) && model.rawProperty().get().isPresent())
        .forEach(tabs.getSelectionModel()::select);
  }

  /// The clipboard is a new investigation.
  @FXML
  void paste() {
    var clipboard = Clipboard.getSystemClipboard();
    var files = clipboard.getFiles();
    var text = clipboard.getString();
    if (files != null && !files.isEmpty()) {
      desk.open(files.stream().map(File::toPath).toList());
    } else {
      desk.paste(text == null ? "" : text);
    }
  }

  @FXML
  void open() {
    var files = dialogs.open();
    if (!files.isEmpty()) {
      desk.open(files);
    }
  }

  @FXML
  void save() {
    cases.save();
  }

  @FXML
  void saveAs() {
    cases.saveAs();
  }

  @FXML
  void saveRecording() {
    cases.saveRecording();
  }

  @FXML
  void investigate() {
    sheet.close();
    resolver.commitValue();
    desk.investigate();
  }

  @FXML
  void stop() {
    desk.stop();
  }

  @FXML
  void showTree() {
    reports.treeAsText(text -> sheet.text(text, () -> clip.text(text)));
  }

  @FXML
  void showExport() {
    moreController.showExport();
  }

  /// What will this reveal? Always one key away: it takes the place of any sheet but a question.
  @FXML
  void showPlan() {
    resolver.commitValue();
    if (model.questionProperty().get().isEmpty() && !planController.isOpen()) {
      sheet.plan(plan, this::investigate, planController::closed);
      planController.opened(dialogs::recording);
    }
  }

  /// The user's own resolver profiles.
  @FXML
  void showProfiles() {
    profilesController.opened(dialogs::authority);
    sheet.profiles(profiles, profileDesk::save);
  }

  /// What will fetching this document reveal?
  private void showFetch() {
    sheet.fetch(
        fetch,
        () -> {
          fetches.fetch();
          sheet.close();
        },
        fetches::leave);
  }

  private void showRepeat() {
    repeatController.opened();
    sheet.repeat(
        repeat,
        () -> {
          sheet.close();
          repeatController.start();
        });
  }

  @FXML
  void showKeys() {
    sheet.keys();
  }

  @FXML
  void themeSystem() {
    themes.choose(Settings.Theme.SYSTEM);
  }

  @FXML
  void themeLight() {
    themes.choose(Settings.Theme.LIGHT);
  }

  @FXML
  void themeDark() {
    themes.choose(Settings.Theme.DARK);
  }

  @FXML
  void dismiss() {
    model.noticeProperty().set(new Notice(false, ""));
  }

  /// Opens the menu of exports.
  void exportMenu() {
    if (!export.isDisabled()) {
      export.requestFocus();
      export.show();
    } else {
      reports.treeAsText(_ -> {});
    }
  }

  /// Escape: takes the sheet away, or else stops what goes on.
  void escape() {
    if (sheet.isOpen()) {
      sheet.close();
    } else if (detailController.note().isWriting()) {
      chainController.tree().requestFocus();
    } else {
      desk.stop();
      fetches.stop();
    }
  }

  /// Puts the cursor into the note of the selected step.
  void note() {
    detailController.note().write();
  }

  /// The focus that left what lies over the window comes back to its other end.
  void stayInSheet(boolean backwards) {
    sheet.stay(backwards);
  }

  boolean sheetOpen() {
    return sheet.isOpen();
  }

  /// Asks again, and compares.
  void compare() {
    againController.compare();
  }

  MoreController more() {
    return moreController;
  }

  ChainController chain() {
    return chainController;
  }

  InputController input() {
    return inputController;
  }
}
