package org.whence.mail.container;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import net.lingala.zip4j.io.outputstream.ZipOutputStream;
import net.lingala.zip4j.model.ZipParameters;
import net.lingala.zip4j.model.enums.EncryptionMethod;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/// Containers, made as programs make them.
public final class Samples {
  private Samples() {}

  /// A ZIP archive of texts by name.
  public static byte[] zip(Map<String, byte[]> members) throws IOException {
    return zip(members, EncryptionMethod.NONE, "");
  }

  /// A ZIP archive that a password protects.
  public static byte[] zip(Map<String, byte[]> members, EncryptionMethod method, String password)
      throws IOException {
    var octets = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(octets, password.toCharArray())) {
      for (var member : members.entrySet()) {
        var parameters = new ZipParameters();
        parameters.setFileNameInZip(member.getKey());
        parameters.setEncryptFiles(method != EncryptionMethod.NONE);
        parameters.setEncryptionMethod(method);
        zip.putNextEntry(parameters);
        zip.write(member.getValue());
        zip.closeEntry();
      }
    }
    return octets.toByteArray();
  }

  /// An Outlook message: properties by their tags (MS-OXPROPS), such as `0037001F`.
  ///
  /// @param attached an attachment by its own properties
  public static byte[] msg(Map<String, Object> properties, Map<String, Object> attached)
      throws IOException {
    try (var files = new POIFSFileSystem()) {
      fill(files.getRoot(), properties);
      if (!attached.isEmpty()) {
        fill(files.getRoot().createDirectory("__attach_version1.0_#00000000"), attached);
      }
      var octets = new ByteArrayOutputStream();
      files.writeFilesystem(octets);
      return octets.toByteArray();
    }
  }

  @SuppressWarnings("unchecked")
  private static void fill(DirectoryEntry folder, Map<String, Object> properties)
      throws IOException {
    folder.createDocument("__properties_version1.0", new ByteArrayInputStream(new byte[32]));
    for (var property : properties.entrySet()) {
      var name = "__substg1.0_" + property.getKey();
      switch (property.getValue()) {
        case String text -> create(folder, name, text.getBytes(UTF_16LE));
        case byte[] octets -> create(folder, name, octets);
        case Map<?, ?> message -> fill(folder.createDirectory(name), (Map<String, Object>) message);
        default -> throw new IllegalArgumentException(name);
      }
    }
  }

  private static void create(DirectoryEntry folder, String name, byte[] octets) throws IOException {
    folder.createDocument(name, new ByteArrayInputStream(octets));
  }

  /// RTF as Outlook keeps it (MS-OXRTFCP), not compressed.
  public static byte[] rtf(String text) {
    var octets = text.getBytes(ISO_8859_1);
    return ByteBuffer.allocate(16 + octets.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(octets.length + 12)
        .putInt(octets.length)
        .put("MELA".getBytes(ISO_8859_1))
        .putInt(0)
        .put(octets)
        .array();
  }

  /// An Outlook message as it was received, with a text.
  public static byte[] received(String header, String text) throws IOException {
    return msg(Map.of("007D001F", header, "1000001F", text, "0037001F", "shown"), Map.of());
  }

  /// A `winmail.dat` with one attachment.
  public static byte[] winmail(String name, byte[] content) {
    var out = ByteBuffer.allocate(200 + content.length).order(ByteOrder.LITTLE_ENDIAN);
    out.putInt(0x223E9F78).putShort((short) 1);
    attribute(out, 0x00069002, new byte[14]);
    attribute(out, 0x00018010, (name + "\0").getBytes(ISO_8859_1));
    attribute(out, 0x0006800F, content);
    var octets = new byte[out.position()];
    out.flip().get(octets);
    return octets;
  }

  private static void attribute(ByteBuffer out, int id, byte[] data) {
    var sum = 0;
    for (var octet : data) {
      sum += octet & 0xFF;
    }
    out.put((byte) 2).putInt(id).putInt(data.length).put(data).putShort((short) sum);
  }

  /// A mail of Apple Mail.
  public static byte[] emlx(String message) {
    return "%-10d\n%s<?xml version=\"1.0\"?>\n<plist></plist>\n"
        .formatted(message.getBytes(UTF_8).length, message)
        .getBytes(UTF_8);
  }
}
