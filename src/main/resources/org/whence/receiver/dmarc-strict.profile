name: dmarc-strict
title: a receiver that does what the author's domain asks
source: RFC 9989, 5.3.6 and 7.2; RFC 7489, 10.3; RFC 7372, 3

at data if dmarc is temperror then reply 451 4.7.0 DMARC of {author} cannot be evaluated now, try again later
at data if dmarc is fail and policy is reject then reply 550 5.7.1 Email rejected per DMARC policy for {author}
at data if dmarc is fail and policy is quarantine then note into quarantine per DMARC policy for {author}
