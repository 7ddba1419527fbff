package org.whence.enrichment;

import org.whence.chain.Topic;

/// The steps of asking others.
public enum EnrichmentTopic implements Topic {
  /// What others say. Values: the address or the domain.
  SUBJECT("enrichment.subject"),
  /// The network that announces an address. Values: the zone that is asked.
  ORIGIN("enrichment.origin"),
  /// A block list. Values: its zone.
  LIST("enrichment.list");

  private final String key;

  EnrichmentTopic(String key) {
    this.key = key;
  }

  @Override
  public String key() {
    return key;
  }
}
