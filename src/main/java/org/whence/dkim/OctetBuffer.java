package org.whence.dkim;

import java.util.Arrays;

/// Octets that grow. (`ByteArrayOutputStream` locks for every octet, which costs more than the
/// hashing.)
final class OctetBuffer {
  private byte[] octets;
  private int size;

  OctetBuffer(int capacity) {
    octets = new byte[Math.max(capacity, 16)];
  }

  int size() {
    return size;
  }

  void add(int octet) {
    room(1);
    octets[size++] = (byte) octet;
  }

  void add(byte[] source, int from, int to) {
    room(to - from);
    System.arraycopy(source, from, octets, size, to - from);
    size += to - from;
  }

  void addLineEnd() {
    add('\r');
    add('\n');
  }

  /// Hands over what there is, and is empty again.
  void moveTo(OctetSink sink) {
    sink.take(octets, 0, size);
    size = 0;
  }

  byte[] toArray() {
    return Arrays.copyOf(octets, size);
  }

  private void room(int more) {
    if (octets.length - size < more) {
      octets = Arrays.copyOf(octets, Math.max(size + more, 2 * octets.length));
    }
  }
}
