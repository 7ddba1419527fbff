package org.whence.casefile;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// The archive of a case, taken apart and put together in other ways.
public final class CaseArchive {
  private CaseArchive() {}

  /// What is in it, by the names of its entries.
  public static Map<String, byte[]> parts(byte[] whole) throws IOException {
    var parts = new LinkedHashMap<String, byte[]>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(whole))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName(), zip.readAllBytes());
      }
    }
    return parts;
  }

  /// An archive of entries.
  public static byte[] of(Map<String, byte[]> parts) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (var part : parts.entrySet()) {
        zip.putNextEntry(entry(part.getKey(), part.getValue()));
        zip.write(part.getValue());
      }
    }
    return out.toByteArray();
  }

  /// The mark is stored as it is, as in a case.
  private static ZipEntry entry(String name, byte[] octets) {
    var entry = new ZipEntry(name);
    if (name.equals("mimetype")) {
      var checksum = new CRC32();
      checksum.update(octets);
      entry.setMethod(ZipEntry.STORED);
      entry.setSize(octets.length);
      entry.setCrc(checksum.getValue());
    }
    return entry;
  }

  /// The same with another entry, or another one in its place.
  public static byte[] with(byte[] whole, String name, byte[] octets) throws IOException {
    var parts = parts(whole);
    parts.put(name, octets);
    return of(parts);
  }

  /// The same as a newer program will write it.
  public static byte[] ofTomorrow(byte[] whole) throws IOException {
    var manifest = "{\"format\":2,\"whence\":\"9.1.0\",\"parts\":[]}";
    return with(whole, "manifest.json", manifest.getBytes(StandardCharsets.UTF_8));
  }

  /// The same with a part that unpacks to more than any case holds.
  public static byte[] bomb(byte[] whole) throws IOException {
    return with(whole, "notes.json", new byte[17 * 1024 * 1024]);
  }
}
