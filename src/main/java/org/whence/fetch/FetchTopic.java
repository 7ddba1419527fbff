package org.whence.fetch;

import org.whence.chain.Topic;

/// The steps of fetching.
public enum FetchTopic implements Topic {
  /// One document. Values: its URI (text).
  DOCUMENT("fetch.document");

  private final String key;

  FetchTopic(String key) {
    this.key = key;
  }

  @Override
  public String key() {
    return key;
  }
}
