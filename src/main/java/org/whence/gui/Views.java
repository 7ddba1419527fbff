package org.whence.gui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.whence.gui.chain.ChainController;
import org.whence.gui.claim.ClaimsController;
import org.whence.gui.detail.CanonicalController;
import org.whence.gui.detail.DetailController;
import org.whence.gui.hops.HopsController;
import org.whence.gui.input.InputController;
import org.whence.gui.main.MainController;
import org.whence.gui.main.StatusController;
import org.whence.gui.message.MessageController;
import org.whence.gui.model.CaseModel;
import org.whence.gui.model.Desk;
import org.whence.gui.plan.PlanController;
import org.whence.gui.queries.QueriesController;

/// Loads the screens, each controller made with what it needs.
final class Views {
  private static final List<String> STYLES = List.of("whence.css", "verdict.css");

  private final CaseModel model;
  private final Desk desk;
  private final MainController.Parts parts;
  private final InstantSource clock;

  Views(CaseModel model, Desk desk, MainController.Parts parts, InstantSource clock) {
    this.model = model;
    this.desk = desk;
    this.parts = parts;
    this.clock = clock;
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

  private Object controller(Class<?> type) {
    if (type == MainController.class) {
      return new MainController(model, desk, parts);
    } else if (type == StatusController.class) {
      return new StatusController(model);
    } else if (type == InputController.class) {
      return new InputController(model, desk);
    } else if (type == ChainController.class) {
      return new ChainController(model);
    } else if (type == DetailController.class) {
      return new DetailController(model, desk, parts.clip());
    } else if (type == CanonicalController.class) {
      return new CanonicalController(model);
    } else if (type == HopsController.class) {
      return new HopsController(model, clock);
    } else if (type == QueriesController.class) {
      return new QueriesController(model);
    } else if (type == PlanController.class) {
      return new PlanController(model, parts.foresight());
    } else if (type == ClaimsController.class) {
      return new ClaimsController(model);
    } else if (type == MessageController.class) {
      return new MessageController(model);
    }
    throw new IllegalStateException("no controller known for " + type);
  }

  private static java.net.URL resource(String name) {
    return Objects.requireNonNull(Views.class.getResource(name), name);
  }
}
