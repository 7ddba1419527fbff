package org.whence.cli;

import java.util.ArrayList;
import java.util.List;
import org.whence.posture.PostureVerifier;
import picocli.CommandLine.Option;

/// The option that asks what a domain publishes about mail.
final class PostureOptions {
  @Option(
      names = "--posture",
      paramLabel = "DOMAIN",
      description = {
        "also tell what this domain publishes: MX, SPF, DMARC with who agreed to get reports,"
            + " BIMI,",
        "MTA-STS, TLS-RPT, DANE, CAA, DNSSEC; takes the place of INPUT where there is none; may be",
        "repeated"
      })
  List<String> domains = new ArrayList<>();

  /// The domains, each once, in A-labels.
  List<String> names() throws CommandException {
    var names = new ArrayList<String>();
    for (var domain : domains) {
      names.add(
          PostureVerifier.domain(domain)
              .orElseThrow(() ->
                  new CommandException(
                      ExitStatus.USAGE,
                      "--posture: '" + domain + "' is no domain; write example.org")));
    }
    return names.stream().distinct().toList();
  }
}
