package org.whence.investigation;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The lines that a mail program shows above a message, and that people copy for its header: four
/// names in the language of the program, of which the header has none or not all.
final class ClientView {
  private static final int PATIENCE = 12;
  private static final int ENOUGH = 3;

  /// The names by language; the first is one that no header has.
  private static final List<List<String>> LABELS =
      List.of(
          List.of("sent", "from", "to", "subject", "cc"),
          List.of("gesendet", "von", "an", "betreff", "cc", "datum"),
          List.of("envoyé", "de", "à", "objet", "cc", "date", "sujet", "pour"),
          List.of("enviado", "de", "para", "asunto", "cc", "fecha"),
          List.of("enviada em", "de", "para", "assunto", "cc", "data"),
          List.of("inviato", "da", "a", "oggetto", "cc", "data"),
          List.of("verzonden", "van", "aan", "onderwerp", "cc", "datum"),
          List.of("wysłano", "od", "do", "temat", "dw", "data"),
          List.of("отправлено", "от", "кому", "тема", "копия", "дата"),
          List.of("送信日時", "差出人", "宛先", "件名", "cc"),
          List.of("发送时间", "发件人", "收件人", "主题", "抄送", "日期"),
          List.of("寄件日期", "寄件者", "收件者", "主旨", "副本", "日期"),
          List.of("보낸 날짜", "보낸 사람", "받는 사람", "제목", "참조", "날짜"),
          List.of("gönderildi", "gönderen", "kime", "konu", "bilgi", "tarih"),
          List.of("skickat", "från", "till", "ämne", "kopia", "datum"),
          List.of("sendt", "fra", "til", "emne", "cc", "dato"),
          List.of("odesláno", "od", "komu", "předmět", "kopie", "datum"),
          List.of("надіслано", "від", "кому", "тема", "копія", "дата"));

  /// What programs write in English in every language, or leave in English.
  private static final List<String> FORWARDED = List.of("from", "date", "subject", "to", "cc");

  private ClientView() {}

  /// Where such lines begin in a text: at its first line with something in it, or behind a rule.
  static Optional<Place> find(String text) {
    var seen = new HashSet<String>();
    var isForwarded = false;
    var first = Optional.<Place>empty();
    var lines = 0;
    for (var line : new Lines(text)) {
      if (line.isBlank()) {
        continue;
      }
      var label = label(line.text());
      isForwarded |= beginsForwarded(line.text()) && seen.stream().noneMatch(ClientView::isLabel);
      if (label.isPresent()) {
        first = first.or(() -> Optional.of(new Place(line.number(), 1)));
        seen.add(label.get());
      }
      if (++lines == PATIENCE) {
        break;
      }
    }
    return isView(seen) || (isForwarded && isForwarded(seen)) ? first : Optional.empty();
  }

  /// `---------- Forwarded message ---------`, `Begin forwarded message:`
  private static boolean beginsForwarded(String line) {
    return line.startsWith("----")
        || line.strip().toLowerCase(Locale.ROOT).equals("begin forwarded message:");
  }

  /// Behind such a line the names of the header are those of a view too, in one language or two.
  private static boolean isForwarded(Set<String> seen) {
    return seen.stream().filter(ClientView::isLabel).count() >= ENOUGH;
  }

  private static boolean isLabel(String label) {
    return FORWARDED.contains(label) || LABELS.stream().anyMatch(labels -> labels.contains(label));
  }

  private static boolean isView(Set<String> seen) {
    return LABELS.stream()
        .anyMatch(labels ->
            labels.stream().filter(seen::contains).count() >= ENOUGH
                && (seen.contains(labels.getFirst()) || !labels.contains("from")));
  }

  /// What stands before the colon, without the stars and blanks that programs put around it.
  private static Optional<String> label(String line) {
    var colon = Math.max(line.indexOf(':'), line.indexOf('：'));
    return colon < 1 || colon > 20
        ? Optional.empty()
        : Optional.of(
            line.substring(0, colon)
                .replaceAll("[*_>\\s\u00A0]+", " ")
                .strip()
                .toLowerCase(Locale.ROOT));
  }
}
