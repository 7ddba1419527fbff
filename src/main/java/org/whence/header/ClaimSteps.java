package org.whence.header;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.whence.chain.Branch;
import org.whence.chain.Reason;
import org.whence.chain.Value;
import org.whence.mail.AuthenticationResults;
import org.whence.mail.AuthenticationResults.MethodResult;
import org.whence.mail.AuthenticationResultsParser;
import org.whence.mail.Belief;
import org.whence.mail.Claim;
import org.whence.mail.Flaw;
import org.whence.mail.HeaderField;
import org.whence.mail.Message;
import org.whence.mail.ReceivedSpf;

/// A step for each field that claims results about the message.
final class ClaimSteps {
  /// How many fields of a name are told, from the newest.
  private static final int MAX_FIELDS = 50;

  /// How many statements of a field are told.
  private static final int MAX_STATEMENTS = 50;

  private final Message message;
  private final Belief belief;
  private final Branch parent;

  private ClaimSteps(Message message, Belief belief, Branch parent) {
    this.message = message;
    this.belief = belief;
    this.parent = parent;
  }

  static void tell(Message message, Belief belief, Branch parent) {
    var steps = new ClaimSteps(message, belief, parent);
    belief.claims().stream().limit(MAX_FIELDS).forEach(steps::claim);
    steps.others("ARC-Authentication-Results", true);
    steps.others("X-MS-Exchange-Authentication-Results", false);
    steps.all("Received-SPF").forEach(steps::receivedSpf);
  }

  private Stream<HeaderField> all(String name) {
    return message.all(name).stream().limit(MAX_FIELDS);
  }

  private void claim(Claim claim) {
    var branch = open(claim.field(), claim.authservId());
    branch.note(why(claim), id(claim.authservId()));
    tell(claim.says(), claim.field(), branch);
  }

  private HeaderReason why(Claim claim) {
    if (belief.believed().contains(claim)) {
      return HeaderReason.BELIEVED;
    }
    if (claim.authservId().isEmpty()) {
      return HeaderReason.NO_AUTHSERV_ID;
    }
    if (belief.why() == Belief.Why.NO_LIST) {
      return HeaderReason.NO_LIST;
    }
    if (!belief.listed().contains(claim)) {
      return HeaderReason.NOT_LISTED;
    }
    return belief.why() == Belief.Why.BELOW_LINE
        ? HeaderReason.BELOW_LINE
        : HeaderReason.NOT_NEWEST;
  }

  private void others(String name, boolean arc) {
    all(name)
        .forEach(field -> {
          var says =
              arc
                  ? AuthenticationResultsParser.parseArc(field.rawValue())
                  : AuthenticationResultsParser.parse(field.rawValue());
          var branch = open(field, says.authservId());
          branch.note(HeaderReason.FOR_OTHERS);
          tell(says, field, branch);
        });
  }

  private void receivedSpf(HeaderField field) {
    var says = ReceivedSpf.parse(field.rawValue());
    var branch = open(field, says.value("receiver"));
    branch.note(HeaderReason.FOR_OTHERS);
    says.result()
        .ifPresent(result -> {
          var rest =
              says.pairs().stream()
                  .map(pair -> pair.key() + "=" + pair.value())
                  .collect(Collectors.joining(" "));
          branch.note(HeaderReason.CLAIMED, Value.of("spf"), Value.of(result), Value.of(rest));
        });
    flaws(says.flaws(), field, branch);
    branch.close();
  }

  private Branch open(HeaderField field, Optional<String> id) {
    var place = new Value.Place(field.line(), field.start(), field.end());
    return parent.open(HeaderTopic.CLAIM, Value.of(field.name()), id(id), place);
  }

  private static Value id(Optional<String> id) {
    return Value.of(id.orElse(""));
  }

  private static void tell(AuthenticationResults says, HeaderField field, Branch branch) {
    says.results().stream().limit(MAX_STATEMENTS).forEach(result -> tell(result, branch));
    flaws(says.flaws(), field, branch);
    branch.close();
  }

  private static void tell(MethodResult result, Branch branch) {
    branch.note(
        HeaderReason.CLAIMED,
        Value.of(result.method()),
        Value.of(result.result()),
        Value.of(basis(result)));
    if (result.method().equals("compauth")) {
      result
          .reason()
          .flatMap(code -> Codes.bundled().code("compauth", "reason", code))
          .ifPresent(code -> branch.note(HeaderReason.CODE, code.values()));
    }
  }

  /// What a statement rests on: its reason, then its properties.
  private static String basis(MethodResult result) {
    return Stream.concat(
            result.reason().stream().map(reason -> "reason=" + reason),
            result.properties().stream()
                .map(each ->
                    each.ptype().map(ptype -> ptype + ".").orElse("")
                        + each.property()
                        + "="
                        + each.value()))
        .collect(Collectors.joining(" "));
  }

  private static void flaws(List<Flaw> flaws, HeaderField field, Branch branch) {
    for (var flaw : flaws) {
      Reason reason = HeaderReason.CLAIM_FLAW;
      branch.note(
          reason, Value.of(flaw.kind().word()), field.place(flaw.offset(), flaw.offset() + 1));
    }
  }
}
