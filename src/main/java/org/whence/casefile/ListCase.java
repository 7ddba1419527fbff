package org.whence.casefile;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Optional;
import org.whence.investigation.AddressSurvey;

/// The case of a list that nobody holds: what is heard goes into a file of its own as it comes, and
/// with the list into the case in the end. Heard on any thread, and used by one.
public final class ListCase implements AutoCloseable {
  private final WholeFile file;
  private final Path heard;
  private final Recording recording;

  /// How the file of a recording is written.
  @FunctionalInterface
  interface Opening {
    OutputStream open(Path heard) throws IOException;
  }

  private ListCase(WholeFile file, Path heard, Opening opening) throws IOException {
    this.file = file;
    this.heard = heard;
    this.recording = new Recording(opening.open(heard));
  }

  /// Begins the case of a list.
  ///
  /// @param path where it goes, which must be free
  /// @throws FileProblem if it cannot be written, or could not be read again
  public static ListCase begin(Path path, AddressSurvey list) throws IOException {
    // What writes is no channel, which would be closed by the interruption that stops a run.
    return begin(path, list, heard -> new FileOutputStream(heard.toFile()));
  }

  static ListCase begin(Path path, AddressSurvey list, Opening opening) throws IOException {
    try {
      CaseWriter.check(Part.ORIGINAL, list.size());
    } catch (IOException e) {
      throw FileProblem.of(path, e);
    }
    var file = WholeFile.open(path, false);
    try {
      return new ListCase(file, Files.createTempFile("whence-", ".dns.jsonl"), opening);
    } catch (IOException e) {
      file.close();
      throw FileProblem.of(path, e);
    }
  }

  /// Where to write what is asked of DNS, see `Resolution.into`.
  public OutputStream recording() {
    return recording;
  }

  /// Saves it.
  ///
  /// @param kept the case, without the octets of the list and without a recording
  public void save(CaseFile kept, AddressSurvey list, InstantSource clock) throws IOException {
    recording.end();
    var contents = new EnumMap<Part, Content>(Part.class);
    CaseWriter.parts(kept).forEach((part, octets) -> contents.put(part, Content.of(octets)));
    contents.put(Part.ORIGINAL, Content.of(list.size(), list::copy));
    contents.put(Part.RECORDING, Content.of(Files.size(heard), out -> Files.copy(heard, out)));
    try {
      CaseWriter.write(kept.provenance(), contents, file.out(), clock);
    } catch (IOException e) {
      throw file.problem(e);
    }
    file.done();
  }

  /// Takes away what is not saved.
  @Override
  public void close() throws IOException {
    recording.close();
    Files.deleteIfExists(heard);
    file.close();
  }

  /// Remembers that it could not be written any further: such a recording makes no case. One that
  /// would be larger than a case holds ends there, so that nobody is told only after hours.
  private static final class Recording extends OutputStream {
    private final OutputStream out;
    private long size;
    private Optional<IOException> trouble = Optional.empty();

    Recording(OutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int octet) throws IOException {
      write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] octets, int offset, int length) throws IOException {
      try {
        CaseWriter.check(Part.RECORDING, size + length);
        out.write(octets, offset, length);
        size += length;
      } catch (IOException e) {
        trouble = Optional.of(e);
        throw e;
      }
    }

    synchronized void end() throws IOException {
      if (trouble.isPresent()) {
        throw trouble.get();
      }
      out.close();
    }

    @Override
    public synchronized void close() throws IOException {
      out.close();
    }
  }
}
