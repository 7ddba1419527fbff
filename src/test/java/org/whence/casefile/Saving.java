package org.whence.casefile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;

/// A program that works on a case without end, to be killed: it counts in the conclusion, keeps
/// that in a journal, writes to the recording, and saves the case, and tells when each is done.
final class Saving {
  private Saving() {}

  public static void main(String[] arguments) throws IOException {
    var folder = Path.of(arguments[0]);
    var file = folder.resolve("a.whence");
    var first = Files.exists(file) ? CaseReader.read(file) : Samples.sample().kept();
    var count = first.notes().isEmpty() ? 0 : Long.parseLong(first.notes().conclusion());
    var journal = Journal.begin(folder.resolve("journal"), first);
    while (true) {
      count++;
      var notes = first.notes().withConclusion(Long.toString(count));
      journal.recording().write(("{\"line\":" + count + "}\n").getBytes(StandardCharsets.UTF_8));
      journal.notes(notes);
      tell("kept " + count);
      CaseWriter.save(first.withNotes(notes), file, true, InstantSource.system());
      tell("saved " + count);
    }
  }

  private static void tell(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
