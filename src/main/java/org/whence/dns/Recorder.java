package org.whence.dns;

import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Writes every exchange of the resolvers that it is put around to one recording, each line at once
/// as it happens, so that a run that is ended from outside leaves what it had asked. Lines that
/// come while others are being written go out together, by whoever writes: nobody waits for the
/// file.
///
/// It stands outside the cache: a question that was answered from memory is a line too, with its
/// age, or a replay would not know what that step was told.
///
/// Trouble with the file is told once, and the run goes on without recording.
final class Recorder implements AutoCloseable {
  private final String file;
  private final Consumer<String> trouble;
  private final OutputStream out;
  private final AtomicReference<@Nullable Line> newest = new AtomicReference<>();
  private final ByteArrayOutputStream together = new ByteArrayOutputStream();
  private final ReentrantLock writing = new ReentrantLock();
  private boolean broken;

  /// A line that waits to be written, behind another one.
  private record Line(LineWriter json, @Nullable Line before) {}

  /// @param file what the file is called in messages
  /// @param trouble hears of the first failure, in one line
  Recorder(OutputStream out, String file, Consumer<String> trouble) {
    this.out = out;
    this.file = OneLine.of(file);
    this.trouble = trouble;
  }

  /// Begins a recording in a file.
  ///
  /// @param on whether behind what it holds, where that ends with a whole line, or in its place
  /// @throws IOException in one line, if the file cannot be written
  static Recorder to(Path file, boolean on, Consumer<String> trouble) throws IOException {
    try {
      if (on) {
        cutHalfLine(file);
      }
      // Not Files.newOutputStream: the interruption of one lookup would close its channel.
      return new Recorder(new FileOutputStream(file.toFile(), on), file.toString(), trouble);
    } catch (IOException e) {
      throw new IOException("cannot record to " + OneLine.cause(e) + "; name another file", e);
    }
  }

  /// Takes away what a run that was ended in the middle of a line left of it.
  private static void cutHalfLine(Path file) throws IOException {
    try (var held = new RandomAccessFile(file.toFile(), "rw")) {
      var end = held.length();
      while (end > 0) {
        held.seek(end - 1);
        if (held.read() == '\n') {
          break;
        }
        end--;
      }
      held.setLength(end);
    }
  }

  /// The same resolver, recorded.
  ///
  /// @param via see [Recording.Entry]
  Resolver around(Resolver inner, String via) {
    return new Recorded(inner, via);
  }

  private final class Recorded implements Resolver {
    private final Resolver inner;
    private final String via;

    Recorded(Resolver inner, String via) {
      this.inner = inner;
      this.via = via;
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
        exchange.askedForDnssec().forEach(asked -> add("", asked));
        add(step, exchange);
        writeAll();
      }
      return exchange;
    }

    private void add(String step, Exchange exchange) {
      var json = new LineWriter();
      RecordingWriter.write(new Recording.Entry(step, via, exchange), json);
      newest.updateAndGet(before -> new Line(json, before));
    }
  }

  /// Who comes while another one writes leaves the line to them; they look again after unlocking.
  private void writeAll() {
    while (newest.get() != null && writing.tryLock()) {
      try {
        write();
      } finally {
        writing.unlock();
      }
    }
  }

  private void write() {
    var inOrder = new ArrayDeque<LineWriter>();
    for (var line = newest.getAndSet(null); line != null; line = line.before) {
      inOrder.push(line.json);
    }
    together.reset();
    inOrder.forEach(line -> line.writeTo(together));
    if (broken) {
      return;
    }
    try {
      together.writeTo(out);
      out.flush();
    } catch (IOException e) {
      broken = true;
      trouble.accept(file + ": recording ends here: " + OneLine.cause(e));
    }
  }

  @Override
  public void close() {
    writing.lock();
    try {
      write();
      out.close();
    } catch (IOException e) {
      if (!broken) {
        trouble.accept(file + ": recording may be incomplete: " + OneLine.cause(e));
      }
    } finally {
      broken = true;
      writing.unlock();
    }
  }
}
