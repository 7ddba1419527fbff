package org.whence.investigation.claim;

import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import org.whence.mail.AuthenticationResults.MethodResult;

/// One statement of a field: what a method came to, by whoever wrote the field.
///
/// @param method in lower case, such as `spf`
/// @param word the result in lower case; any word that was written, hostile
/// @param result the statement as it was read
public record Statement(String method, String word, MethodResult result) {

  static Statement of(MethodResult result) {
    return new Statement(result.method(), result.result(), result);
  }

  /// The value of the first of these properties that is there; each is `ptype.property`.
  Optional<String> value(String... names) {
    for (var name : names) {
      var dot = name.indexOf('.');
      var found = result.value(name.substring(0, dot), name.substring(dot + 1));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /// The domain of the first of these properties: what stands behind an `@`, in lower case.
  Optional<String> domain(String... names) {
    return value(names)
        .map(value -> value.replace("<", "").replace(">", ""))
        .map(value -> value.substring(value.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT))
        .map(value -> value.endsWith(".") ? value.substring(0, value.length() - 1) : value)
        .filter(value -> !value.isEmpty());
  }

  /// What it rests on, as it was written: its reason, then its properties.
  String basis() {
    var basis = new StringJoiner(" ");
    result.reason().ifPresent(reason -> basis.add("reason=" + reason));
    for (var each : result.properties()) {
      var property = each.property() + "=" + each.value();
      basis.add(each.ptype().isPresent() ? each.ptype().get() + "." + property : property);
    }
    return basis.toString();
  }

  /// What it is about, for people: the value that tells it from other statements of its method.
  public String subject() {
    return switch (method) {
      case "spf" -> value("smtp.mailfrom", "smtp.mail", "smtp.helo").orElse("");
      case "dkim", "dkim-atps", "domainkeys" -> value("header.d", "header.i").orElse("");
      case "dmarc" -> value("header.from").orElse("");
      case "iprev" -> value("policy.iprev", "smtp.remote-ip", "smtp.client-ip").orElse("");
      default -> "";
    };
  }
}
