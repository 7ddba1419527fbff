package org.whence.report;

import java.util.Set;
import org.whence.chain.Topic;
import org.whence.enrichment.EnrichmentTopic;
import org.whence.fetch.FetchTopic;
import org.whence.header.HeaderTopic;
import org.whence.investigation.InvestigationTopic;
import org.whence.investigation.claim.ClaimTopic;
import org.whence.part.PartTopic;
import org.whence.posture.PostureTopic;
import org.whence.receiver.ReceiverTopic;

/// Steps that stand beside the checks at the top of a tree and judge nobody.
public final class Aside {
  private static final Set<Topic> TOPICS =
      Set.of(
          InvestigationTopic.TRUST_LINE,
          HeaderTopic.HEADER,
          PartTopic.PARTS,
          ClaimTopic.CLAIMS,
          ReceiverTopic.PROFILE,
          PostureTopic.DOMAIN,
          EnrichmentTopic.SUBJECT,
          FetchTopic.DOCUMENT);

  private Aside() {}

  /// Whether a step about this judges nobody.
  public static boolean stands(Topic topic) {
    return TOPICS.contains(topic);
  }
}
