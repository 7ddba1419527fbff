package org.whence.casefile;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Files that are written whole or not at all, whenever the power goes: the octets go into a file
/// beside it, are forced to the disk, and take its name in one move.
public final class WholeFile {
  private static final String ENDING = ".part";

  private WholeFile() {}

  /// Writes the octets of a file.
  public interface Writes {
    /// Writes them; the stream is closed by whoever opened it.
    void to(OutputStream out) throws IOException;
  }

  /// Puts a file in its place.
  ///
  /// @param replace whether one that is there already goes
  /// @throws IOException in one line: the file, why it cannot be written, and the way out
  public static void write(Path file, boolean replace, Writes writes) throws IOException {
    if (!replace && Files.exists(file)) {
      throw new IOException(file + ": is there already; choose another name");
    }
    try {
      put(Files.isSymbolicLink(file) ? file.toRealPath() : file.toAbsolutePath(), writes);
    } catch (IOException e) {
      throw new IOException(
          file + ": cannot be written: " + cause(e) + "; choose another place", e);
    }
  }

  private static void put(Path file, Writes writes) throws IOException {
    if (Files.isDirectory(file)) {
      throw new IOException("is a folder");
    }
    var folder = file.resolveSibling(".");
    var prefix = "." + file.getFileName() + ".";
    sweep(folder, prefix);
    var part = file.resolveSibling(prefix + ProcessHandle.current().pid() + ENDING);
    try {
      // Tells in words why there can be no file. What writes is no channel, which would be closed
      // by the interruption that stops a run.
      Files.newOutputStream(part).close();
      try (var out = new FileOutputStream(part.toFile())) {
        var buffered = new BufferedOutputStream(out, 1 << 16);
        writes.to(buffered);
        buffered.flush();
        out.getFD().sync();
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
    force(folder);
  }

  /// Takes away what processes left that were killed while they wrote.
  private static void sweep(Path folder, String prefix) throws IOException {
    try (var found = Files.newDirectoryStream(folder, path -> isLeft(path, prefix))) {
      for (var left : found) {
        Files.deleteIfExists(left);
      }
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

  /// Forces a new name to the disk, where the system lets a folder be opened for that.
  private static void force(Path folder) {
    try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException windowsHasNoSuchThing) {
      return;
    }
  }

  static String cause(IOException e) {
    return switch (e) {
      case NoSuchFileException _ -> "its folder does not exist";
      case AccessDeniedException _ -> "permission denied";
      case FileSystemException system when system.getReason() != null -> system.getReason();
      default -> String.valueOf(e.getMessage());
    };
  }
}
