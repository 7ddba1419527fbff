package org.whence.dns;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;

/// How long an answer may be kept.
final class TimeToLive {
  /// RFC 2308, 5: one to three hours is what works well for negative answers.
  static final Duration LONGEST_NEGATIVE = Duration.ofHours(3);

  /// RFC 2181, 8: a TTL with the most significant bit set counts as zero.
  private static final long LARGEST = Integer.MAX_VALUE;

  private TimeToLive() {}

  /// How long this one may be kept from now.
  ///
  /// @return zero where the answer must not be kept: failures, and negative answers without an SOA
  static Duration of(Exchange exchange) {
    return switch (exchange.answer()) {
      case Answer.Records(var aliases, var records) -> least(smallest(aliases), smallest(records));
      case Answer.Aliases(var aliases) -> smallest(aliases);
      case Answer.NoData _, Answer.NoSuchDomain _ -> negative(exchange);
      case Answer.Failed _ -> Duration.ZERO;
    };
  }

  /// Of no records, as long as anything may be kept.
  private static Duration smallest(List<? extends Record> records) {
    var smallest = LARGEST;
    for (var record : records) {
      smallest = Math.min(smallest, seconds(record));
    }
    return Duration.ofSeconds(smallest);
  }

  private static long seconds(Record record) {
    return record.getTTL() > LARGEST ? 0 : record.getTTL();
  }

  /// RFC 2308, 5: the smaller of the SOA's own TTL and its MINIMUM; not longer than the aliases
  /// that led there.
  private static Duration negative(Exchange exchange) {
    var aliases = exchange.answer().aliases();
    var end = aliases.isEmpty() ? exchange.question().name() : aliases.getLast().getTarget();
    var kept = soa(exchange, end).map(soa -> Math.min(seconds(soa), soa.getMinimum())).orElse(0L);
    var negative = least(Duration.ofSeconds(kept), LONGEST_NEGATIVE);
    return least(negative, smallest(aliases));
  }

  private static Optional<SOARecord> soa(Exchange exchange, Name name) {
    List<Record> authority =
        exchange
            .response()
            .flatMap(Response::message)
            .map(message -> message.getSection(Section.AUTHORITY))
            .orElse(List.of());
    for (var record : authority) {
      if (record instanceof SOARecord soa
          && record.getDClass() == DClass.IN
          && name.subdomain(record.getName())) {
        return Optional.of(soa);
      }
    }
    return Optional.empty();
  }

  private static Duration least(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
