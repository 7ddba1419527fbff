package org.whence.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.whence.investigation.Investigation;
import org.whence.investigation.MailResult;
import org.whence.investigation.Sessions;
import org.whence.receiver.Product;
import org.whence.receiver.Products;

/// The report that a server reads: one of the things that a receiving server writes about the
/// client, or a rule that blocks it. They hold real values: what is defanged blocks nobody.
final class ProductReport {
  private final Investigation investigation;
  private final Wording wording;
  private final Writing writing;

  ProductReport(Investigation investigation, Wording wording, Writing writing) {
    this.investigation = investigation;
    this.wording = wording;
    this.writing = writing;
  }

  void write(Format format, OutputStream out) throws IOException {
    var kind = format.product().orElseThrow();
    var products = of(investigation, writing, Optional.empty());
    if (products.isEmpty()) {
      throw new ReportProblem(
          format.word() + ": no client's address is known; tell it with --ip, or write json");
    }
    var product = products.get().all().stream().filter(each -> each.kind() == kind).findFirst();
    if (product.isEmpty()) {
      throw new ReportProblem(format.word() + ": " + why(products.get(), kind));
    }
    var text = product.get().text();
    var told = wording.redaction().map(by -> by.text(text)).orElse(text);
    out.write(told.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private String why(Products products, Product.Kind kind) {
    return switch (kind) {
      case RECEIVED_SPF -> "SPF was not checked; check a mail that tells its client";
      case LOG_LINE -> "IPREV was not checked; leave --without iprev out";
      default ->
          BlockWords.refusal(products.offer(), wording).orElse("there is none") + "; write json";
    };
  }

  /// Everything that can be written about a client; empty where nobody's address is known.
  ///
  /// @param path a step that is looked at, where there are several clients
  static Optional<Products> of(Investigation found, Writing writing, Optional<String> path) {
    var signed = found.mail().map(Sessions::signed).orElse(List.of());
    var wanted =
        new Products.Wanted(
            found.mail().flatMap(MailResult::receiver).orElse("localhost"),
            writing.enterprise(),
            writing.ticket().orElseGet(() -> found.input().source().name()),
            found.finished(),
            writing.lasts());
    return Sessions.of(found, path)
        .map(session -> Products.of(session, signed, wanted, Sessions.own(found)));
  }
}
