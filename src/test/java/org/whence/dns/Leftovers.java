package org.whence.dns;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/// What asking leaves behind in this process: sockets, and threads of our own, virtual ones too.
/// Made before the asking, and closed when nothing may be left of it.
final class Leftovers implements AutoCloseable {
  private static final Path DESCRIPTORS = Path.of("/proc/self/fd");
  private static final Pattern OURS = Pattern.compile("\"name\": \"(whence-[a-z-]+)\"");

  /// How long a busy machine may take to end what was told to end.
  private static final Duration LONGEST_END = Duration.ofSeconds(60);

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

  private final long sockets;

  Leftovers() throws IOException {
    closeUnderAReader();
    sockets = sockets();
  }

  /// The first time that a socket is closed while somebody waits at it, the JDK opens one that it
  /// keeps.
  private static void closeUnderAReader() throws IOException {
    var listener = new ServerSocket(0, 0, InetAddress.ofLiteral("127.0.0.1"));
    var waiting =
        Thread.ofPlatform()
            .start(() -> {
              try {
                listener.accept();
              } catch (IOException closed) {
                return;
              }
            });
    while (!isInAccept(waiting)) {
      Thread.onSpinWait();
    }
    listener.close();
    join(waiting);
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isInAccept(Thread thread) {
    return Arrays.stream(thread.getStackTrace())
        .anyMatch(frame -> frame.isNativeMethod() && frame.getClassName().startsWith("sun.nio.ch"));
  }

  @Override
  public void close() throws IOException {
    // A platform thread that was told to end may still be about to.
    for (var thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().startsWith("whence-")) {
        join(thread);
      }
    }
    // So may what a library was told to close: what is left is what does not go away.
    var until = Deadline.in(LONGEST_END);
    while (!until.isOver() && (sockets() > sockets || !threads().isEmpty())) {
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
    assertThat(threads()).as("threads").isEmpty();
    assertThat(sockets()).as("sockets").isLessThanOrEqualTo(sockets);
  }

  private static List<String> threads() throws IOException {
    var folder = Files.createTempDirectory("threads");
    var file = folder.resolve("dump.json");
    try {
      ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
          .dumpThreads(file.toString(), ThreadDumpFormat.JSON);
      return OURS.matcher(Files.readString(file)).results().map(found -> found.group(1)).toList();
    } finally {
      Files.deleteIfExists(file);
      Files.delete(folder);
    }
  }

  /// Zero where the system does not tell.
  private static long sockets() {
    if (!Files.isDirectory(DESCRIPTORS)) {
      return 0;
    }
    try (var all = Files.list(DESCRIPTORS)) {
      return all.filter(Leftovers::isSocket).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isSocket(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString().startsWith("socket:");
    } catch (IOException closedMeanwhile) {
      return false;
    }
  }
}
