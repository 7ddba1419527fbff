package org.whence.casefile;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// The parts in the octets of an archive. Each is looked for by its own header (APPNOTE 6.3.10,
/// 4.3.7), so that damage costs the part that it is in, and not what stands behind it. The first of
/// a name counts.
final class Entries {
  /// How many headers are looked at; a case has less than ten.
  private static final int MOST_HEADERS = 1000;

  /// How large all parts may get: so many times the archive, see [#SMALL] and [#LARGE].
  private static final int RATIO = 200;

  private static final long SMALL = 64L * 1024 * 1024;
  private static final long LARGE = 512L * 1024 * 1024;

  private static final int HEADER = 30;
  private static final int BUFFER = 1 << 13;

  private final byte[] octets;
  private final Map<Part, byte[]> whole = new EnumMap<>(Part.class);
  private final Map<Part, byte[]> cut = new EnumMap<>(Part.class);
  private final Set<Part> twice = EnumSet.noneOf(Part.class);
  private final List<String> strangers = new ArrayList<>();
  private long left;

  private Entries(byte[] octets) {
    this.octets = octets;
    this.left = Math.max(SMALL, Math.min(LARGE, (long) RATIO * octets.length));
  }

  /// Takes out all there is.
  ///
  /// @throws IOException in a few words, where it would get larger than any case
  static Entries of(byte[] octets) throws IOException {
    var entries = new Entries(octets);
    var headers = 0;
    for (var at = 0; at <= octets.length - HEADER && headers < MOST_HEADERS; ) {
      if (entries.isHeader(at)) {
        headers++;
        at = entries.take(at);
      } else {
        at++;
      }
    }
    entries.whole.keySet().forEach(entries.cut::remove);
    return entries;
  }

  /// Parts that are there from beginning to end, with the right checksum.
  Map<Part, byte[]> whole() {
    return whole;
  }

  /// What there is of parts that are damaged: their beginning.
  Map<Part, byte[]> cut() {
    return cut;
  }

  /// Parts that are there several times.
  Set<Part> twice() {
    return twice;
  }

  /// The names of entries that no case has; hostile.
  List<String> strangers() {
    return strangers;
  }

  private boolean isHeader(int at) {
    return octets[at] == 'P' && octets[at + 1] == 'K' && octets[at + 2] == 3 && octets[at + 3] == 4;
  }

  /// Takes the entry whose header stands there, and tells where to look further.
  private int take(int at) throws IOException {
    var in = new ByteArrayInputStream(octets, at, octets.length - at);
    try (var zip = new ZipInputStream(in)) {
      var entry = zip.getNextEntry();
      var part = entry == null ? null : Part.named(entry.getName()).orElse(null);
      if (part == null) {
        if (entry != null) {
          strangers.add(entry.getName());
        }
        return at + HEADER;
      }
      if (whole.containsKey(part)) {
        twice.add(part);
        return at + HEADER;
      }
      return take(part, zip) ? behind(at, entry) : at + HEADER;
    } catch (IllegalArgumentException | java.util.zip.ZipException noEntry) {
      return at + HEADER;
    }
  }

  /// Whether the part was there to its end.
  private boolean take(Part part, ZipInputStream zip) throws IOException {
    var out = new ByteArrayOutputStream();
    var buffer = new byte[BUFFER];
    try {
      for (var read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
        out.write(buffer, 0, read);
        left -= read;
        if (out.size() > part.limit() || left < 0) {
          throw new TooLarge(part);
        }
      }
      zip.closeEntry();
    } catch (TooLarge e) {
      throw e;
    } catch (IOException | IllegalArgumentException damage) {
      cut.putIfAbsent(part, out.toByteArray());
      return false;
    }
    whole.put(part, out.toByteArray());
    return true;
  }

  private static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;

    TooLarge(Part part) {
      super("its part '" + part.entry() + "' unpacks to more than any case holds");
    }
  }

  private int behind(int at, ZipEntry entry) {
    var packed = Math.max(0, entry.getCompressedSize());
    return (int) Math.min(octets.length, at + HEADER + entry.getName().length() + packed);
  }
}
