package org.whence.cli;

import java.util.ArrayList;
import java.util.List;
import org.whence.enrichment.Enrichment;
import picocli.CommandLine.Option;

/// The option that asks others about addresses and domains.
final class EnrichmentOptions {
  @Option(
      names = "--enrich",
      paramLabel = "SOURCE",
      description = {
        "also ask who announces an address (origin, or origin=ZONE for a mirror of Team Cymru's",
        "zones), or a block list: zen.spamhaus.org, dbl.spamhaus.org, bl.spamcop.net,",
        "b.barracudacentral.org, multi.surbl.org, multi.uribl.com, ip:ZONE, domain:ZONE; its",
        "operator sees what is looked at; may be repeated. Default: nobody"
      })
  List<String> sources = new ArrayList<>();

  Enrichment enrichment() throws CommandException {
    return Enrichment.of(sources)
        .orElseThrow(() ->
            new CommandException(
                ExitStatus.USAGE,
                "--enrich: '"
                    + unknown()
                    + "' is no source; write ip:ZONE, domain:ZONE, or one of "
                    + String.join(", ", Enrichment.words())));
  }

  private String unknown() {
    return sources.stream()
        .filter(source -> Enrichment.of(List.of(source)).isEmpty())
        .findFirst()
        .orElseGet(() -> String.join(", ", sources));
  }
}
