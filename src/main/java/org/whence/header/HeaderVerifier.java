package org.whence.header;

import org.whence.chain.Branch;
import org.whence.chain.Step;
import org.whence.chain.Value;

/// Looks at the header of one message. Asks nothing; stateless, for any thread.
public final class HeaderVerifier {
  private HeaderVerifier() {}

  /// Looks at everything, below a step of its own that is opened and closed here.
  public static Step check(HeaderRequest request, Branch parent) {
    var message = request.message();
    var branch = parent.open(HeaderTopic.HEADER, Value.of(message.fields().size()));
    var notes = new Notes(branch);
    var authors = message.authors();
    FieldCheck.check(message, notes);
    OctetCheck.check(request, notes);
    AddressCheck.check(request, authors, notes);
    IdentityCheck.check(request, authors, notes);
    DateCheck.check(request, notes);
    WordCheck.check(message, notes);
    notes.end();
    FilterSteps.tell(message, branch);
    return branch.close();
  }
}
