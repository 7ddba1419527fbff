package org.whence.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The files that come into a folder, each once it is whole: when its size and time have stayed the
/// same for a while, and its name is not one that programs give to what they still write. Links,
/// hidden files and folders are left alone.
final class Arrivals {
  private static final Set<String> UNFINISHED =
      Set.of("part", "partial", "tmp", "temp", "crdownload", "download", "filepart", "swp");

  private final Path folder;
  private final Duration settle;
  private final Map<Path, Seen> seen = new HashMap<>();

  private record Seen(long size, FileTime changed, Instant since, boolean taken) {
    boolean isLike(BasicFileAttributes now) {
      return size == now.size() && changed.equals(now.lastModifiedTime());
    }
  }

  /// @param settle how long a file must stay as it is
  Arrivals(Path folder, Duration settle) {
    this.folder = folder;
    this.settle = settle;
  }

  /// Looks at the folder, and returns what is whole and was not returned before, by name.
  List<Path> look(Instant now) throws IOException {
    var files = new ArrayList<Path>();
    try (var found = Files.newDirectoryStream(folder, Arrivals::isFinished)) {
      found.forEach(files::add);
    }
    files.sort(null);
    seen.keySet().retainAll(Set.copyOf(files));
    var whole = new ArrayList<Path>();
    for (var file : files) {
      if (isWhole(file, now)) {
        whole.add(file);
      }
    }
    return whole;
  }

  /// Whether there is something that may still be written.
  boolean isWaiting() {
    return seen.values().stream().anyMatch(each -> !each.taken());
  }

  private boolean isWhole(Path file, Instant now) throws IOException {
    BasicFileAttributes attributes;
    try {
      attributes = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    } catch (NoSuchFileException gone) {
      seen.remove(file);
      return false;
    }
    if (!attributes.isRegularFile()) {
      return false;
    }
    var before = seen.get(file);
    if (before == null || !before.isLike(attributes)) {
      seen.put(file, new Seen(attributes.size(), attributes.lastModifiedTime(), now, false));
      return false;
    }
    if (before.taken() || now.isBefore(before.since().plus(settle))) {
      return false;
    }
    seen.put(file, new Seen(before.size(), before.changed(), before.since(), true));
    return true;
  }

  private static boolean isFinished(Path file) {
    var name = String.valueOf(file.getFileName());
    var ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return !name.startsWith(".") && !name.endsWith("~") && !UNFINISHED.contains(ending);
  }
}
