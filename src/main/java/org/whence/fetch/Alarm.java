package org.whence.fetch;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;

/// Closes a connection once all of it took too long. A socket's own timeout is for a single read,
/// so that a server which drips octet after octet, in the handshake too, never meets it.
final class Alarm implements AutoCloseable {
  private final Thread waiting;
  private volatile boolean rung;

  Alarm(Socket socket, Duration patience) {
    this.waiting =
        Thread.ofVirtual()
            .start(() -> {
              try {
                Thread.sleep(patience);
                rung = true;
                socket.close();
              } catch (InterruptedException inTime) {
                // All of it came, or it failed by itself.
              } catch (IOException closed) {
                // It is as good as closed; whoever reads from it is told.
              }
            });
  }

  /// Whether it was too long.
  boolean hasRung() {
    return rung;
  }

  @Override
  public void close() {
    waiting.interrupt();
  }
}
