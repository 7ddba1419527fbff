package org.whence.enrichment;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.whence.dns.Names;

/// The block lists that come with the program, and others by their zones.
public final class BlockLists {
  private static final String TABLE = "blocklists.tsv";
  private static final String SOURCE = "RFC 5782, 2.3";

  private BlockLists() {}

  /// Those that come with the program, in the order in which they are shown.
  public static List<BlockList> bundled() {
    return Holder.ALL;
  }

  /// A bundled list by its zone, or another one as `ip:ZONE` or `domain:ZONE`, of whose codes
  /// nothing is known but that 127.0.0.2 is the usual one.
  static Optional<BlockList> named(String word) {
    var colon = word.indexOf(':');
    if (colon < 0) {
      return bundled().stream().filter(list -> list.zone().equals(word)).findFirst();
    }
    var zone = word.substring(colon + 1);
    var kind = word.substring(0, colon);
    return (kind.equals("ip") || kind.equals("domain")) && isZone(zone)
        ? Optional.of(
            new BlockList(
                zone,
                kind.equals("domain"),
                List.of(new BlockList.Code("127.0.0.2", false, "listed", SOURCE))))
        : Optional.empty();
  }

  static boolean isZone(String text) {
    return Names.parse(text).filter(name -> name.labels() > 1).isPresent();
  }

  private static final class Holder {
    static final List<BlockList> ALL = read();
  }

  private static List<BlockList> read() {
    try (var in = BlockLists.class.getResourceAsStream(TABLE)) {
      if (in == null) {
        throw new IllegalStateException(TABLE + " is not in the program");
      }
      return read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<BlockList> read(BufferedReader table) throws IOException {
    Map<String, String> kinds = new LinkedHashMap<>();
    Map<String, List<BlockList.Code>> codes = new LinkedHashMap<>();
    for (var line = table.readLine(); line != null; line = table.readLine()) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      var columns = line.split("\t", -1);
      kinds.put(columns[0], columns[1]);
      codes
          .computeIfAbsent(columns[0], _ -> new ArrayList<>())
          .add(
              new BlockList.Code(columns[2], columns[3].equals("refused"), columns[4], columns[5]));
    }
    return codes.entrySet().stream()
        .map(each ->
            new BlockList(
                each.getKey(), "domain".equals(kinds.get(each.getKey())), each.getValue()))
        .toList();
  }
}
