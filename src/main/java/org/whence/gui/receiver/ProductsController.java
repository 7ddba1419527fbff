package org.whence.gui.receiver;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.util.StringConverter;
import org.whence.gui.main.MainController;
import org.whence.gui.model.CaseModel;
import org.whence.gui.model.ChainNode;
import org.whence.receiver.Product;
import org.whence.receiver.Products;
import org.whence.report.BlockWords;
import org.whence.report.Report;
import org.whence.report.Writing;

/// Shows what a receiving server would write about the client, and rules that block it, to be
/// copied or written into a file.
public final class ProductsController {
  private static final long MOST_ENTERPRISE = 4_294_967_295L;
  private static final List<Integer> DAYS = List.of(1, 7, 30, 90);

  private final CaseModel model;
  private final MainController.Parts parts;

  @FXML private ComboBox<Product.Kind> kind;
  @FXML private ComboBox<Integer> lasts;
  @FXML private TextField ticket;
  @FXML private TextField enterprise;
  @FXML private TextArea text;
  @FXML private Label refusal;
  @FXML private Node copy;
  @FXML private Node export;

  /// @param model the case to show
  public ProductsController(CaseModel model, MainController.Parts parts) {
    this.model = model;
    this.parts = parts;
  }

  @FXML
  void initialize() {
    kind.getItems().setAll(Product.Kind.values());
    kind.setValue(Product.Kind.AUTHENTICATION_RESULTS);
    kind.setConverter(shownAs(each -> model.words().wording().product(each)));
    lasts.getItems().setAll(DAYS);
    lasts.setValue((int) Products.Wanted.WEEK.toDays());
    lasts.setConverter(
        shownAs(days ->
            model.words().texts().text(days == 1 ? "products.day" : "products.days", days)));
    enterprise.setText(Long.toString(parts.settings().enterprise()));
    enterprise.textProperty().subscribe(this::number);
    kind.valueProperty().subscribe(this::update);
    lasts.valueProperty().subscribe(this::update);
    ticket.textProperty().subscribe(this::update);
    model.investigationProperty().subscribe(this::update);
    model.selectedProperty().addListener((_, _, _) -> update());
  }

  private static <T> StringConverter<T> shownAs(java.util.function.Function<T, String> words) {
    return new StringConverter<>() {
      @Override
      public String toString(T value) {
        return value == null ? "" : words.apply(value);
      }

      @Override
      public T fromString(String shown) {
        throw new UnsupportedOperationException("nothing is typed here");
      }
    };
  }

  /// What is no number is not remembered, and the last one holds.
  private void number(String typed) {
    if (typed.matches("[0-9]{1,10}") && Long.parseLong(typed) <= MOST_ENTERPRISE) {
      parts.settings().enterprise(Long.parseLong(typed));
      update();
    }
  }

  private Optional<Products> products() {
    var looked = model.selectedProperty().get().map(ChainNode::path);
    return model
        .investigationProperty()
        .get()
        .flatMap(found -> Report.products(found, writing(), looked));
  }

  private Writing writing() {
    return new Writing(
        parts.settings().enterprise(),
        Optional.of(ticket.getText().strip()).filter(typed -> !typed.isEmpty()),
        Duration.ofDays(lasts.getValue()));
  }

  private void update() {
    var products = products();
    var chosen = products.flatMap(this::chosen).map(Product::text).orElse("");
    var why =
        products.isEmpty()
            ? Optional.of(model.words().texts().text("products.none"))
            : chosen.isEmpty()
                ? BlockWords.refusal(products.get().offer(), model.words().wording())
                : Optional.<String>empty();
    text.setText(chosen);
    refusal.setText(why.orElse(""));
    refusal.setVisible(why.isPresent());
    copy.setDisable(chosen.isEmpty());
    export.setDisable(chosen.isEmpty());
  }

  private Optional<Product> chosen(Products products) {
    return products.all().stream().filter(each -> each.kind() == kind.getValue()).findFirst();
  }

  @FXML
  void copy() {
    products()
        .flatMap(this::chosen)
        .ifPresent(product ->
            parts.clip().product(model.words().wording().product(product.kind()), product.text()));
  }

  @FXML
  void export() {
    products()
        .flatMap(this::chosen)
        .ifPresent(product ->
            parts
                .dialogs()
                .save(product.kind().fileName())
                .ifPresent(file -> parts.reports().write(file, product.text())));
  }
}
