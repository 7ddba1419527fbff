package org.whence.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.whence.investigation.Investigation;
import org.whence.mail.Message;

/// A case as the history knows it.
///
/// @param reference by which it is told apart: the day, and the beginning of the input's SHA-256
/// @param started when it was investigated
/// @param sha256 the digest of its input
/// @param name what the input was called; hostile, as are subject and author
/// @param file where the case was saved, as far as that is known
/// @param verdicts the word of each check's verdict, by the check's word
/// @param traits what it is about; in what a search finds, none
public record Entry(
    String reference,
    Instant started,
    String sha256,
    String name,
    Optional<String> subject,
    Optional<String> author,
    Optional<String> file,
    Map<String, String> verdicts,
    Set<Trait> traits) {
  private static final int DIGITS = 12;

  public Entry {
    verdicts = Map.copyOf(verdicts);
    traits = Set.copyOf(traits);
  }

  /// What the history keeps of an investigation.
  ///
  /// @param file where the case was saved, where it was
  public static Entry of(Investigation investigation, Optional<String> file) {
    var input = investigation.input();
    var verdicts = new LinkedHashMap<String, String>();
    investigation
        .mail()
        .ifPresent(mail ->
            mail.verdicts()
                .forEach((check, verdict) -> verdicts.put(check.word(), verdict.word())));
    if (verdicts.isEmpty() && !investigation.iprev().isEmpty()) {
      verdicts.put("iprev", investigation.iprev().getFirst().verdict().word());
    }
    var day = investigation.started().toString().substring(0, 10);
    return new Entry(
        day + "-" + input.sha256().substring(0, DIGITS),
        investigation.started(),
        input.sha256(),
        input.source().name(),
        input.message().flatMap(Message::subject),
        input.message().flatMap(Message::from),
        file,
        verdicts,
        Traits.of(investigation));
  }

  /// All that it can be found by.
  String words() {
    var words = new ArrayList<String>(List.of(reference, name));
    subject.ifPresent(words::add);
    author.ifPresent(words::add);
    file.ifPresent(words::add);
    verdicts.forEach((check, result) -> words.add(check + " " + result));
    traits.forEach(trait -> words.add(trait.value()));
    return String.join("\n", words);
  }
}
