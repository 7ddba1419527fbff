package org.whence.gui.profile;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.whence.dns.Profile;
import org.whence.dns.Profiles;
import org.whence.gui.model.CaseModel;
import org.whence.gui.model.Pace;
import org.whence.gui.model.ProfileDesk;

/// Edits the settings file with the user's profiles, and says what each line means; beside it, how
/// servers are asked.
public final class ProfilesController {
  private final CaseModel model;
  private final ProfileDesk desk;
  private Supplier<Optional<Path>> authority = Optional::empty;
  private boolean showing;

  @FXML private Label profilesFile;
  @FXML private TextArea profilesText;
  @FXML private VBox profilesMeaning;
  @FXML private Spinner<Integer> timeout;
  @FXML private Spinner<Integer> tries;
  @FXML private Spinner<Integer> inFlight;
  @FXML private Spinner<Integer> rate;

  /// @param desk reads and writes the file
  public ProfilesController(CaseModel model, ProfileDesk desk) {
    this.model = model;
    this.desk = desk;
  }

  @FXML
  void initialize() {
    profilesText.textProperty().bindBidirectional(desk.textProperty());
    desk.textProperty().subscribe(this::tell);
    for (var spinner : List.of(timeout, tries, inFlight, rate)) {
      // What is typed counts as soon as the field is left, not only on Enter.
      spinner
          .focusedProperty()
          .subscribe((_, focused) -> {
            if (!focused) {
              spinner.commitValue();
            }
          });
      spinner.valueProperty().subscribe((_, _) -> pace());
    }
  }

  private void pace() {
    if (!showing) {
      model
          .paceProperty()
          .set(
              new Pace(
                  Duration.ofSeconds(timeout.getValue()),
                  tries.getValue(),
                  inFlight.getValue(),
                  rate.getValue()));
    }
  }

  private void show(Pace pace) {
    showing = true;
    timeout.getValueFactory().setValue((int) Math.max(1, pace.timeout().toSeconds()));
    tries.getValueFactory().setValue(pace.tries());
    inFlight.getValueFactory().setValue(pace.inFlight());
    rate.getValueFactory().setValue(pace.rate());
    showing = false;
  }

  /// The sheet was opened.
  ///
  /// @param chosen asks for a file of authorities
  public void opened(Supplier<Optional<Path>> chosen) {
    authority = chosen;
    profilesFile.setText(model.words().texts().text("profiles.file", desk.file()));
    show(model.paceProperty().get());
    desk.open();
  }

  private void tell() {
    var meaning = desk.meaning();
    profilesMeaning
        .getChildren()
        .setAll(
            Stream.concat(
                    meaning.own().stream().map(this::known),
                    meaning.problems().stream().map(this::problem))
                .toList());
  }

  private Label known(Profile profile) {
    var servers = visible(String.join(", ", profile.servers()));
    var texts = model.words().texts();
    return line(
        "recognised",
        Feather.CHECK,
        profile
            .authority()
            .map(file ->
                texts.text("profiles.trusting", profile.name(), servers, visible(file.toString())))
            .orElseGet(() -> texts.text("profiles.known", profile.name(), servers)));
  }

  private Label problem(Profiles.Problem problem) {
    return line("problem", Feather.ALERT_TRIANGLE, visible(problem.toString()));
  }

  private String visible(String text) {
    return model.words().wording().running(text);
  }

  private static Label line(String kind, Feather icon, String text) {
    var label = new Label(text, new FontIcon(icon));
    label.getStyleClass().addAll("input-line", kind);
    label.setWrapText(true);
    return label;
  }

  /// Names a file of authorities at the end of the line that is written.
  @FXML
  void authority() {
    authority
        .get()
        .ifPresent(file -> {
          var text = profilesText.getText();
          var end = text.indexOf('\n', profilesText.getCaretPosition());
          profilesText.insertText(end < 0 ? text.length() : end, " ca=" + file);
        });
  }
}
