package org.whence.gui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.whence.investigation.Trust;
import org.whence.mail.BorderRule;
import org.whence.mail.TrustedServers;

/// Whom an analyst believes, as it is remembered under a name.
///
/// @param servers own servers: addresses, blocks, names
/// @param ids authserv-ids of own servers
/// @param border how the trust line is drawn
/// @param sealers domains that are trusted to seal ARC sets; each stands for all below it
public record TrustProfile(
    List<String> servers, List<String> ids, BorderRule border, List<String> sealers) {
  /// Nobody is believed.
  public static final TrustProfile NONE =
      new TrustProfile(List.of(), List.of(), BorderRule.AUTOMATIC, List.of());

  private static final String SERVER = "server ";
  private static final String ID = "id ";
  private static final String BORDER = "border ";
  private static final String SEALER = "sealer ";

  public TrustProfile {
    servers = List.copyOf(servers);
    ids = List.copyOf(ids);
    sealers = List.copyOf(sealers);
  }

  /// What a run was made with.
  static TrustProfile of(Trust trust) {
    return new TrustProfile(
        trust.servers().entries(), trust.authservIds(), trust.border(), trust.sealers());
  }

  /// Reads what [#toString] writes; a line that is none of its lines, or means no server, is left
  /// out.
  public static TrustProfile parse(String text) {
    var servers = new ArrayList<String>();
    var ids = new ArrayList<String>();
    var sealers = new ArrayList<String>();
    var border = BorderRule.AUTOMATIC;
    for (var line : text.lines().toList()) {
      if (line.startsWith(SERVER)) {
        var server = line.substring(SERVER.length());
        if (TrustedServers.of(List.of(server)).rejected().isEmpty()) {
          servers.add(server);
        }
      } else if (line.startsWith(ID)) {
        ids.add(line.substring(ID.length()));
      } else if (line.startsWith(SEALER)) {
        sealers.add(line.substring(SEALER.length()));
      } else if (line.startsWith(BORDER)) {
        border = BorderRule.parse(line.substring(BORDER.length())).orElse(border);
      }
    }
    return new TrustProfile(servers, ids, border, sealers);
  }

  /// A line for each: `server 192.0.2.0/24`, `id mx.example.net`, `sealer lists.example`, `border
  /// auto`.
  @Override
  public String toString() {
    return String.join(
        "\n",
        Stream.of(
                servers.stream().map(SERVER::concat),
                ids.stream().map(ID::concat),
                sealers.stream().map(SEALER::concat),
                Stream.of(BORDER + border))
            .flatMap(lines -> lines)
            .toList());
  }

  /// The same with another way to draw the line.
  TrustProfile with(BorderRule rule) {
    return new TrustProfile(servers, ids, rule, sealers);
  }

  /// What a run is made with.
  Trust trust() {
    return new Trust(TrustedServers.of(servers), ids, border, sealers);
  }
}
