package org.whence.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.whence.chain.Value;
import org.whence.dmarc.AuthorResult;
import org.whence.dmarc.DmarcReason;
import org.whence.dmarc.DmarcResult;
import org.whence.investigation.Envelope;
import org.whence.investigation.Investigation;
import org.whence.investigation.MailResult;
import org.whence.investigation.Recognised;
import org.whence.investigation.claim.ClaimReason;
import org.whence.investigation.claim.ComparedField;
import org.whence.investigation.claim.Standing;
import org.whence.ip.Addresses;
import org.whence.spf.SpfResult;

/// What was found about a mail in one sentence, put together from reasons: where it came from, what
/// its sender's domain says of that, and whether anything speaks for its author. It weighs nothing
/// and concludes nothing.
public final class MailSentence {
  private final Wording wording;
  private final List<String> parts = new ArrayList<>();

  private MailSentence(Wording wording) {
    this.wording = wording;
  }

  /// The sentence; empty where no mail was checked.
  public static Optional<String> of(Investigation investigation, Wording wording) {
    return investigation.input().recognised() instanceof Recognised.Mail
        ? investigation.mail().map(mail -> of(mail, wording))
        : Optional.empty();
  }

  private static String of(MailResult mail, Wording wording) {
    var sentence = new MailSentence(wording);
    sentence.arrival(mail);
    mail.spf().ifPresent(spf -> sentence.spf(spf, mail));
    mail.dmarc().ifPresent(sentence::dmarc);
    mail.claims().ifPresent(claims -> sentence.claims(claims.fields()));
    return String.join("; ", sentence.parts) + ".";
  }

  private void arrival(MailResult mail) {
    var client = mail.envelope().ip().map(Envelope.Told::value).map(Addresses::text);
    if (client.isEmpty()) {
      parts.add(wording.text("sum.unknown"));
      return;
    }
    var shown = wording.name(client.get());
    var came =
        mail.receiver()
            .map(name -> wording.words("sum.reached", wording.name(name), shown))
            .orElseGet(() -> wording.words("sum.came", shown));
    parts.add(
        came
            + mail.iprev()
                .map(iprev ->
                    wording.words(
                        "sum.iprev." + iprev.reason().word(),
                        iprev.confirmed().stream().findFirst().map(wording::name).orElse("")))
                .orElse(""));
  }

  /// What passes is told by DMARC, where that was checked.
  private void spf(SpfResult spf, MailResult mail) {
    if (spf.verdict().failed() || mail.dmarc().isEmpty()) {
      var key = "sum.spf." + spf.verdict().word();
      if (wording.has(key) && !spf.domain().isEmpty()) {
        parts.add(wording.words(key, wording.name(spf.domain())));
      }
    }
  }

  private void dmarc(DmarcResult dmarc) {
    if (dmarc.decisive().isEmpty()) {
      told("sum.dmarc." + dmarc.reason().word(), texts(dmarc.values()));
      return;
    }
    if (dmarc.authors().size() > 1) {
      parts.add(wording.words("sum.authors", Integer.toString(dmarc.authors().size())));
    }
    author(dmarc.decisive().get());
  }

  private void author(AuthorResult author) {
    var reason = author.reason();
    var values = new ArrayList<String>();
    values.add(wording.name(author.domain()));
    if (reason == DmarcReason.ALIGNED) {
      values.add(text(author.values(), 1));
      told(
          "sum.dmarc.aligned-" + text(author.values(), 0).toLowerCase(java.util.Locale.ROOT),
          values);
      return;
    }
    told("sum.dmarc." + reason.word(), values);
    if (author.verdict().failed()) {
      author
          .policy()
          .ifPresent(policy -> told("sum.policy." + policy.effective().word(), List.of()));
    }
  }

  private List<String> texts(List<Value> values) {
    return values.stream().map(wording::value).toList();
  }

  private String text(List<Value> values, int place) {
    return values.size() > place ? wording.value(values.get(place)) : "";
  }

  private void claims(List<ComparedField> fields) {
    fields.stream()
        .filter(field -> field.standing() == Standing.OWN_ID_BELOW_LINE)
        .flatMap(field -> field.field().by().stream())
        .findFirst()
        .ifPresent(id -> told("sum.claims.own", List.of(wording.running(id))));
    fields.stream()
        .filter(field -> field.standing().believed())
        .filter(field -> !differing(field).isEmpty())
        .findFirst()
        .ifPresent(field ->
            told(
                "sum.claims.differ",
                List.of(wording.running(field.field().by().orElse("")), differing(field))));
  }

  private String differing(ComparedField field) {
    return field.statements().stream()
        .filter(each -> each.agreement() == ClaimReason.DIFFERENT)
        .map(each -> wording.running(each.statement().method()))
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private void told(String key, List<String> values) {
    if (wording.has(key)) {
      parts.add(wording.words(key, values.toArray(String[]::new)));
    }
  }
}
