package org.whence.dns;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.function.Consumer;

/// Writes every exchange of the resolvers that it is put around to one recording, each line at once
/// as it happens, so that a run that is ended from outside leaves what it had asked.
///
/// It stands outside the cache: a question that was answered from memory is a line too, with its
/// age, or a replay would not know what that step was told.
///
/// Trouble with the file is told once, and the run goes on without recording.
final class Recorder implements AutoCloseable {
  private final String file;
  private final Consumer<String> trouble;
  private final OutputStream out;
  private boolean broken;

  /// @param file what the file is called in messages
  /// @param trouble hears of the first failure, in one line
  Recorder(OutputStream out, String file, Consumer<String> trouble) {
    this.out = out;
    this.file = OneLine.of(file);
    this.trouble = trouble;
  }

  /// Begins a recording in a file, in place of what it held.
  ///
  /// @throws IOException in one line, if the file cannot be written
  static Recorder to(Path file, Consumer<String> trouble) throws IOException {
    try {
      // Not Files.newOutputStream: the interruption of one lookup would close its channel.
      return new Recorder(new FileOutputStream(file.toFile()), file.toString(), trouble);
    } catch (IOException e) {
      throw new IOException("cannot record to " + OneLine.cause(e) + "; name another file", e);
    }
  }

  /// The same resolver, recorded.
  Resolver around(Resolver inner) {
    return new Recorded(inner);
  }

  private final class Recorded implements Resolver {
    private final Resolver inner;

    Recorded(Resolver inner) {
      this.inner = inner;
    }

    @Override
    public Exchange resolve(Question question) throws InterruptedException {
      return resolve(question, "");
    }

    @Override
    public Exchange resolve(Question question, String step) throws InterruptedException {
      var exchange = inner.resolve(question, step);
      // What was never asked is nothing that DNS said.
      if (!(exchange.answer() instanceof Answer.Failed(var why, _)) || why.isOfNetwork()) {
        write(RecordingWriter.line(exchange, step));
      }
      return exchange;
    }
  }

  private synchronized void write(byte[] line) {
    if (broken) {
      return;
    }
    try {
      out.write(line);
      out.flush();
    } catch (IOException e) {
      broken = true;
      trouble.accept(file + ": recording ends here: " + OneLine.cause(e));
    }
  }

  @Override
  public synchronized void close() {
    try {
      out.close();
    } catch (IOException e) {
      if (!broken) {
        trouble.accept(file + ": recording may be incomplete: " + OneLine.cause(e));
      }
    }
    broken = true;
  }
}
