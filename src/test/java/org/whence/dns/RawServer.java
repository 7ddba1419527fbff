package org.whence.dns;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;

/// A TCP port on loopback where connections are met as a test wrote it down, one [Conduct] each in
/// turn and the last one from then on: for what no name server would do.
public final class RawServer implements AutoCloseable {
  /// What happens to a connection; it is closed afterwards. Its exceptions are the other end's
  /// business.
  @FunctionalInterface
  public interface Conduct {
    void meet(Socket connection) throws IOException;
  }

  private final ServerSocket listener;
  private final List<Conduct> conducts;
  private final List<Socket> connections = new CopyOnWriteArrayList<>();
  private final Semaphore arrivals = new Semaphore(0);
  private final List<Thread> threads = new CopyOnWriteArrayList<>();

  private RawServer(ServerSocket listener, Conduct... conducts) {
    this.listener = listener;
    this.conducts = List.of(conducts);
    threads.add(Thread.startVirtualThread(this::serve));
  }

  public static RawServer start(Conduct... conducts) throws IOException {
    return new RawServer(new ServerSocket(0, 0, InetAddress.ofLiteral("127.0.0.1")), conducts);
  }

  /// Takes what comes and never says anything, until the other end is tired of it.
  public static Conduct stalled() {
    return connection -> connection.getInputStream().transferTo(OutputStream.nullOutputStream());
  }

  /// Says something at once, and then waits as [#stalled()] does.
  public static Conduct says(byte[] octets) {
    return connection -> {
      connection.getOutputStream().write(octets);
      stalled().meet(connection);
    };
  }

  /// Waits for something, and then closes.
  public static Conduct closing() {
    return connection -> connection.getInputStream().read();
  }

  /// Such as `tls://127.0.0.1:40123`.
  public String uri(String scheme) {
    return new Endpoint(listener.getInetAddress(), listener.getLocalPort()).uri(scheme);
  }

  /// Waits until so many more connections were made.
  void awaitConnections(int count) throws InterruptedException {
    arrivals.acquire(count);
  }

  private void serve() {
    try {
      while (true) {
        var connection = listener.accept();
        var conduct = conducts.get(Math.min(connections.size(), conducts.size() - 1));
        connections.add(connection);
        arrivals.release();
        threads.add(Thread.startVirtualThread(() -> meet(conduct, connection)));
      }
    } catch (IOException closed) {
      return;
    }
  }

  private static void meet(Conduct conduct, Socket connection) {
    try (connection) {
      conduct.meet(connection);
    } catch (IOException othersBusiness) {
      return;
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (var connection : connections) {
      connection.close();
    }
    try {
      for (var thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
