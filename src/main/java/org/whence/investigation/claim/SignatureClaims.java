package org.whence.investigation.claim;

import org.whence.arc.ArcReason;
import org.whence.arc.ArcResult;
import org.whence.chain.Value;
import org.whence.chain.Verdict;
import org.whence.dkim.DkimReason;
import org.whence.dkim.DkimResult;
import org.whence.dkim.Signature;
import org.whence.dkim.SignatureResult;
import org.whence.mail.HeaderField;

/// Statements about signatures: `dkim` and `arc`.
final class SignatureClaims {
  private final Findings findings;

  SignatureClaims(Findings findings) {
    this.findings = findings;
  }

  Compared dkim(Holding holding) {
    if (findings.dkim().isEmpty()) {
      return holding.nothing(ClaimReason.NOT_CHECKED);
    }
    var ours = findings.dkim().get();
    if (holding.statement().word().equals(Verdict.NONE.word())) {
      return none(holding, ours);
    }
    var signature =
        ours.signatures().stream().filter(each -> isMeant(each, holding.statement())).findFirst();
    if (signature.isEmpty()) {
      holding.against(Verdict.NONE, ours.step().path());
      return holding
          .because(
              ClaimReason.SIGNATURE_MISSING,
              Value.of(holding.statement().domain("header.d", "header.i").orElse("")))
          .end();
    }
    var found = signature.get();
    if (found.reason() == DkimReason.OFFLINE) {
      return holding.nothing(ClaimReason.OFFLINE);
    }
    holding.against(found.verdict(), found.step().path());
    if (!holding.agrees()) {
      dkimCauses(holding, found);
    }
    return holding.end();
  }

  private static Compared none(Holding holding, DkimResult ours) {
    holding.against(ours.verdict(), ours.step().path());
    return holding.agrees()
        ? holding.end()
        : holding.because(ClaimReason.SIGNATURES_THERE, Value.of(ours.signatures().size())).end();
  }

  /// RFC 6008: the beginning of `b=` tells signatures of one domain apart.
  private static boolean isMeant(SignatureResult each, Statement statement) {
    var signature = each.signature();
    var beginning = statement.value("header.b").map(text -> text.replace(" ", ""));
    if (beginning.filter(text -> !text.isEmpty()).isPresent()) {
      return text(signature).startsWith(beginning.get());
    }
    var domain = statement.domain("header.d", "header.i");
    var selector = statement.value("header.s");
    return domain.isPresent()
        && signature.domain().filter(domain.get()::equalsIgnoreCase).isPresent()
        && (selector.isEmpty()
            || signature.selector().filter(selector.get()::equalsIgnoreCase).isPresent());
  }

  private static String text(Signature signature) {
    return signature.tags().value("b").orElse("").replaceAll("\\s", "");
  }

  private static void dkimCauses(Holding holding, SignatureResult ours) {
    var domain = Value.of(ours.signature().domain().orElse(""));
    var selector = Value.of(ours.signature().selector().orElse(""));
    switch (ours.reason()) {
      case NO_KEY, KEY_REVOKED -> holding.because(ClaimReason.KEY_GONE, domain, selector);
      case SEVERAL_KEYS,
          KEY_SYNTAX,
          KEY_DATA,
          KEY_TYPE,
          KEY_HASH,
          KEY_SERVICE,
          KEY_STRICT,
          KEY_TOO_LARGE ->
          holding.because(ClaimReason.KEY_CHANGED, domain, selector);
      case BODY_HASH -> holding.because(ClaimReason.BODY_CHANGED);
      case SIGNATURE -> holding.because(ClaimReason.HEADER_CHANGED);
      case BODY_AND_SIGNATURE ->
          holding.because(ClaimReason.BODY_CHANGED).because(ClaimReason.HEADER_CHANGED);
      case EXPIRED -> holding.because(ClaimReason.EXPIRED);
      case SHA1, SHORT_KEY, TESTING ->
          holding.because(ClaimReason.REFUSED_NOW, Value.of(ours.reason().word()));
      default -> holding.trouble();
    }
    if (!holding.explained()) {
      holding.because(ClaimReason.UNEXPLAINED);
    }
  }

  /// @param field where the statement stands: sets above it came later
  Compared arc(Holding holding, HeaderField field) {
    if (findings.arc().isEmpty()) {
      return holding.nothing(ClaimReason.NOT_CHECKED);
    }
    var ours = findings.arc().get();
    if (!findings.asking() && ours.verdict() != Verdict.NONE) {
      return holding.nothing(ClaimReason.OFFLINE);
    }
    holding.against(ours.verdict(), ours.step().path());
    if (!holding.agrees()) {
      arcCauses(holding, ours, field);
    }
    return holding.end();
  }

  private static void arcCauses(Holding holding, ArcResult ours, HeaderField field) {
    var later =
        ours.instances().stream()
            .flatMap(instance -> instance.seal().stream())
            .filter(seal -> seal.field().start() < field.start())
            .count();
    if (later > 0) {
      holding.because(ClaimReason.MORE_SETS, Value.of(later));
    }
    if (ours.reason() == ArcReason.MESSAGE_SIGNATURE) {
      holding.because(ClaimReason.BODY_CHANGED);
    }
    if (!holding.explained()) {
      holding.because(ClaimReason.UNEXPLAINED);
    }
  }

  /// Whether the chain holds, which says whose word a field of it is.
  Standing standing() {
    return findings.arc().filter(chain -> chain.verdict() == Verdict.PASS).isPresent()
        ? Standing.CHAIN_HOLDS
        : Standing.CHAIN_BROKEN;
  }
}
