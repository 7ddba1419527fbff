package org.whence.investigation.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.whence.chain.Branch;
import org.whence.chain.Finding;
import org.whence.chain.Value;
import org.whence.chain.Verdict;
import org.whence.header.Code;
import org.whence.header.Codes;
import org.whence.header.HeaderReason;
import org.whence.mail.Belief;
import org.whence.mail.Message;

/// Holds what the fields of a message claim against what we find, a step each. Nothing is asked.
public final class ClaimCheck {
  private final List<ClaimField> fields;
  private final WrittenAt writtenAt;
  private final Standings standings;
  private final ClientClaims clients;
  private final SignatureClaims signatures;
  private final AuthorClaims authors;

  private ClaimCheck(
      List<ClaimField> fields, WrittenAt writtenAt, Standings standings, Findings findings) {
    this.fields = fields;
    this.writtenAt = writtenAt;
    this.standings = standings;
    this.clients = new ClientClaims(findings);
    this.signatures = new SignatureClaims(findings);
    this.authors = new AuthorClaims(findings);
  }

  /// Reads the fields of a message.
  ///
  /// @param writtenAt where fields stand on the way
  /// @param own the ids of the analyst's servers
  /// @param findings what we found
  public static ClaimCheck of(Message message, WrittenAt writtenAt, OwnIds own, Findings findings) {
    var fields = ClaimReader.read(message);
    var belief = Belief.of(message, own.listed(), writtenAt.line(writtenAt.certain()));
    return new ClaimCheck(
        fields, writtenAt, Standings.of(fields, writtenAt, own, belief), findings);
  }

  /// Holds all of them, in a step below the branch; nothing where there are none.
  public Optional<ClaimResult> check(Branch above) {
    if (fields.isEmpty()) {
      return Optional.empty();
    }
    var branch = above.open(ClaimTopic.CLAIMS, Value.of(fields.size()));
    var compared = new ArrayList<ComparedField>();
    for (var field : fields) {
      compared.add(field(field, branch));
    }
    return Optional.of(new ClaimResult(compared, branch.close()));
  }

  private ComparedField field(ClaimField field, Branch above) {
    var branch =
        above.open(
            ClaimTopic.FIELD,
            Value.of(field.source().fieldName()),
            Value.of(field.by().orElse("")),
            new Value.Place(field.field().line(), field.field().start(), field.field().end()));
    var standing = standings.of(field, signatures.standing());
    var statements = new ArrayList<Compared>();
    for (var statement : field.statements()) {
      statements.add(statement(field, standing, statement, List.copyOf(statements), branch));
    }
    for (var flaw : field.flaws()) {
      branch.note(
          ClaimReason.FLAW,
          Value.of(flaw.kind().word()),
          field.field().place(flaw.offset(), flaw.offset() + 1));
    }
    branch.close(Verdict.NEUTRAL, standing, Value.of(field.by().orElse("")));
    return new ComparedField(field, standing, statements, branch.path());
  }

  private Compared statement(
      ClaimField field,
      Standing standing,
      Statement statement,
      List<Compared> before,
      Branch above) {
    var compared = withDoubt(compare(field, new Holding(statement), before), standing);
    var step =
        above.open(
            ClaimTopic.STATEMENT,
            Value.of(statement.method()),
            Value.of(statement.word()),
            Value.of(statement.basis()));
    compared
        .causes()
        .forEach(cause -> step.note(cause.reason(), cause.values().toArray(Value[]::new)));
    code(statement).ifPresent(code -> step.note(HeaderReason.CODE, code.values()));
    if (compared.agreement() == ClaimReason.NOT_RECOMPUTED) {
      step.close(Verdict.NEUTRAL, ClaimReason.NOT_RECOMPUTED);
    } else {
      step.close(
          Verdict.NEUTRAL,
          compared.agreement(),
          Value.of(compared.ours().map(Verdict::word).orElse("")),
          Value.of(compared.path().orElse("")));
    }
    return compared;
  }

  /// What Microsoft's composite authentication says by a number.
  private static Optional<Code> code(Statement statement) {
    return statement.method().equals("compauth")
        ? statement
            .result()
            .reason()
            .flatMap(reason -> Codes.bundled().code("compauth", "reason", reason))
        : Optional.empty();
  }

  private Compared compare(ClaimField field, Holding holding, List<Compared> before) {
    return switch (holding.statement().method()) {
      case "iprev" -> clients.iprev(holding);
      case "spf" -> clients.spf(holding, writtenAt.elsewhere(field.field()));
      case "dkim" -> signatures.dkim(holding);
      case "arc" -> signatures.arc(holding, field.field());
      case "dmarc" -> authors.dmarc(holding, before);
      default ->
          holding.nothing(ClaimReason.METHOD_NOT_CHECKED, Value.of(holding.statement().method()));
    };
  }

  /// A difference of a field that nobody vouches for may simply be untrue.
  private static Compared withDoubt(Compared compared, Standing standing) {
    if (standing.believed() || compared.agreement() != ClaimReason.DIFFERENT) {
      return compared;
    }
    var causes = new ArrayList<>(compared.causes());
    causes.add(new Finding(ClaimReason.NOT_BELIEVED, List.of()));
    return new Compared(
        compared.statement(), compared.ours(), compared.path(), compared.agreement(), causes);
  }
}
