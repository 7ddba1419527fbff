package org.whence.investigation;

import java.util.Locale;
import java.util.Optional;
import org.whence.chain.Branch;
import org.whence.chain.Value;
import org.whence.ip.AddressLiteral;
import org.whence.ip.Addresses;
import org.whence.mail.HeaderField;
import org.whence.mail.Message;
import org.whence.mail.ReceivedSpf;
import org.whence.spf.SpfResult;

/// What the message's Received-SPF fields claim, held beside what was found (RFC 7208, 9.1).
final class SpfClaims {
  /// How many fields are held beside it, from the newest.
  private static final int MAX_FIELDS = 50;

  private final SpfResult ofSender;
  private final Optional<SpfResult> ofHelo;
  private final Branch branch;

  private SpfClaims(SpfResult ofSender, Optional<SpfResult> ofHelo, Branch branch) {
    this.ofSender = ofSender;
    this.ofHelo = ofHelo;
    this.branch = branch;
  }

  static void tell(Message message, SpfResult ofSender, Optional<SpfResult> ofHelo, Branch branch) {
    var claims = new SpfClaims(ofSender, ofHelo, branch);
    message.all("Received-SPF").stream().limit(MAX_FIELDS).forEach(claims::field);
  }

  private void field(HeaderField field) {
    var says = ReceivedSpf.parse(field.rawValue());
    says.result().ifPresent(result -> claim(result, says, field));
  }

  private void claim(String result, ReceivedSpf says, HeaderField field) {
    var claimed = Value.of(result);
    var by = Value.of(says.value("receiver").orElse(""));
    var place = new Value.Place(field.line(), field.start(), field.end());
    if (isElsewhere(says)) {
      branch.note(
          InvestigationReason.SPF_CLAIM_ELSEWHERE,
          claimed,
          by,
          place,
          Value.of(says.value("client-ip").orElse("")),
          Value.of(says.value("envelope-from").orElse("")));
      return;
    }
    var found = found(says).verdict().word();
    if (result.equals(found)) {
      branch.note(InvestigationReason.SPF_CLAIM_SAME, claimed, by, place);
    } else {
      branch.note(InvestigationReason.SPF_CLAIM_DIFFERS, claimed, by, place, Value.of(found));
    }
  }

  private SpfResult found(ReceivedSpf says) {
    return says.value("identity").filter("helo"::equalsIgnoreCase).isPresent()
        ? ofHelo.orElse(ofSender)
        : ofSender;
  }

  /// Whether it names a client or a sender other than the one that was judged. A word that is no
  /// address names nobody.
  private boolean isElsewhere(ReceivedSpf says) {
    var seen = Addresses.of(ofSender.request().ip().getAddress());
    var otherClient =
        says.value("client-ip")
            .flatMap(AddressLiteral::find)
            .filter(literal -> !literal.address().equals(seen))
            .isPresent();
    return otherClient
        || says.value("envelope-from")
            .map(SpfClaims::domain)
            .filter(domain -> !domain.isEmpty())
            .filter(domain -> !domain.equals(domain(ofSender.request().mailFrom())))
            .isPresent();
  }

  private static String domain(String path) {
    var bare = path.strip().toLowerCase(Locale.ROOT).replace("<", "").replace(">", "");
    return bare.substring(bare.lastIndexOf('@') + 1);
  }
}
