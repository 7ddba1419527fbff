package org.whence.dkim;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.whence.mail.MailDate;

/// How else the same moment may have been written: stores write dates anew, with a zero before the
/// day or without, or in a zone of their own.
final class DateVariants {
  private static final List<DateTimeFormatter> FORMS =
      List.of(
          DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss xx", Locale.ROOT),
          DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss xx", Locale.ROOT));

  /// Offsets in use, in minutes: whole hours, and the common ones between.
  private static final int[] OFFSETS =
      IntStream.concat(
              IntStream.rangeClosed(-12, 14).map(hours -> 60 * hours),
              IntStream.of(-210, 210, 270, 330, 345, 570))
          .toArray();

  private DateVariants() {}

  /// As it was most likely first: in the zone that it is in here.
  static List<Variant> of(FieldText field) {
    var date = MailDate.parse(field.unfolded());
    if (date.isEmpty() || date.get().instant().isEmpty()) {
      return List.of();
    }
    var found = new ArrayList<Variant>();
    try {
      var own = date.get().offset().orElse(ZoneOffset.UTC);
      var moment = date.get().instant().get().atOffset(own);
      Stream.concat(
              Stream.of(moment),
              IntStream.of(OFFSETS)
                  .mapToObj(minutes -> ZoneOffset.ofTotalSeconds(60 * minutes))
                  .map(moment::withOffsetSameInstant))
          .forEach(when -> add(field, when, found));
    } catch (DateTimeException beyondTheCalendar) {
      return List.of();
    }
    return found;
  }

  private static void add(FieldText field, OffsetDateTime when, List<Variant> found) {
    for (var form : FORMS) {
      found.add(new Variant(DkimReason.DATE_REWRITTEN, field.withValue(" " + form.format(when))));
    }
  }
}
