package org.whence.investigation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.whence.mail.Message;
import org.whence.mail.container.ContainerReader;
import org.whence.mail.container.Passwords;

/// The mail in a file, for programs that say what they have: whatever the octets are, they are read
/// as a mail, and nothing is repaired. Containers are opened, and of several mails in one the Nth
/// is taken; a mail that is attached to another is not.
///
/// @param sha256 the digest of its octets, as they are in the container
public record MailFile(Message message, String sha256) {
  /// Reads a file.
  ///
  /// @param number which of several mails, from 1
  /// @throws NoMailException where it has none at all
  /// @throws IOException in one line, where it cannot be read or has no such mail
  public static MailFile read(Path file, int number) throws IOException {
    var plain = number == 1 ? plain(file) : Optional.<MailFile>empty();
    if (plain.isPresent()) {
      return plain.get();
    }
    var search = new Search(number);
    var opened = Opener.ofContainers(Passwords.NONE).open(file);
    var found = search.found(opened);
    if (found.isPresent()) {
      return found.get();
    }
    var lacks = file + ": holds no mail of number " + number + "; it has " + search.count;
    if (search.count > 0) {
      throw new IOException(lacks);
    }
    throw new NoMailException(lacks, search.lacking.isEmpty() ? List.of(opened) : search.lacking);
  }

  /// The file as a mail, if it is neither a container nor a folder.
  private static Optional<MailFile> plain(Path file) throws IOException {
    try {
      var contents = InputFile.contents(file);
      return ContainerReader.kind(contents.octets()).isEmpty()
          ? Optional.of(new MailFile(Message.read(contents.octets()), contents.sha256()))
          : Optional.empty();
    } catch (IOException e) {
      if (Files.isDirectory(file)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static final class Search {
    /// How many containers are remembered of which something was left out.
    private static final int MAX_LACKING = 10;

    private final int number;
    private final List<Opened> lacking = new ArrayList<>();
    private int count;

    Search(int number) {
      this.number = number;
    }

    Optional<MailFile> found(Opened opened) throws IOException {
      return switch (opened) {
        case Opened.Case(var input) ->
            input.recognised() instanceof Recognised.Mail(var message, _) && ++count == number
                ? Optional.of(new MailFile(message, input.sha256()))
                : Optional.empty();
        case Opened.CaseFile _ -> Optional.empty();
        case Opened.Several several -> among(several);
      };
    }

    private Optional<MailFile> among(Opened.Several several) throws IOException {
      if (!several.omissions().isEmpty() && lacking.size() < MAX_LACKING) {
        lacking.add(several);
      }
      for (var enclosed : several.enclosed()) {
        var found = found(enclosed.open());
        if (found.isPresent()) {
          return found;
        }
      }
      return Optional.empty();
    }
  }
}
