package org.whence.investigation;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.whence.chain.Branch;
import org.whence.dkim.DkimResult;
import org.whence.dkim.SignatureResult;
import org.whence.iprev.IprevResult;
import org.whence.receiver.Judgement;
import org.whence.receiver.JudgementTree;
import org.whence.receiver.Profile;
import org.whence.receiver.Receiver;
import org.whence.receiver.Session;
import org.whence.receiver.Signed;

/// What a receiving server knew of a client, out of what an investigation found. Asks nothing.
public final class Sessions {
  private Sessions() {}

  /// The client of the mail, or else the address whose step has the path or lies above it, or the
  /// first; empty where nobody's address is known.
  ///
  /// @param path a step that is looked at
  public static Optional<Session> of(Investigation found, Optional<String> path) {
    if (found.mail().isPresent()) {
      return of(found.mail().get());
    }
    return path.flatMap(looked -> address(found, looked))
        .or(() -> found.iprev().stream().findFirst())
        .map(Session::of);
  }

  private static Optional<IprevResult> address(Investigation found, String path) {
    var top = path.split("\\.", 3);
    var above = top.length < 2 ? path : top[0] + "." + top[1];
    return found.iprev().stream()
        .filter(each -> (each.step().path() + ".").startsWith(above + "."))
        .findFirst();
  }

  /// The client of a mail; empty where its address is not known.
  public static Optional<Session> of(MailResult mail) {
    return mail.envelope()
        .ip()
        .map(ip ->
            new Session(
                ip.value(),
                mail.envelope().helo().map(Envelope.Told::value),
                mail.envelope().mailFrom().map(Envelope.Told::value),
                mail.iprev(),
                mail.heloStep(),
                mail.spf(),
                mail.dkim().map(each -> new Session.Checked(each.verdict(), each.step().path())),
                mail.arc().map(each -> new Session.Checked(each.verdict(), each.step().path())),
                mail.dmarc()));
  }

  /// The signatures of a mail, from top to bottom.
  public static List<Signed> signed(MailResult mail) {
    return mail.dkim().map(DkimResult::signatures).orElse(List.of()).stream()
        .map(Sessions::signed)
        .toList();
  }

  private static Signed signed(SignatureResult result) {
    var tags = result.signature().tags();
    return new Signed(
        result.verdict(),
        result.signature().domain().orElse(""),
        result.signature().selector().orElse(""),
        tags.value("a").orElse(""),
        tags.value("b").orElse("").replaceAll("\\s", ""));
  }

  /// Whether an address is a relay of the analyst's own: one that was named, one whose name was,
  /// confirmed or as a server above the trust line looked it up, or one that handed the message on
  /// above that line.
  public static Predicate<InetAddress> own(Investigation found) {
    var servers = found.parameters().options().trust().servers();
    var border = found.mail().flatMap(MailResult::border);
    return address ->
        servers.contains(address)
            || found.iprev().stream()
                .filter(each -> each.client().equals(address))
                .flatMap(each -> each.confirmed().stream())
                .anyMatch(servers::contains)
            || found.hops().stream()
                .filter(hop -> hop.hop().received().fromIp().filter(address::equals).isPresent())
                .anyMatch(hop ->
                    border.filter(at -> hop.hop().index() < at.index()).isPresent()
                        || (hop.believed() && servers.hasClient(hop.hop().received())));
  }

  /// Judges a session by profiles, a step each below the branch.
  static List<Judgement> judge(Session session, List<Profile> profiles, Branch above) {
    var judgements = new ArrayList<Judgement>();
    for (var profile : profiles) {
      var judged = Receiver.judge(profile, session);
      JudgementTree.grow(judged, above);
      judgements.add(judged);
    }
    return judgements;
  }
}
