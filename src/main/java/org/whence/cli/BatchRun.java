package org.whence.cli;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.whence.investigation.InOrder;

/// Works on many requests at once and writes their answers in the order asked; see [InOrder].
final class BatchRun {
  private static final byte[] NEW_LINE = {'\n'};

  private final BatchRequests requests;
  private final BatchLines lines;
  private final Answer out;

  BatchRun(BatchRequests requests, BatchLines lines, Answer out) {
    this.requests = requests;
    this.lines = lines;
    this.out = out;
  }

  /// Runs until the input ends.
  ///
  /// @param atOnce how many requests are under way at once
  /// @return the exit status: [ExitStatus#OK] whatever the requests' results, which their answers
  ///   tell
  int all(int atOnce) throws IOException, InterruptedException {
    new InOrder<BatchLines.Line, byte[]>(atOnce).run(new Asked(), requests::answer, new Answers());
    out.flush();
    return ExitStatus.OK;
  }

  private final class Asked implements InOrder.Pieces<BatchLines.Line> {
    @Override
    public BatchLines.@Nullable Line next() throws IOException {
      try {
        var line = lines.next();
        while (line != null && line.blank()) {
          line = lines.next();
        }
        return line;
      } catch (IOException e) {
        throw new IOException("standard input: " + e.getMessage(), e);
      }
    }

    @Override
    public boolean isReady() {
      return lines.isReady();
    }
  }

  private final class Answers implements InOrder.Sink<byte[]> {
    @Override
    public void take(byte[] answer) throws IOException {
      out.write(answer);
      out.write(NEW_LINE);
    }

    @Override
    public void pause() throws IOException {
      out.flush();
    }

    @Override
    public void failed(Throwable bug) throws IOException {
      take(BatchRequests.bug(bug));
    }
  }
}
