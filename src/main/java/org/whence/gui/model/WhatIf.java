package org.whence.gui.model;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.whence.investigation.Investigation;
import org.whence.investigation.MailResult;
import org.whence.investigation.claim.ClaimResult;
import org.whence.ip.AddressLiteral;
import org.whence.spf.SpfIdentity;
import org.whence.spf.SpfResult;
import org.whence.spf.Supposed;
import org.whence.spf.Supposition;

/// What SPF would say, had something else been seen: reads what is supposed, and finds the branches
/// that came of it beside that of the run, in whose tree they are.
public final class WhatIf {
  private final CaseModel model;

  /// Why nothing can be supposed.
  public enum Problem {
    /// SPF was not judged: there is no mail, or the run goes on.
    NO_RESULT,
    /// Nothing else is named.
    NOTHING_ELSE,
    /// What stands for an address is none.
    NO_ADDRESS
  }

  /// What was read of the fields: something to be supposed, or why not.
  public sealed interface Asked {
    /// Something to be supposed of a result.
    record Of(SpfResult seen, Supposition what) implements Asked {}

    /// Why not.
    record Not(Problem why) implements Asked {}
  }

  /// A branch of evidence beside that of the run.
  ///
  /// @param supposed what would be said
  /// @param root its step, which has the whole check below it
  public record Branch(Supposed supposed, ChainNode root) {}

  /// @param model the case
  public WhatIf(CaseModel model) {
    this.model = model;
  }

  /// The result that is supposed about: that of the identity whose branch is looked at, else of the
  /// envelope's sender.
  public Optional<SpfResult> seen() {
    var mail = model.investigationProperty().get().flatMap(found -> found.mail());
    var selected = model.selectedProperty().get().map(ChainNode::path).orElse("");
    return mail.flatMap(MailResult::spfHelo)
        .filter(helo -> selected.startsWith(helo.step().path()))
        .or(() -> mail.flatMap(MailResult::spf));
  }

  /// What was supposed, the latest first.
  public List<Branch> branches() {
    return model
        .investigationProperty()
        .get()
        .flatMap(Investigation::mail)
        .map(MailResult::supposed)
        .orElse(List.of())
        .reversed()
        .stream()
        .flatMap(each ->
            model.chain().at(each.step().path()).stream().map(root -> new Branch(each, root)))
        .toList();
  }

  /// The branch of the run that belongs to the result.
  public Optional<ChainNode> seenNode() {
    return seen().flatMap(result -> model.chain().at(result.step().path()));
  }

  /// Reads the fields; what is left blank, or is as it was, stays as it was.
  public Asked read(String ip, String helo, String mailFrom) {
    var seen = seen();
    if (seen.isEmpty()) {
      return new Asked.Not(Problem.NO_RESULT);
    }
    var request = seen.get().request();
    var address = Optional.<InetAddress>empty();
    if (!ip.isBlank()) {
      address = AddressLiteral.find(ip.strip()).map(AddressLiteral::address);
      if (address.isEmpty()) {
        return new Asked.Not(Problem.NO_ADDRESS);
      }
    }
    var what =
        new Supposition(
            address.filter(other -> !other.equals(request.ip())),
            other(helo, request.helo()),
            other(mailFrom, request.mailFrom()),
            seen.get().identity() == SpfIdentity.HELO);
    return what.isEmpty() ? new Asked.Not(Problem.NOTHING_ELSE) : new Asked.Of(seen.get(), what);
  }

  /// `<>` is the null sender.
  private static Optional<String> other(String text, String seen) {
    var told = text.strip();
    return told.isEmpty() || told.equals(seen)
        ? Optional.empty()
        : Optional.of(told.equals("<>") ? "" : told);
  }

  /// What the fields of the mail say of SPF, newest first: the field, and its word.
  public List<String> claims() {
    var lines = new ArrayList<String>();
    model
        .investigationProperty()
        .get()
        .flatMap(found -> found.mail())
        .flatMap(MailResult::claims)
        .map(ClaimResult::fields)
        .stream()
        .flatMap(List::stream)
        .forEach(field ->
            field.statements().stream()
                .map(compared -> compared.statement())
                .filter(statement -> statement.method().equals("spf"))
                .map(statement ->
                    Stream.of(
                            field.field().source().fieldName(),
                            field.field().by().map(model.words().wording()::name).orElse(""),
                            model.words().wording().running(statement.word()))
                        .filter(part -> !part.isEmpty())
                        .toList())
                .map(parts -> String.join(" ", parts))
                .forEach(lines::add));
    return lines;
  }
}
