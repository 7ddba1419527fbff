name: vsmtp
title: vSMTP, three rules for reverse DNS
source: the receiving server that IPREV is explained by here: RFC 8601, 2.7.3 and 3; replies of RFC 7372, 3.3

at connect if iprev is temperror then reply 451 4.7.25 Reverse DNS validation failed.
at connect if iprev is fail,permerror then reply 550 5.7.25 Reverse DNS validation failed.
at mail if ptr is failed then reply 451 4.7.25 Reverse DNS validation failed.
at mail if ptr is none then reply 550 5.7.25 Reverse DNS validation failed.
at mail if sender-name is below,other then reply 550 5.7.25 Reverse DNS validation failed.
