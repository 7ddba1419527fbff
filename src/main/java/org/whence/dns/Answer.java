package org.whence.dns;

import java.util.List;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.Record;

/// What a question brought. Aliases that the answer went through are listed in the order in which
/// they are followed, beginning with that of the question's name.
public sealed interface Answer {

  /// The aliases (CNAME, RFC 1034, 3.6.2) on the way, in order; empty without any.
  List<CNAMERecord> aliases();

  /// The stable word of recordings: `answer nodata nxdomain` or a word of [Failure].
  String outcome();

  /// There are records of the type, at the name or at the end of its aliases.
  ///
  /// @param records at least one, in the order received
  record Records(List<CNAMERecord> aliases, List<Record> records) implements Answer {
    public Records {
      aliases = List.copyOf(aliases);
      records = List.copyOf(records);
    }

    @Override
    public String outcome() {
      return "answer";
    }
  }

  /// The server gave aliases and did not follow them to their end: the last target is a question of
  /// its own. So do authoritative servers for names that are not theirs.
  ///
  /// @param aliases at least one
  record Aliases(List<CNAMERecord> aliases) implements Answer {
    public Aliases {
      aliases = List.copyOf(aliases);
    }

    @Override
    public String outcome() {
      return "answer";
    }
  }

  /// The name exists and has no record of the type (NODATA, RFC 2308, 2.2).
  record NoData(List<CNAMERecord> aliases) implements Answer {
    public NoData {
      aliases = List.copyOf(aliases);
    }

    @Override
    public String outcome() {
      return "nodata";
    }
  }

  /// The name, or the end of its aliases, does not exist (NXDOMAIN, RFC 2308, 2.1).
  record NoSuchDomain(List<CNAMERecord> aliases) implements Answer {
    public NoSuchDomain {
      aliases = List.copyOf(aliases);
    }

    @Override
    public String outcome() {
      return "nxdomain";
    }
  }

  /// Nothing was learned.
  ///
  /// @param detail what the system or the server said beyond the failure's word; may be empty
  record Failed(Failure failure, String detail) implements Answer {
    @Override
    public List<CNAMERecord> aliases() {
      return List.of();
    }

    @Override
    public String outcome() {
      return failure.word();
    }
  }
}
