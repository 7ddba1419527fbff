package org.whence.gui.model;

import java.nio.file.Path;
import java.time.InstantSource;

/// Takes the keys that a recording has of then, so that signatures are judged by them as well.
final class KeyDesk {
  private final Answering answering;
  private final RunDesk run;
  private final InstantSource clock;
  private final Notices notices;
  private final Tasks.Lane reading;

  KeyDesk(CaseModel model, RunDesk.Parts parts, RunDesk run) {
    this.answering = parts.answering();
    this.run = run;
    this.clock = parts.clock();
    this.notices = new Notices(model);
    this.reading = parts.tasks().lane();
  }

  void take(Path recording) {
    var name = notices.visible(String.valueOf(recording.getFileName()));
    reading.start(
        () -> KeysOfThen.read(recording, clock.instant()),
        found -> taken(found, name),
        notices::failed);
  }

  private void taken(KeysOfThen found, String name) {
    if (found.history().isEmpty()) {
      notices.tell(true, "again.keys.none", name);
    } else if (answering.keys(found)) {
      run.reconsider();
      notices.tell(false, "again.keys.taken", name);
    } else {
      notices.tell(true, "again.keys.kept");
    }
  }

  void close() {
    reading.cancel();
  }
}
