package org.whence.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.whence.chain.Finding;
import org.whence.chain.Value;
import org.whence.chain.Verdict;
import org.whence.investigation.claim.ClaimReason;
import org.whence.investigation.claim.ClaimResult;
import org.whence.investigation.claim.Compared;
import org.whence.investigation.claim.ComparedField;

/// What a message claims beside what we find, as rows of words for people.
public final class ClaimTable {
  private final Wording wording;

  /// @param wording the words to show it with
  public ClaimTable(Wording wording) {
    this.wording = wording;
  }

  /// A statement and our own result of the same.
  ///
  /// @param field the name of the field, its line, and who wrote it by its own word
  /// @param believed whether it is believed, and why
  /// @param counts whether it is
  /// @param claimed the method and the word that is claimed, with what it is about
  /// @param ours our own result; empty where there is none of the same
  /// @param agreement how the two fit
  /// @param causes what the evidence offers as the cause
  /// @param path the step of our own result, or of the field where there is none
  public record Row(
      String field,
      String believed,
      boolean counts,
      String claimed,
      Optional<Verdict> ours,
      ClaimReason agreement,
      List<String> causes,
      String path) {
    public Row {
      causes = List.copyOf(causes);
    }

    /// All causes in a line.
    public String why() {
      return String.join("; ", causes);
    }
  }

  /// A row a statement, newest field first as they stand in the message; one for a field that
  /// states nothing.
  public List<Row> rows(ClaimResult claims) {
    var rows = new ArrayList<Row>();
    for (var field : claims.fields()) {
      if (field.statements().isEmpty()) {
        rows.add(
            row(
                field,
                wording.text("claims.nothing"),
                Optional.empty(),
                ClaimReason.NOT_RECOMPUTED,
                List.of(),
                field.path()));
      }
      field.statements().forEach(statement -> rows.add(row(field, statement)));
    }
    return List.copyOf(rows);
  }

  private Row row(ComparedField field, Compared compared) {
    var statement = compared.statement();
    return row(
        field,
        wording.running(
            statement.method()
                + "="
                + statement.word()
                + (statement.subject().isEmpty() ? "" : " " + statement.subject())),
        compared.ours(),
        compared.agreement(),
        compared.causes(),
        compared.path().orElse(field.path()));
  }

  private Row row(
      ComparedField field,
      String claimed,
      Optional<Verdict> ours,
      ClaimReason agreement,
      List<Finding> causes,
      String path) {
    var said = field.field();
    return new Row(
        wording.words(
            "claims.field",
            said.source().fieldName(),
            wording.running(said.by().orElse("")),
            Integer.toString(said.field().line())),
        wording.reason(field.standing(), List.of(Value.of(said.by().orElse("")))),
        field.standing().believed(),
        claimed,
        ours,
        agreement,
        causes.stream().map(wording::finding).toList(),
        path);
  }
}
