name: stalwart-relaxed
title: Stalwart, reverse IP verification relaxed
source: Stalwart, inbound/mail.rs; mail-auth, verify_iprev: the first two names, in the client's family
iprev: names=2 family=own

at mail if iprev is fail,permerror,temperror then note the result is written into Authentication-Results, and the mail goes on
