package org.whence.casefile;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A file that is written whole or not at all, whenever the power goes: the octets go into a file
/// beside it, are forced to the disk, and take its name in one move. Whoever closes it before it is
/// [done][#done] leaves what was there before.
///
/// What is no file, such as a pipe or a device, is written into as it is. One thread uses it.
public final class WholeFile implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final Path named;
  private final Path file;
  private Optional<PartFile> part;
  private FileOutputStream octets;
  private final OutputStream out = new Told();
  private OutputStream buffered;

  private WholeFile(Path named) throws IOException {
    this.named = named;
    if (isStream(named)) {
      file = named;
      part = Optional.empty();
      octets = new FileOutputStream(named.toFile());
    } else {
      file = Files.isSymbolicLink(named) ? named.toRealPath() : named.toAbsolutePath();
      if (Files.isDirectory(file)) {
        throw new IOException("is a folder");
      }
      var begun = PartFile.begin(file);
      part = Optional.of(begun);
      octets = begun.open();
    }
    buffered = new BufferedOutputStream(octets, BUFFER);
  }

  /// A link to what the process has open may lead to a file; that is not what is meant.
  private static boolean isStream(Path file) {
    var absolute = file.toAbsolutePath().normalize();
    return absolute.startsWith("/dev/fd")
        || absolute.startsWith("/proc")
        || absolute.toString().matches("/dev/std(out|err)")
        || (Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file));
  }

  /// Writes the octets of a file.
  public interface Writes {
    /// Writes them; the stream is closed by whoever opened it.
    void to(OutputStream out) throws IOException;
  }

  /// Puts a file in its place.
  ///
  /// @param replace whether one that is there already goes
  /// @throws FileProblem if it cannot be written, or what writes it throws
  public static void write(Path file, boolean replace, Writes writes) throws IOException {
    try (var whole = open(file, replace)) {
      writes.to(whole.out());
      whole.done();
    } catch (IOException e) {
      throw FileProblem.of(file, e);
    }
  }

  /// Begins a file.
  ///
  /// @param replace whether one that is there already goes, in the end
  /// @throws FileProblem if it cannot be written
  public static WholeFile open(Path file, boolean replace) throws IOException {
    if (!replace && Files.exists(file)) {
      throw FileProblem.taken(file);
    }
    try {
      return new WholeFile(file);
    } catch (IOException e) {
      throw FileProblem.of(file, e);
    }
  }

  /// Where to write. Its exceptions are of the kind [FileProblem].
  public OutputStream out() {
    return out;
  }

  /// What went wrong while it was written, with its name.
  FileProblem problem(IOException cause) {
    return FileProblem.of(named, cause);
  }

  /// Takes the place of the file now, and is written further there: for what is worth having at
  /// every moment, such as the rows of a long list.
  ///
  /// @throws FileProblem if it cannot be written
  public void asItGoes() throws IOException {
    if (part.isPresent()) {
      done();
      // What writes is no channel, which would be closed by the interruption that stops a run.
      octets = new FileOutputStream(file.toFile(), true);
      buffered = new BufferedOutputStream(octets, BUFFER);
    }
  }

  /// Puts it in its place: all is written. Nothing can be written afterwards.
  ///
  /// @throws FileProblem if it cannot be written
  public void done() throws IOException {
    try {
      buffered.flush();
      if (part.isPresent()) {
        octets.getFD().sync();
      }
      octets.close();
      if (part.isPresent()) {
        part.get().moveTo(file);
        part = Optional.empty();
      }
    } catch (IOException e) {
      throw FileProblem.of(named, e);
    }
  }

  /// Lets go of it; what is not done is taken away.
  @Override
  public void close() throws IOException {
    octets.close();
    if (part.isPresent()) {
      part.get().delete();
    }
  }

  /// Names the file in what goes wrong.
  private final class Told extends OutputStream {
    @Override
    public void write(int octet) throws IOException {
      try {
        buffered.write(octet);
      } catch (IOException e) {
        throw FileProblem.of(named, e);
      }
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
      try {
        buffered.write(from, offset, length);
      } catch (IOException e) {
        throw FileProblem.of(named, e);
      }
    }

    @Override
    public void flush() throws IOException {
      try {
        buffered.flush();
      } catch (IOException e) {
        throw FileProblem.of(named, e);
      }
    }
  }
}
