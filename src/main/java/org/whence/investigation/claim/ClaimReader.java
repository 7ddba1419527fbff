package org.whence.investigation.claim;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.whence.mail.AuthenticationResults;
import org.whence.mail.AuthenticationResults.MethodResult;
import org.whence.mail.AuthenticationResults.Property;
import org.whence.mail.AuthenticationResultsParser;
import org.whence.mail.Claim;
import org.whence.mail.HeaderField;
import org.whence.mail.Message;
import org.whence.mail.ReceivedSpf;

/// Reads the fields of a message that state results, newest first as they stand in it.
final class ClaimReader {
  /// How many fields are read at most, from the newest. A message keeps as many claims.
  static final int MAX_FIELDS = Claim.MAX_FIELDS;

  private ClaimReader() {}

  static List<ClaimField> read(Message message) {
    var fields = new ArrayList<ClaimField>();
    var claims = message.claims().iterator();
    for (var field : message.fields()) {
      var source = ClaimSource.of(field.name());
      if (source.isPresent() && fields.size() < MAX_FIELDS) {
        fields.add(read(source.get(), field, claims));
      }
    }
    return fields;
  }

  /// @param claims those of the fields that were not read yet, in the same order
  private static ClaimField read(ClaimSource source, HeaderField field, Iterator<Claim> claims) {
    return switch (source) {
      case RECEIVED_SPF -> receivedSpf(field);
      case ARC -> field(source, field, AuthenticationResultsParser.parseArc(field.rawValue()));
      case AUTHENTICATION_RESULTS -> field(source, field, claims.next().says());
      case EXCHANGE, ORIGINAL ->
          field(source, field, AuthenticationResultsParser.parse(field.rawValue()));
    };
  }

  private static ClaimField field(
      ClaimSource source, HeaderField field, AuthenticationResults says) {
    return new ClaimField(
        source,
        field,
        says.authservId(),
        says.instance(),
        says.version(),
        says.conformance(),
        says.flaws(),
        says.results().stream().map(Statement::of).toList());
  }

  /// A Received-SPF field as the one statement that it is, with the properties of RFC 8601.
  private static ClaimField receivedSpf(HeaderField field) {
    var says = ReceivedSpf.parse(field.rawValue());
    var properties = new ArrayList<Property>();
    property(says, "client-ip", "remote-ip", properties);
    var ofHelo = says.value("identity").filter("helo"::equalsIgnoreCase).isPresent();
    // RFC 7208, 9.1: HELO is told beside a result of the sender too, and is not its subject then.
    if (ofHelo || says.value("envelope-from").isPresent()) {
      property(says, "helo", "helo", properties);
    }
    if (!ofHelo) {
      property(says, "envelope-from", "mailfrom", properties);
    }
    var statements =
        says.result().stream()
            .map(word ->
                Statement.of(
                    new MethodResult(
                        "spf",
                        Optional.empty(),
                        word,
                        Optional.empty(),
                        says.comments(),
                        properties)))
            .toList();
    return new ClaimField(
        ClaimSource.RECEIVED_SPF,
        field,
        says.value("receiver"),
        Optional.empty(),
        Optional.empty(),
        says.conformance(),
        says.flaws(),
        statements);
  }

  private static void property(
      ReceivedSpf says, String key, String name, List<Property> properties) {
    says.value(key)
        .ifPresent(value -> properties.add(new Property(Optional.of("smtp"), name, value)));
  }
}
