package org.whence.gui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.whence.gui.model.TrustRow.Kind;
import org.whence.investigation.Input;
import org.whence.investigation.TrustLine;
import org.whence.mail.BorderRule;
import org.whence.mail.HopChain;
import org.whence.mail.Message;
import org.whence.mail.TrustedServers;

/// What the analyst does about trust. What the mail has is offered; what is chosen draws the line
/// at once, is remembered under a name where there is one, and lets a run that was made be made
/// again.
public final class TrustDesk {
  private final CaseModel model;
  private final Settings settings;
  private final Runnable changed;

  /// @param changed is told when a run would come to something else
  public TrustDesk(CaseModel model, Settings settings, Runnable changed) {
    this.model = model;
    this.settings = settings;
    this.changed = changed;
  }

  /// Takes what is remembered, and begins to watch the case.
  public void start() {
    var trust = model.trust();
    trust.profiles().setAll(settings.trustProfiles());
    trust.profileProperty().set(settings.trustProfile());
    trust.chosenProperty().set(settings.trust(settings.trustProfile()));
    model.inputProperty().subscribe((Consumer<Optional<Input>>) this::offer);
  }

  private TrustProfile chosen() {
    return model.trust().chosenProperty().get();
  }

  private TrustProfile judging() {
    return model.trust().judging();
  }

  /// A line that was drawn by hand was drawn in another mail.
  private void offer(Optional<Input> input) {
    if (input.isPresent() && chosen().border().strategy() == BorderRule.Strategy.HOP) {
      model.trust().chosenProperty().set(chosen().with(BorderRule.AUTOMATIC));
    }
    show();
  }

  private Optional<Message> message() {
    return model.inputProperty().get().flatMap(Input::message);
  }

  /// What can be believed, and where the line lies by what is.
  private void show() {
    var rows = new ArrayList<TrustRow>();
    var message = message();
    var chain = message.map(HopChain::of);
    chain.ifPresent(
        way -> Believable.servers(way).forEach(name -> add(Kind.SERVER, name, true, rows)));
    message.ifPresent(mail -> Believable.ids(mail).forEach(id -> add(Kind.ID, id, true, rows)));
    message.ifPresent(
        mail -> Believable.sealers(mail).forEach(domain -> add(Kind.SEALER, domain, true, rows)));
    judging().servers().forEach(server -> add(Kind.SERVER, server, false, rows));
    judging().ids().forEach(id -> add(Kind.ID, id, false, rows));
    judging().sealers().forEach(domain -> add(Kind.SEALER, domain, false, rows));
    model.trust().rows().setAll(rows);
    model
        .trust()
        .lineProperty()
        .set(
            chain
                .filter(way -> !way.hops().isEmpty())
                .map(way -> TrustLine.of(way, judging().trust())));
  }

  private void add(Kind kind, String text, boolean seen, List<TrustRow> rows) {
    var believed =
        switch (kind) {
          case SERVER -> judging().servers();
          case ID -> judging().ids();
          case SEALER -> judging().sealers();
        };
    var row = new TrustRow(kind, text, seen, believed.stream().anyMatch(text::equalsIgnoreCase));
    if (rows.stream().noneMatch(row::isSame)) {
      rows.add(row);
    }
  }

  /// Believes somebody, or no longer.
  public void believe(TrustRow row, boolean believed) {
    var servers = new ArrayList<>(chosen().servers());
    var ids = new ArrayList<>(chosen().ids());
    var sealers = new ArrayList<>(chosen().sealers());
    var list =
        switch (row.kind()) {
          case SERVER -> servers;
          case ID -> ids;
          case SEALER -> sealers;
        };
    list.removeIf(row.text()::equalsIgnoreCase);
    if (believed) {
      list.add(row.text());
    }
    choose(new TrustProfile(servers, ids, chosen().border(), sealers));
  }

  /// Believes a server that the mail need not have.
  ///
  /// @param text an address, a block or a name
  /// @return whether it is one of these
  public boolean believeServer(String text) {
    var server = text.strip();
    var known = !server.isEmpty() && TrustedServers.of(List.of(server)).rejected().isEmpty();
    if (known) {
      believe(new TrustRow(Kind.SERVER, server, false, true), true);
    }
    return known;
  }

  /// Draws the line by another rule.
  public void draw(BorderRule rule) {
    choose(chosen().with(rule));
  }

  private void choose(TrustProfile profile) {
    if (model.trust().keptProperty().get().isPresent()) {
      new Notices(model).tell(true, "trust.kept");
      show();
      return;
    }
    if (profile.equals(chosen())) {
      return;
    }
    model.trust().chosenProperty().set(profile);
    remember(model.trust().profileProperty().get());
    show();
    changed.run();
  }

  /// What was drawn by hand in one mail is not remembered for others.
  private void remember(String name) {
    var drawn = chosen().border().strategy() == BorderRule.Strategy.HOP;
    settings.trust(name, drawn ? chosen().with(BorderRule.AUTOMATIC) : chosen());
  }

  /// Keeps what is chosen under a name.
  public void save(String name) {
    var kept = name.strip();
    if (!kept.isEmpty()) {
      remember(kept);
      use(kept);
    }
  }

  /// Takes what was kept under a name; the empty name is that of nobody.
  public void load(String name) {
    use(name);
    choose(settings.trust(name));
  }

  /// Forgets what is kept under the name that is used. What is chosen stays so, without a name.
  public void forget() {
    var name = model.trust().profileProperty().get();
    if (!name.isEmpty()) {
      settings.forgetTrust(name);
      remember("");
      use("");
    }
  }

  private void use(String name) {
    settings.trustProfile(name);
    model.trust().profiles().setAll(settings.trustProfiles());
    model.trust().profileProperty().set(name);
  }
}
