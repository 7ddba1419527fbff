package org.whence.gui;

import static java.util.Map.entry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.whence.gui.again.AgainController;
import org.whence.gui.again.RepeatController;
import org.whence.gui.chain.ChainController;
import org.whence.gui.changes.ChangesController;
import org.whence.gui.claim.ClaimsController;
import org.whence.gui.detail.CanonicalController;
import org.whence.gui.detail.DetailController;
import org.whence.gui.detail.WhatIfController;
import org.whence.gui.export.ExportController;
import org.whence.gui.fetch.FetchController;
import org.whence.gui.history.HistoryController;
import org.whence.gui.hops.HopsController;
import org.whence.gui.hops.LineController;
import org.whence.gui.input.CasesController;
import org.whence.gui.input.InputController;
import org.whence.gui.list.ListController;
import org.whence.gui.main.BannerController;
import org.whence.gui.main.MainController;
import org.whence.gui.main.MoreController;
import org.whence.gui.main.StatusController;
import org.whence.gui.message.FieldsController;
import org.whence.gui.message.LinksController;
import org.whence.gui.message.MessageController;
import org.whence.gui.message.PartController;
import org.whence.gui.message.PartsController;
import org.whence.gui.message.RawController;
import org.whence.gui.message.RepairsController;
import org.whence.gui.model.CaseModel;
import org.whence.gui.model.Desk;
import org.whence.gui.model.Spots;
import org.whence.gui.note.NoteController;
import org.whence.gui.note.NotesController;
import org.whence.gui.plan.PlanController;
import org.whence.gui.profile.ProfilesController;
import org.whence.gui.queries.QueriesController;
import org.whence.gui.receiver.ProductsController;
import org.whence.gui.receiver.ReceiversController;
import org.whence.gui.trust.TrustController;
import org.whence.gui.watch.WatchController;

/// Loads the screens, each controller made with what it needs.
final class Views {
  private static final List<String> STYLES = List.of("controlsfx.css", "whence.css", "verdict.css");

  private final CaseModel model;
  private final Desk desk;
  private final MainController.Parts parts;
  private final InstantSource clock;
  private final Spots spots;
  private final Map<Class<?>, Supplier<?>> controllers;

  Views(CaseModel model, Desk desk, MainController.Parts parts, InstantSource clock) {
    this.model = model;
    this.desk = desk;
    this.parts = parts;
    this.clock = clock;
    this.spots = new Spots(model);
    this.controllers = controllers();
  }

  /// The window's scene.
  Scene scene(double width, double height) {
    var loader = new FXMLLoader(resource("main/main.fxml"), model.words().texts().bundle());
    loader.setControllerFactory(this::controller);
    try {
      var scene = new Scene(loader.<Parent>load(), width, height);
      STYLES.forEach(style -> scene.getStylesheets().add(resource("look/" + style).toString()));
      return scene;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<Class<?>, Supplier<?>> controllers() {
    return Map.ofEntries(
        entry(MainController.class, () -> new MainController(model, desk, parts)),
        entry(NoteController.class, () -> new NoteController(model)),
        entry(NotesController.class, () -> new NotesController(model)),
        entry(BannerController.class, () -> new BannerController(model, parts.asking())),
        entry(
            MoreController.class,
            () -> new MoreController(model, parts.outliving(), parts.dialogs())),
        entry(
            HistoryController.class,
            () -> new HistoryController(model, parts.outliving().history())),
        entry(WatchController.class, () -> new WatchController(model, parts.outliving().watch())),
        entry(
            ExportController.class, () -> new ExportController(model, parts.outliving().exports())),
        entry(StatusController.class, () -> new StatusController(model, parts.outliving().watch())),
        entry(InputController.class, () -> new InputController(model, desk)),
        entry(CasesController.class, () -> new CasesController(model, desk)),
        entry(ChainController.class, () -> new ChainController(model)),
        entry(
            DetailController.class,
            () ->
                new DetailController(
                    model,
                    desk,
                    parts.clip(),
                    new DetailController.Further(parts.postures(), parts.fetches()))),
        entry(WhatIfController.class, () -> new WhatIfController(model, desk)),
        entry(
            CanonicalController.class,
            () -> new CanonicalController(model, parts.reports(), parts.dialogs())),
        entry(HopsController.class, () -> new HopsController(model, clock)),
        entry(LineController.class, () -> new LineController(model, parts.trust())),
        entry(TrustController.class, () -> new TrustController(model, parts.trust())),
        entry(QueriesController.class, () -> new QueriesController(model)),
        entry(PlanController.class, () -> new PlanController(model, parts.foresight())),
        entry(FetchController.class, () -> new FetchController(model, parts.fetches())),
        entry(AgainController.class, () -> new AgainController(model, desk, parts.asking())),
        entry(RepeatController.class, () -> new RepeatController(model, parts.asking())),
        entry(
            ChangesController.class,
            () -> new ChangesController(model, parts.reports(), parts.clip())),
        entry(ListController.class, () -> new ListController(model, desk.list())),
        entry(ProfilesController.class, () -> new ProfilesController(model, parts.profiles())),
        entry(ClaimsController.class, () -> new ClaimsController(model)),
        entry(ReceiversController.class, () -> new ReceiversController(model, parts)),
        entry(ProductsController.class, () -> new ProductsController(model, parts)),
        entry(MessageController.class, () -> new MessageController(model)),
        entry(PartsController.class, () -> new PartsController(model)),
        entry(FieldsController.class, () -> new FieldsController(model, spots)),
        entry(PartController.class, () -> new PartController(model)),
        entry(LinksController.class, () -> new LinksController(model, parts.clip())),
        entry(RepairsController.class, () -> new RepairsController(model)),
        entry(RawController.class, () -> new RawController(model, spots)));
  }

  private Object controller(Class<?> type) {
    return Optional.ofNullable(controllers.get(type))
        .orElseThrow(() -> new IllegalStateException("no controller known for " + type))
        .get();
  }

  private static java.net.URL resource(String name) {
    return Objects.requireNonNull(Views.class.getResource(name), name);
  }
}
