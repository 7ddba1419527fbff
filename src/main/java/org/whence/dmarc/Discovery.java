package org.whence.dmarc;

import org.whence.chain.Branch;
import org.xbill.DNS.Name;

/// How the record that applies to an author's domain and the organization behind a domain are
/// found: what the two texts do differently.
interface Discovery {
  /// Finds the record that applies, in steps below the branch.
  Discovered policy(Name author, Branch branch) throws InterruptedException;

  /// Finds the organization behind an authenticated domain, in steps below the branch.
  Organization organization(Name domain, Branch branch) throws InterruptedException;
}
