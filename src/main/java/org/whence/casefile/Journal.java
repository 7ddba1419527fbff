package org.whence.casefile;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.whence.investigation.InputFile;

/// The work on one case, kept as it goes: a folder with the parts of the case as files, so that
/// nothing older than a second is lost where the program or the power ends. It is locked by the
/// program that works on it; one that is not was left by a crash, and can be recovered.
///
/// One thread changes it at a time; the recording may be written by any.
public final class Journal implements AutoCloseable {
  private static final String LOCK = "lock";
  private static final String ASIDE = "aside";

  private final Path folder;
  private final FileChannel lock;
  private final JournalRecording recording;

  /// Whether somebody writes what is asked of DNS as it goes.
  private volatile boolean hears;

  private Journal(Path folder, FileChannel lock) throws IOException {
    this.folder = folder;
    this.lock = lock;
    this.recording = new JournalRecording(file(Part.RECORDING));
  }

  /// Begins a journal. One that cannot be begun leaves nothing behind.
  ///
  /// @param root the folder of all journals, made if need be
  /// @param begun what is known before anything was asked: input, options, whom to ask; also what
  ///   was recorded and written before
  /// @throws IOException if it cannot be written, in one line
  public static Journal begin(Path root, CaseFile begun) throws IOException {
    try {
      Files.createDirectories(root);
      var folder = Files.createDirectory(root.resolve(UUID.randomUUID().toString()));
      try {
        return begin(folder, CaseWriter.parts(begun));
      } catch (IOException e) {
        delete(folder);
        throw e;
      }
    } catch (IOException e) {
      throw new IOException(
          "work is not kept against a crash: " + FileProblem.cause(e) + "; save the case often", e);
    }
  }

  private static Journal begin(Path folder, Map<Part, byte[]> parts) throws IOException {
    var lock =
        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      lock.lock();
      // The original comes last, as it goes first: what has it is a whole journal.
      var original = Objects.requireNonNull(parts.remove(Part.ORIGINAL));
      for (var part : parts.entrySet()) {
        put(folder, part.getKey(), part.getValue());
      }
      put(folder, Part.ORIGINAL, original);
      return new Journal(folder, lock);
    } catch (IOException e) {
      lock.close();
      throw e;
    }
  }

  /// Where to write what is asked of DNS, see `Resolution.into`.
  public OutputStream recording() {
    hears = true;
    return recording;
  }

  /// Keeps what the analyst wrote; it is on the disk when this comes back.
  public void notes(Notes notes) throws IOException {
    put(Part.NOTES, NotesPart.write(notes));
  }

  /// Keeps what came of the run.
  ///
  /// @param found the case of it, whose recording is written already where it went to [#recording]
  public void found(CaseFile found) throws IOException {
    if (hears) {
      recording.force();
    } else if (Files.size(file(Part.RECORDING)) != found.recording().length) {
      // A recording only grows: one as long is the same.
      put(Part.RECORDING, found.recording());
    }
    put(Part.SETTINGS, CaseWriter.settings(found.evidence()));
    put(Part.VERDICTS, VerdictsPart.write(found.evidence()));
    if (!found.evidence().documents().isEmpty()) {
      put(Part.DOCUMENTS, DocumentsPart.write(found.evidence().documents()));
    }
  }

  private void put(Part part, byte[] octets) throws IOException {
    put(folder, part, octets);
  }

  private static void put(Path folder, Part part, byte[] octets) throws IOException {
    WholeFile.write(folder.resolve(part.entry()), true, out -> out.write(octets));
  }

  private Path file(Part part) {
    return folder.resolve(part.entry());
  }

  /// What was recorded so far.
  public byte[] recorded() throws IOException {
    return Files.readAllBytes(file(Part.RECORDING));
  }

  /// Lets go of it, so that it can be recovered.
  @Override
  public void close() throws IOException {
    recording.close();
    lock.close();
  }

  /// Takes it away: the case was saved, or is not wanted.
  public void discard() throws IOException {
    close();
    delete(folder);
  }

  /// The journals that a crash left, the newest first.
  public static List<Path> left(Path root) throws IOException {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    var left = new ArrayList<Path>();
    try (var folders = Files.newDirectoryStream(root)) {
      for (var folder : folders) {
        if (Files.exists(folder.resolve(Part.ORIGINAL.entry())) && !isLocked(folder)) {
          left.add(folder);
        }
      }
    }
    left.sort((one, other) -> changed(other).compareTo(changed(one)));
    return left;
  }

  private static Long changed(Path folder) {
    return folder.resolve(Part.NOTES.entry()).toFile().lastModified();
  }

  private static boolean isLocked(Path folder) {
    try (var channel =
            FileChannel.open(
                folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var free = channel.tryLock()) {
      return free == null;
    } catch (OverlappingFileLockException heldByThisProgram) {
      return true;
    } catch (IOException e) {
      return true;
    }
  }

  /// The case in a journal that was left.
  ///
  /// @throws IOException in one line, where there is none
  public static CaseFile recover(Path folder) throws IOException {
    Map<Part, byte[]> parts = new EnumMap<>(Part.class);
    for (var part : Part.values()) {
      var file = folder.resolve(part.entry());
      if (Files.isRegularFile(file)) {
        parts.put(part, InputFile.octets(file));
      }
    }
    return CaseReader.recovered(String.valueOf(folder.getFileName()), parts);
  }

  /// Sets one that was left aside, where nobody looks for any: it cannot be read, and may still be
  /// worth something to somebody.
  ///
  /// @return where it is now
  /// @throws IOException in one line, where it cannot be moved
  public static Path setAside(Path folder) throws IOException {
    try {
      var aside = Files.createDirectories(folder.resolveSibling(ASIDE));
      return Files.move(folder, aside.resolve(String.valueOf(folder.getFileName())));
    } catch (IOException e) {
      throw new IOException(
          folder + ": cannot be set aside: " + FileProblem.cause(e) + "; move it by hand", e);
    }
  }

  /// Takes away one that was left.
  public static void forget(Path folder) throws IOException {
    delete(folder);
  }

  /// The original goes first: what is half gone is no journal any more.
  private static void delete(Path folder) throws IOException {
    Files.deleteIfExists(folder.resolve(Part.ORIGINAL.entry()));
    try (var files = Files.newDirectoryStream(folder)) {
      for (var file : files) {
        Files.deleteIfExists(file);
      }
    }
    Files.deleteIfExists(folder);
  }
}
