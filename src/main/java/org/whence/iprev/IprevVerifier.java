package org.whence.iprev;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.whence.chain.Branch;
import org.whence.chain.Value;
import org.whence.chain.Verdict;
import org.whence.dns.Answer;
import org.whence.dns.Failure;
import org.whence.dns.Question;
import org.whence.ip.ReverseName;
import org.whence.ip.SpecialUse;
import org.xbill.DNS.Name;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/// Checks clients by RFC 8601, 3. Keeps nothing between checks; any number may run at once.
public final class IprevVerifier {
  /// How many names are looked up (RFC 8601, 3 wants a limit; the number is RFC 7208's, 4.6.4).
  public static final int MAX_NAMES = 10;

  private final boolean asksSpecialUse;

  /// @param asksSpecialUse whether addresses of special use are asked all the same: because the
  ///   analyst insists, or because answers come from somewhere that they named
  public IprevVerifier(boolean asksSpecialUse) {
    this.asksSpecialUse = asksSpecialUse;
  }

  /// Checks a client in a step below the branch.
  public IprevResult check(InetAddress client, Branch branch) throws InterruptedException {
    return new Check(client, branch.open(IprevTopic.CHECK, Value.of(client))).run();
  }

  /// Tells, in a step below the branch, that the client was not checked because nothing may be
  /// asked.
  public IprevResult offline(InetAddress client, Branch branch) {
    var check = branch.open(IprevTopic.CHECK, Value.of(client));
    return new Check(client, check).end(Verdict.NONE, IprevReason.OFFLINE, List.of());
  }

  private final class Check {
    private final InetAddress client;
    private final Branch branch;

    Check(InetAddress client, Branch branch) {
      this.client = client;
      this.branch = branch;
    }

    IprevResult run() throws InterruptedException {
      var special = SpecialUse.of(client);
      if (special.isPresent()) {
        if (!special.get().asked() && !asksSpecialUse) {
          return notApplicable(special.get());
        }
        branch.note(IprevReason.SPECIAL_USE, values(special.get()));
      }
      var question = new Question(ReverseName.of(client), Type.PTR);
      return switch (branch.ask(question)) {
        case Answer.Records(_, var records) -> names(records);
        // RFC 8601, 2.7.3: permerror where no PTR record was found
        case Answer.NoData _, Answer.NoSuchDomain _, Answer.Aliases _ ->
            end(Verdict.PERMERROR, IprevReason.NO_PTR, List.of());
        // It was not asked when the recording was made, for the reason above.
        case Answer.Failed(var failure, _)
            when failure == Failure.NOT_RECORDED && special.isPresent() && !special.get().asked() ->
            notApplicable(special.get());
        case Answer.Failed failed ->
            end(
                Verdict.TEMPERROR,
                IprevReason.LOOKUP_FAILED,
                List.of(),
                LookUp.values(question, failed));
      };
    }

    private IprevResult notApplicable(SpecialUse block) {
      return end(Verdict.NONE, IprevReason.NOT_APPLICABLE, List.of(), values(block));
    }

    private IprevResult names(List<Record> records) throws InterruptedException {
      var pieces = new ArrayList<Callable<NameCheck>>();
      for (var target : targets(records)) {
        var name = new NameCheck(client, target, branch);
        var evaluated = pieces.size() < MAX_NAMES;
        pieces.add(() -> evaluated ? name.lookUp() : name.leave(MAX_NAMES));
      }
      var checks = branch.together(pieces);
      var pass = false;
      for (var check : checks) {
        pass |= check.leadsBack();
      }
      var names = new ArrayList<PtrName>(checks.size());
      for (var check : checks) {
        names.add(check.end(!pass));
      }
      return judge(checks, names);
    }

    /// The names in order, each once: case and the root dot do not count (RFC 4343).
    private static List<Name> targets(List<Record> records) {
      if (records.size() == 1 && records.getFirst() instanceof PTRRecord only) {
        return List.of(only.getTarget());
      }
      Map<Name, Name> once = new LinkedHashMap<>();
      for (var record : records) {
        if (record instanceof PTRRecord ptr) {
          once.putIfAbsent(ptr.getTarget(), ptr.getTarget());
        }
      }
      return List.copyOf(once.values());
    }

    private IprevResult judge(List<NameCheck> checks, List<PtrName> names) {
      for (var name : names) {
        if (name.confirmed()) {
          return end(Verdict.PASS, IprevReason.CONFIRMED, names, Value.domain(name.name()));
        }
      }
      var failed = checks.stream().flatMap(check -> check.failed().stream()).findFirst();
      if (failed.isPresent()) {
        return end(Verdict.TEMPERROR, IprevReason.LOOKUP_FAILED, names, failed.get().values());
      }
      if (names.size() > MAX_NAMES) {
        return end(
            Verdict.FAIL, IprevReason.LIMIT, names, Value.of(names.size()), Value.of(MAX_NAMES));
      }
      var addressed = names.stream().anyMatch(name -> !name.addresses().isEmpty());
      return end(Verdict.FAIL, addressed ? IprevReason.MISMATCH : IprevReason.NO_FORWARD, names);
    }

    IprevResult end(Verdict verdict, IprevReason reason, List<PtrName> names, Value... values) {
      return new IprevResult(client, verdict, reason, names, branch.close(verdict, reason, values));
    }
  }

  private static Value[] values(SpecialUse block) {
    return new Value[] {
      Value.of(block.block().toString()), Value.of(block.name()), Value.of(block.rfc())
    };
  }
}
