package org.whence.receiver;

import java.util.List;
import org.whence.dmarc.AuthorResult;
import org.whence.dmarc.DmarcResult;
import org.whence.ip.Addresses;
import org.whence.iprev.IprevResult;
import org.whence.spf.SpfIdentity;
import org.whence.spf.SpfResult;

/// Writes the Authentication-Results field that a server which found what we found would have
/// written (RFC 8601, 2.2).
public final class AuthenticationResultsWriter {
  private AuthenticationResultsWriter() {}

  /// The field, folded, with its last line end; `none` where nothing was checked.
  ///
  /// @param authservId the name of the server that writes it, hostile
  /// @param signatures the signatures, from top to bottom
  public static String write(String authservId, Session session, List<Signed> signatures) {
    var field = new FieldText("Authentication-Results", FieldText.value(authservId));
    session.iprev().ifPresent(iprev -> field.add(iprev(iprev)));
    session.spf().ifPresent(spf -> field.add(spf(spf)));
    signatures.forEach(signature -> field.add(dkim(signature)));
    session
        .dkim()
        .ifPresent(best -> {
          if (signatures.isEmpty()) {
            field.add("dkim=" + best.verdict().word());
          }
        });
    session.arc().ifPresent(arc -> field.add("arc=" + arc.verdict().word()));
    session.dmarc().ifPresent(dmarc -> dmarc(dmarc, field));
    var checked =
        session.iprev().isPresent()
            || session.spf().isPresent()
            || session.dkim().isPresent()
            || !signatures.isEmpty()
            || session.arc().isPresent()
            || session.dmarc().isPresent();
    return (checked ? field : field.add("none")).text(";");
  }

  private static String iprev(IprevResult iprev) {
    var names =
        iprev.confirmed().isEmpty()
            ? iprev.names().stream().map(n -> n.name())
            : iprev.confirmed().stream();
    return "iprev="
        + iprev.verdict().word()
        + names.findFirst().map(name -> " " + FieldText.comment(name)).orElse("")
        + " policy.iprev="
        + FieldText.value(Addresses.text(iprev.client()));
  }

  private static String spf(SpfResult spf) {
    var helo = spf.identity() == SpfIdentity.HELO;
    var identity = helo ? spf.request().helo() : bare(spf.request().mailFrom());
    return "spf="
        + spf.verdict().word()
        + (helo ? " smtp.helo=" : " smtp.mailfrom=")
        + FieldText.address(identity);
  }

  private static String bare(String path) {
    return path.startsWith("<") && path.endsWith(">") ? path.substring(1, path.length() - 1) : path;
  }

  private static String dkim(Signed signature) {
    return "dkim="
        + signature.verdict().word()
        + property(" header.d=", signature.domain())
        + property(" header.s=", signature.selector())
        + property(" header.a=", signature.algorithm())
        + property(" header.b=", signature.beginning());
  }

  private static String property(String name, String value) {
    return value.isEmpty() ? "" : name + FieldText.value(value);
  }

  /// One result an author's domain (RFC 8601, 2.7.4; RFC 9989, 9.1 for `policy.dmarc`).
  private static void dmarc(DmarcResult dmarc, FieldText field) {
    // Without authors, or with more than are judged: then those alone would claim too much.
    if (dmarc.decisive().isEmpty()) {
      field.add("dmarc=" + dmarc.verdict().word());
    }
    for (AuthorResult author : dmarc.authors()) {
      field.add(
          "dmarc="
              + author.verdict().word()
              + author
                  .policy()
                  .map(policy -> " policy.dmarc=" + policy.effective().word())
                  .orElse("")
              + " header.from="
              + FieldText.value(author.domain()));
    }
  }
}
