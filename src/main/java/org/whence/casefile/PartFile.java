package org.whence.casefile;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import org.whence.mail.Sha256;

/// The file beside another one that its octets go into first. Its name tells the process that
/// writes it, so that what a killed one left is known, and taken away by the next.
final class PartFile {
  private static final String ENDING = ".part";

  /// A name of more octets leaves no room for what stands around it: most systems take 255.
  private static final int LONGEST = 200;

  private final Path path;

  private PartFile(Path path) {
    this.path = path;
  }

  /// Makes one beside a file, that nobody may read who could not read the file.
  static PartFile begin(Path file) throws IOException {
    var name = String.valueOf(file.getFileName());
    var octets = name.getBytes(StandardCharsets.UTF_8);
    var prefix = "." + (octets.length <= LONGEST ? name : Sha256.of(octets)) + ".";
    sweep(file.resolveSibling("."), prefix);
    var path = file.resolveSibling(prefix + ProcessHandle.current().pid() + ENDING);
    // Tells in words why there can be no file. A link that somebody put there is not followed.
    Files.deleteIfExists(path);
    Files.newOutputStream(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE).close();
    var begun = new PartFile(path);
    try {
      begun.guardLike(file);
    } catch (IOException e) {
      begun.delete();
      throw e;
    }
    return begun;
  }

  private void guardLike(Path file) throws IOException {
    var like = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    var own = Files.getFileAttributeView(path, PosixFileAttributeView.class);
    if (like != null && own != null && Files.exists(file)) {
      own.setPermissions(like.readAttributes().permissions());
    }
  }

  /// What writes is no channel, which would be closed by the interruption that stops a run.
  FileOutputStream open() throws IOException {
    return new FileOutputStream(path.toFile());
  }

  /// Takes the place of the file; the new name is forced to the disk.
  void moveTo(Path file) throws IOException {
    Files.move(path, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    force(file.resolveSibling("."));
  }

  void delete() throws IOException {
    Files.deleteIfExists(path);
  }

  /// Takes away what processes left that were killed while they wrote. A folder that cannot be
  /// looked through may be written into all the same.
  private static void sweep(Path folder, String prefix) {
    try (var found = Files.newDirectoryStream(folder, path -> isLeft(path, prefix))) {
      for (var left : found) {
        Files.deleteIfExists(left);
      }
    } catch (IOException | DirectoryIteratorException notToBeLookedThrough) {
      return;
    }
  }

  private static boolean isLeft(Path path, String prefix) {
    var name = String.valueOf(path.getFileName());
    if (!name.startsWith(prefix) || !name.endsWith(ENDING)) {
      return false;
    }
    var digits = name.substring(prefix.length(), Math.max(prefix.length(), name.length() - 5));
    return digits.matches("[0-9]{1,18}")
        && ProcessHandle.of(Long.parseLong(digits)).filter(ProcessHandle::isAlive).isEmpty();
  }

  /// Where the system lets a folder be opened for that.
  private static void force(Path folder) {
    try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException windowsHasNoSuchThing) {
      return;
    }
  }
}
