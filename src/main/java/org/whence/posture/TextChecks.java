package org.whence.posture;

import java.util.Locale;
import org.whence.chain.Value;
import org.whence.dns.Names;
import org.whence.spf.Qualifier;
import org.whence.spf.RecordParser;
import org.whence.spf.SpfRecord;
import org.xbill.DNS.Name;

/// What stands in TXT records: SPF, BIMI, MTA-STS, TLS-RPT.
final class TextChecks {
  private TextChecks() {}

  /// RFC 7208: the record, how it ends, what is wrong with it.
  static void spf(Name domain, Part part) throws InterruptedException {
    var text = part.text("", domain, SpfRecord.VERSION, SpfRecord::isRecord);
    if (text.isEmpty()) {
      return;
    }
    var record = RecordParser.parse(text.get());
    if (!record.flaws().isEmpty()) {
      part.note(PostureReason.SPF_FLAWS, Value.of(record.flaws().size()));
    }
    var all = record.all();
    if (all.isPresent()) {
      part.note(
          all.get().qualifier() == Qualifier.PASS
              ? PostureReason.SPF_PASS_ALL
              : PostureReason.SPF_ALL,
          Value.of(all.get().qualifier().sign() + "all"));
    } else if (record.redirect().isPresent()) {
      part.note(PostureReason.SPF_REDIRECT);
    } else {
      part.note(PostureReason.SPF_OPEN);
    }
    part.end(PostureReason.PUBLISHED);
  }

  /// The default logo.
  static void bimi(Name domain, Part part) throws InterruptedException {
    var text = part.text("default._bimi", domain, "v=BIMI1");
    if (text.isEmpty()) {
      return;
    }
    var tags = TagList.of(text.get(), part);
    var logo = tags.value("l").orElse("");
    if (logo.isEmpty() && tags.value("a").orElse("").isEmpty()) {
      part.end(PostureReason.BIMI_DECLINED);
      return;
    }
    part.note(
        isHttps(logo) ? PostureReason.BIMI_LOGO : PostureReason.BIMI_NOT_HTTPS, Value.of(logo));
    if (tags.value("a").orElse("").isEmpty()) {
      part.note(PostureReason.BIMI_NO_EVIDENCE);
    }
    part.end(PostureReason.PUBLISHED);
  }

  /// RFC 8461, 3.1: the id has 1 to 32 letters and digits.
  static void sts(Name domain, Part part) throws InterruptedException {
    var text = part.text("_mta-sts", domain, "v=STSv1");
    if (text.isPresent()) {
      var id = TagList.of(text.get(), part).value("id").orElse("");
      if (!id.matches("[A-Za-z0-9]{1,32}")) {
        part.note(PostureReason.STS_ID, Value.of(id));
      }
      part.note(
          PostureReason.STS_POLICY,
          Value.of("https://mta-sts." + Names.text(domain) + "/.well-known/mta-sts.txt"));
      part.end(PostureReason.PUBLISHED);
    }
  }

  /// RFC 8460, 3.
  static void rpt(Name domain, Part part) throws InterruptedException {
    var text = part.text("_smtp._tls", domain, "v=TLSRPTv1");
    if (text.isPresent()) {
      var where = TagList.of(text.get(), part).value("rua").orElse("");
      if (where.isEmpty()) {
        part.note(PostureReason.RPT_NOWHERE);
      }
      for (var uri : where.split(",", -1)) {
        if (!uri.isBlank() && !isHttps(uri.strip()) && !isMailbox(uri.strip())) {
          part.note(PostureReason.RPT_URI, Value.of(uri.strip()));
        }
      }
      part.end(PostureReason.PUBLISHED);
    }
  }

  private static boolean isHttps(String uri) {
    return uri.toLowerCase(Locale.ROOT).startsWith("https://");
  }

  private static boolean isMailbox(String uri) {
    return uri.toLowerCase(Locale.ROOT).startsWith("mailto:");
  }
}
