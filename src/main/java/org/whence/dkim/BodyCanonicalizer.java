package org.whence.dkim;

/// The canonical form of a body (RFC 6376, 3.4.3 and 3.4.4), made while the body goes by in pieces
/// of any size; where they end never matters.
///
/// A piece has three parts. At its beginning the octets go one by one as long as something is held
/// back that what follows decides on: line ends (those at the end of the body do not count), a
/// blank, a CR. Its end, as far as it is line ends (and blanks), goes one by one too, since it is
/// held back. What is between begins and ends with content: there [WideScan] finds the places that
/// need a change, and what needs none goes on where it is, in as large runs as there are.
final class BodyCanonicalizer {
  private static final byte[] LINE_ENDS = lineEnds();

  /// From this length on a run goes on by itself; shorter ones are gathered first, since every call
  /// of a hash costs something.
  private static final int DIRECT = 512;

  private static final int GATHERED = 2_048;

  private final boolean relaxed;
  private final OctetSink sink;
  private final byte[] gathered = new byte[GATHERED];
  private int size;

  private long heldLineEnds;
  private boolean heldBlank;
  private boolean heldReturn;
  private boolean hasContent;

  BodyCanonicalizer(Canonicalization how, OctetSink sink) {
    this.relaxed = how == Canonicalization.RELAXED;
    this.sink = sink;
  }

  private static byte[] lineEnds() {
    var octets = new byte[4_096];
    for (var i = 0; i < octets.length; i += 2) {
      octets[i] = '\r';
      octets[i + 1] = '\n';
    }
    return octets;
  }

  /// Takes the next piece.
  void update(byte[] octets, int from, int to) {
    var end = to;
    while (end > from && isHeld(octets[end - 1])) {
      end--;
    }
    var at = from;
    while (at < end && isHolding()) {
      one(octets[at++]);
    }
    while (at < end && isHeld(octets[at])) {
      one(octets[at++]);
    }
    if (at < end) {
      if (isHolding()) {
        one(octets[at++]);
      }
      hasContent = true;
      middle(octets, at, end);
    }
    for (var i = end; i < to; i++) {
      one(octets[i]);
    }
  }

  /// Ends the body: every line has an end, and of empty lines at the end none is left. An empty
  /// body is one line end if simple, nothing at all if relaxed.
  void finish() {
    if (heldReturn) {
      heldReturn = false;
      content((byte) '\r');
    }
    if (hasContent || !relaxed) {
      gather((byte) '\r');
      gather((byte) '\n');
    }
    flush();
  }

  private boolean isHolding() {
    return heldLineEnds > 0 || heldBlank || heldReturn;
  }

  private boolean isHeld(byte octet) {
    return octet == '\n' || octet == '\r' || (relaxed && isBlank(octet));
  }

  private static boolean isBlank(byte octet) {
    return octet == ' ' || octet == '\t';
  }

  /// Begins behind what is held back, and ends with content.
  private void middle(byte[] octets, int from, int end) {
    var run = from;
    while (true) {
      var change = WideScan.change(relaxed, octets, run, end);
      run(octets, run, change);
      if (change == end) {
        return;
      }
      run = change;
      // A change is over where content begins that is as it should be.
      do {
        one(octets[run++]);
      } while (run < end && (isHolding() || isHeld(octets[run])));
      if (run == end) {
        return;
      }
    }
  }

  private void run(byte[] octets, int from, int to) {
    if (to - from >= DIRECT) {
      flush();
      sink.take(octets, from, to);
    } else if (to > from) {
      if (gathered.length - size < to - from) {
        flush();
      }
      System.arraycopy(octets, from, gathered, size, to - from);
      size += to - from;
    }
  }

  private void one(byte octet) {
    if (heldReturn) {
      heldReturn = false;
      if (octet == '\n') {
        lineEnd();
        return;
      }
      content((byte) '\r');
    }
    switch (octet) {
      case '\r' -> heldReturn = true;
      case '\n' -> lineEnd();
      case ' ', '\t' -> {
        if (relaxed) {
          heldBlank = true;
        } else {
          content(octet);
        }
      }
      default -> content(octet);
    }
  }

  private void lineEnd() {
    heldBlank = false;
    heldLineEnds++;
  }

  private void content(byte octet) {
    while (heldLineEnds > 0) {
      var now = (int) Math.min(heldLineEnds, LINE_ENDS.length / 2);
      run(LINE_ENDS, 0, 2 * now);
      heldLineEnds -= now;
    }
    if (heldBlank) {
      heldBlank = false;
      gather((byte) ' ');
    }
    hasContent = true;
    gather(octet);
  }

  private void gather(byte octet) {
    if (size == gathered.length) {
      flush();
    }
    gathered[size++] = octet;
  }

  private void flush() {
    if (size > 0) {
      sink.take(gathered, 0, size);
      size = 0;
    }
  }
}
