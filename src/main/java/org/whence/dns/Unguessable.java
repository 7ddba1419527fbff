package org.whence.dns;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;

/// Numbers that nobody can guess, drawn from the system's source many at a time: each query needs
/// some, and drawing them one by one costs as much as sending it.
final class Unguessable implements RandomGenerator {
  private static final int OCTETS = 1024;

  private final ReentrantLock lock = new ReentrantLock();
  private final SecureRandom source = new SecureRandom();
  private final ByteBuffer drawn = ByteBuffer.allocate(OCTETS).limit(0);

  @Override
  public long nextLong() {
    lock.lock();
    try {
      if (!drawn.hasRemaining()) {
        source.nextBytes(drawn.array());
        drawn.clear();
      }
      return drawn.getLong();
    } finally {
      lock.unlock();
    }
  }
}
