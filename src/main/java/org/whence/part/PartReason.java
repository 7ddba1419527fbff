package org.whence.part;

import org.whence.chain.Reason;

/// What may be noticed about a part, beside what [org.whence.mail.Defect] and
/// [org.whence.mail.mime.Protection] tell.
public enum PartReason implements Reason {
  /// The text of a link names another host than it leads to. Values: that, the host that it leads
  /// to.
  LINK_ELSEWHERE("RFC 3986, 7.6"),
  /// There is more text than is searched for links.
  MORE_TEXT("RFC 3986, 7.6"),
  /// There are more findings of a kind than are told. Values: how many more.
  MORE_FINDINGS("RFC 2045, 5"),
  /// Something is to be told of more parts than are. Values: how many more.
  MORE_PARTS("RFC 2046, 5.1");

  private final String clause;

  PartReason(String clause) {
    this.clause = clause;
  }

  @Override
  public Label label() {
    return Label.named("part", name(), clause);
  }
}
