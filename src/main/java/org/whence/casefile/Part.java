package org.whence.casefile;

import java.util.Arrays;
import java.util.Optional;
import org.whence.investigation.CaseMark;
import org.whence.investigation.InputReader;

/// What a case consists of, in the order of the file.
enum Part {
  /// What kind of file this is.
  TYPE(CaseMark.ENTRY, 1024),
  /// Format, program, times, and the digest of each part.
  MANIFEST("manifest.json", Part.JSON),
  /// The octets that were investigated.
  ORIGINAL("original", InputReader.MAX_SIZE + 1),
  /// Where they came from, and what the verdicts rest on beside DNS.
  SETTINGS("settings.json", Part.JSON),
  /// The analyst's words.
  NOTES("notes.json", Part.JSON),
  /// What was judged then, by step.
  VERDICTS("verdicts.json", 4 * Part.JSON),
  /// Documents that were asked for by hand, and what came.
  DOCUMENTS("documents.json", 2 * Part.JSON),
  /// The public suffix list, where it is not the program's own.
  SUFFIXES("suffixes.dat", Part.JSON),
  /// What was heard of keys before, where signatures are judged as of then.
  KEYS("keys.dns.jsonl", Part.RECORDINGS),
  /// What was asked of DNS and what came of it.
  RECORDING("dns.jsonl", Part.RECORDINGS);

  private static final int RECORDINGS = 256 * 1024 * 1024;
  private static final int JSON = 16 * 1024 * 1024;

  private final String entry;
  private final int limit;

  Part(String entry, int limit) {
    this.entry = entry;
    this.limit = limit;
  }

  /// The name of the entry.
  String entry() {
    return entry;
  }

  /// How many octets it may have at most.
  int limit() {
    return limit;
  }

  static Optional<Part> named(String entry) {
    return Arrays.stream(values()).filter(part -> part.entry.equals(entry)).findFirst();
  }
}
