package org.whence.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateException;
import gg.jte.output.WriterOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.whence.mail.Sha256;

/// The report as one page that is complete without the program and without a network.
///
/// Its content security policy allows the one style sheet, by its hash, and nothing else: no
/// script, no image, no font, no frame, no form (CSP Level 3). Templates escape every value by its
/// context.
final class HtmlReport {
  private static final String PACKAGE = "org.whence.report.template";

  /// Writes the page as it is rendered: nowhere is it held as a whole.
  void write(Page page, OutputStream out) throws IOException {
    render(page, resource("report.css"), out);
  }

  /// Writes the page with a style sheet, and leaves the stream open.
  static void render(Page page, String style, OutputStream out) throws IOException {
    var engine =
        TemplateEngine.createPrecompiled(
            null, ContentType.Html, HtmlReport.class.getClassLoader(), PACKAGE);
    var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    try {
      engine.render(
          "report.jte",
          Map.of("page", page, "style", style, "policy", policy(style)),
          new WriterOutput(writer));
    } catch (TemplateException e) {
      // What the stream throws comes back in two layers.
      if (e.getCause() instanceof UncheckedIOException written) {
        throw written.getCause();
      }
      throw e;
    }
    writer.flush();
  }

  static String policy(String style) {
    var hash = Sha256.digest().digest(style.getBytes(StandardCharsets.UTF_8));
    return "default-src 'none'; style-src 'sha256-"
        + Base64.getEncoder().encodeToString(hash)
        + "'; base-uri 'none'; form-action 'none'";
  }

  /// A text that lies beside this class.
  static String resource(String name) {
    try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not in the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
