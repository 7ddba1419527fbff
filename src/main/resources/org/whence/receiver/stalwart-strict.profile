name: stalwart-strict
title: Stalwart, reverse IP verification strict
source: Stalwart, inbound/mail.rs; mail-auth, verify_iprev: the first two names, in the client's family
iprev: names=2 family=own

at mail if iprev is temperror then reply 451 4.7.25 Temporary error validating reverse DNS.
at mail if iprev is fail,permerror then reply 550 5.7.25 Reverse DNS validation failed.
