package org.whence.gui.model;

import org.whence.report.Defang;
import org.whence.report.Report;

/// Copies nodes, each in the form that was asked for, and says what was copied.
public final class Clip {
  private static final int TOLD = 60;

  private final Clipboard clipboard;
  private final CaseModel model;

  /// @param clipboard where copies go
  public Clip(Clipboard clipboard, CaseModel model) {
    this.clipboard = clipboard;
    this.model = model;
  }

  /// The real value of a node.
  public void value(ChainNode node) {
    put("copied.value", NodeWords.value(node));
  }

  /// The value, so that no program makes a link of it.
  public void defanged(ChainNode node) {
    put("copied.value", Defang.text(NodeWords.value(node)));
  }

  /// The step with its evidence and all below it, as in a report; what is not closed yet has none.
  public void json(ChainNode node) {
    node.state()
        .step()
        .ifPresentOrElse(
            step -> {
              clipboard.put(Report.json(step));
              tell(false, "copied.json");
            },
            () -> tell(true, "copied.open"));
  }

  /// The row as it is shown, columns parted by tabs.
  public void row(ChainNode node) {
    clipboard.put(model.words().row(node).line());
    tell(false, "copied.row");
  }

  /// Any text.
  public void text(String text) {
    clipboard.put(text);
    tell(false, "copied.text");
  }

  /// Something that was written for elsewhere, by its name.
  public void product(String name, String text) {
    clipboard.put(text);
    tell(false, "copied.value", name);
  }

  private void put(String key, String value) {
    clipboard.put(value);
    var shown = model.words().wording().running(value);
    var end = shown.offsetByCodePoints(0, Math.min(TOLD, shown.codePointCount(0, shown.length())));
    tell(false, key, shown.substring(0, end));
  }

  private void tell(boolean error, String key, Object... values) {
    model.noticeProperty().set(new Notice(error, model.words().texts().text(key, values)));
  }
}
