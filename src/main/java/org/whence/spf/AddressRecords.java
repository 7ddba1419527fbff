package org.whence.spf;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;
import org.whence.dns.Answer;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;

/// The addresses in an answer.
final class AddressRecords {
  private AddressRecords() {}

  /// In the order received, each once; none where there are none.
  static List<InetAddress> of(Answer answer) {
    return answer instanceof Answer.Records(_, var records)
        ? records.stream()
            .flatMap(record ->
                switch (record) {
                  case ARecord a -> Stream.of(a.getAddress());
                  case AAAARecord aaaa -> Stream.of(aaaa.getAddress());
                  default -> Stream.of();
                })
            .distinct()
            .toList()
        : List.of();
  }
}
