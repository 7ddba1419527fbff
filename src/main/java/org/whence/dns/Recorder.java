package org.whence.dns;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.function.Consumer;

/// Writes every exchange of a resolver to a recording as it happens, each line at once, so that a
/// run that is ended from outside leaves what it had asked.
///
/// Trouble with the file is told once, and the run goes on without recording.
final class Recorder implements Resolver, AutoCloseable {
  private final Resolver inner;
  private final String file;
  private final Consumer<String> trouble;
  private final OutputStream out;
  private boolean broken;

  /// @param file what the file is called in messages
  /// @param trouble hears of the first failure, in one line
  Recorder(Resolver inner, OutputStream out, String file, Consumer<String> trouble) {
    this.inner = inner;
    this.out = out;
    this.file = OneLine.of(file);
    this.trouble = trouble;
  }

  /// Begins a recording in a file, in place of what it held.
  ///
  /// @throws IOException in one line, if the file cannot be written
  static Recorder to(Path file, Resolver inner, Consumer<String> trouble) throws IOException {
    try {
      // Not Files.newOutputStream: the interruption of one lookup would close its channel.
      var out = new FileOutputStream(file.toFile());
      return new Recorder(inner, out, file.toString(), trouble);
    } catch (IOException e) {
      throw new IOException("cannot record to " + OneLine.cause(e) + "; name another file", e);
    }
  }

  @Override
  public Exchange resolve(Question question) throws InterruptedException {
    var exchange = inner.resolve(question);
    // What was never asked is nothing that DNS said.
    if (!(exchange.answer() instanceof Answer.Failed(var why, _)) || why.isOfNetwork()) {
      write(RecordingWriter.line(exchange));
    }
    return exchange;
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
