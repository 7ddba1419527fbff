package org.whence.dns;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/// Numbers that nobody can guess, drawn from the system's source many at a time: each query needs
/// some, and drawing them one by one costs as much as sending it.
final class Unguessable implements RandomGenerator {
  private static final int OCTETS = 1024;

  private final SecureRandom source = new SecureRandom();
  private final ByteBuffer drawn = ByteBuffer.allocate(OCTETS).limit(0);

  @Override
  public synchronized long nextLong() {
    if (!drawn.hasRemaining()) {
      source.nextBytes(drawn.array());
      drawn.clear();
    }
    return drawn.getLong();
  }
}
