package org.whence.hop;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import org.whence.mail.Hop;
import org.whence.mail.MailDate;
import org.whence.mail.Received;

/// Estimates by how much the clock of each host differs.
///
/// A message cannot arrive before it was sent, so the true moments never fall from step to step. Of
/// all moments that do not, those are taken that are nearest to the stamps in sum (isotonic
/// regression in L1, by a heap, n log n): one wrong clock among right ones is found so, whichever
/// side of it the odd delay shows. Where two hosts contradict each other and nobody else tells, the
/// newest counts, which the server that has the mailbox wrote, and else the older of the two. A
/// host with several stamps has the median of their differences.
final class Clocks {
  /// What is no difference: stamps have seconds, and servers write them a moment later or earlier.
  static final Duration SIGNIFICANT = Duration.ofSeconds(2);

  private final Map<String, Clock> clocks = new LinkedHashMap<>();
  private final Hosts hosts;

  /// @param newestFirst the steps of the way
  Clocks(List<Hop> newestFirst, Hosts hosts) {
    this.hosts = hosts;
    var stamped = new ArrayList<Received>();
    var moments = new long[newestFirst.size()];
    for (var hop : newestFirst) {
      var moment = moment(hop.received());
      if (moment.isPresent()) {
        moments[stamped.size()] = moment.get().getEpochSecond();
        stamped.add(hop.received());
      }
    }
    var fitted = fit(Arrays.copyOf(moments, stamped.size()));
    var differences = new LinkedHashMap<String, List<Long>>();
    for (int i = 0; i < fitted.length; i++) {
      var host = hosts.stamp(stamped.get(i));
      if (host.isPresent()) {
        differences.computeIfAbsent(host.get(), _ -> new ArrayList<>()).add(moments[i] - fitted[i]);
      }
    }
    differences.forEach((host, all) -> clocks.put(host, clock(host, all)));
  }

  private static Clock clock(String host, List<Long> differences) {
    Collections.sort(differences);
    var median = Duration.ofSeconds(differences.get((differences.size() - 1) / 2));
    var ahead = median.abs().compareTo(SIGNIFICANT) < 0 ? Duration.ZERO : median;
    return new Clock(host, ahead, differences.size());
  }

  /// The moments nearest to the stamps that do not rise from the newest to the oldest. Of several
  /// that are equally near, those that change fewer stamps, and else the latest.
  private static long[] fit(long[] stamps) {
    var latest = latest(stamps, 0);
    var turned = latest(turned(stamps), stamps.length - 1);
    var earliest = turned(turned);
    return changed(stamps, earliest) < changed(stamps, latest) ? earliest : latest;
  }

  /// @param heavy the place of the newest, which breaks ties, and does not outvote others
  private static long[] latest(long[] stamps, int heavy) {
    var fitted = new long[stamps.length];
    var heap = new PriorityQueue<Long>();
    for (int i = 0; i < stamps.length; i++) {
      for (int times = i == heavy ? 2 : 1; times > 0; times--) {
        heap.add(stamps[i]);
        if (heap.element() < stamps[i]) {
          heap.remove();
          heap.add(stamps[i]);
        }
      }
      fitted[i] = heap.element();
    }
    for (int i = stamps.length - 2; i >= 0; i--) {
      fitted[i] = Math.max(fitted[i], fitted[i + 1]);
    }
    return fitted;
  }

  /// From the other end, with time running backwards.
  private static long[] turned(long[] stamps) {
    var turned = new long[stamps.length];
    for (int i = 0; i < stamps.length; i++) {
      turned[i] = -stamps[stamps.length - 1 - i];
    }
    return turned;
  }

  private static int changed(long[] stamps, long[] fitted) {
    var count = 0;
    for (int i = 0; i < stamps.length; i++) {
      count += Math.abs(stamps[i] - fitted[i]) < SIGNIFICANT.toSeconds() ? 0 : 1;
    }
    return count;
  }

  /// The clock of each host that stamped a moment, the newest first.
  List<Clock> all() {
    return List.copyOf(clocks.values());
  }

  /// By how much the clock that stamped a step is ahead.
  Optional<Duration> ahead(Received step) {
    return hosts.stamp(step).map(clocks::get).map(Clock::ahead);
  }

  /// When a step was, by a clock set right.
  Optional<Instant> moment(Hop hop) {
    return moment(hop.received())
        .map(stamp -> stamp.minus(ahead(hop.received()).orElse(Duration.ZERO)));
  }

  static Optional<Instant> moment(Received step) {
    return step.date().flatMap(MailDate::instant);
  }
}
