package org.whence.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.whence.arc.ArcResult;
import org.whence.casefile.WholeFile;
import org.whence.dkim.CanonicalForm;
import org.whence.dkim.DkimResult;
import org.whence.dkim.Signature;
import org.whence.investigation.Investigation;
import org.whence.investigation.Recognised;
import org.whence.mail.Message;

/// Writes what the signatures of a mail hash into a folder: `dkim-1.header` and `dkim-1.body` are
/// the canonical octets, `dkim-1.header.before` and `dkim-1.body.before` what they were made from;
/// for ARC the number is the instance.
final class CanonicalFiles {
  private final Path folder;

  CanonicalFiles(Path folder) {
    this.folder = folder;
  }

  /// Writes the files of an investigation.
  ///
  /// @return how many signatures were written
  int write(Investigation investigation) throws IOException {
    if (!(investigation.input().recognised() instanceof Recognised.Mail(var message, _))
        || investigation.mail().isEmpty()) {
      return 0;
    }
    var mail = investigation.mail().get();
    var written = 0;
    for (var result : mail.dkim().map(DkimResult::signatures).orElse(List.of())) {
      written += write("dkim-" + result.number(), message, Optional.of(result.signature()));
    }
    for (var set : mail.arc().map(ArcResult::instances).orElse(List.of())) {
      written += write("arc-" + set.i(), message, set.messageSignature());
    }
    return written;
  }

  private int write(String name, Message message, Optional<Signature> signature)
      throws IOException {
    var form = signature.flatMap(each -> CanonicalForm.of(message, each));
    if (form.isEmpty()) {
      return 0;
    }
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new IOException(
          folder + ": no folder can be made there (" + e.getMessage() + "); choose another", e);
    }
    put(name + ".header", out -> out.write(form.get().header()));
    put(name + ".header.before", out -> out.write(form.get().headerBefore()));
    put(name + ".body", form.get()::writeBody);
    put(name + ".body.before", form.get()::writeBodyBefore);
    return 1;
  }

  private void put(String name, WholeFile.Writes content) throws IOException {
    WholeFile.write(folder.resolve(name), true, content);
  }
}
