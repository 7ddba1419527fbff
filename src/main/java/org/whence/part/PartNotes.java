package org.whence.part;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.whence.chain.Finding;
import org.whence.chain.Reason;
import org.whence.chain.Value;
import org.whence.mail.Defect;
import org.whence.mail.mime.Entity;
import org.whence.mail.mime.Links;
import org.whence.mail.mime.Protection;

/// Takes down what is noticed about the parts of one message, part by part.
final class PartNotes {
  /// How many findings of a kind are told of one part.
  static final int MAX = 20;

  /// How much is searched for links in all, in octets of what the parts hold. Reading HTML takes
  /// the longest of all that is done with a part.
  static final int MAX_TEXT = 4 * 1024 * 1024;

  private int searched;

  /// What is noticed about a part, but not about those in it.
  ///
  /// @param placed whether its octets are those of the source
  List<Finding> of(Entity part, boolean placed) {
    var all = new ArrayList<Finding>();
    Protection.of(part).ifPresent(found -> all.add(finding(found)));
    part.defects()
        .forEach(defect -> all.add(placed ? finding(defect, part) : finding(defect.kind())));
    links(part, all);
    return limited(all);
  }

  /// Where something odd ends is not known: it is shown from where it begins.
  private static Finding finding(Defect defect, Entity part) {
    var end = Math.max(defect.position(), part.range().end());
    return finding(defect.kind(), new Value.Place(defect.line(), defect.position(), end));
  }

  private void links(Entity part, List<Finding> all) {
    if (part.kind() != Entity.Kind.BODY || !part.type().isA("text")) {
      return;
    }
    if (part.size() > MAX_TEXT - searched) {
      all.add(finding(PartReason.MORE_TEXT));
      return;
    }
    searched += part.size();
    for (var link : Links.of(part)) {
      link.elsewhere()
          .ifPresent(host ->
              all.add(
                  finding(
                      PartReason.LINK_ELSEWHERE,
                      Value.domain(host),
                      Value.domain(link.host().orElse("")))));
    }
  }

  private static List<Finding> limited(List<Finding> all) {
    var told = new ArrayList<Finding>();
    Map<Reason, Integer> counts = new HashMap<>();
    for (var finding : all) {
      if (counts.merge(finding.reason(), 1, Integer::sum) <= MAX) {
        told.add(finding);
      }
    }
    if (told.size() < all.size()) {
      told.add(finding(PartReason.MORE_FINDINGS, Value.of(all.size() - told.size())));
    }
    return told;
  }

  private static Finding finding(Reason reason, Value... values) {
    return new Finding(reason, List.of(values));
  }
}
