name: postfix
title: Postfix with reject_unknown_client_hostname
source: Postfix, postconf(5), reject_unknown_client_hostname; smtpd_peer.c, smtpd_check.c; unknown_client_reject_code is 450 unless it is changed
# The resolver gives one name; the name's addresses are asked for in the client's family alone.
iprev: names=1 family=own

at connect if iprev is temperror then reply 450 4.7.25 Client host rejected: cannot find your hostname, [{ip}]
at connect if iprev is fail,permerror then reply 450 4.7.25 Client host rejected: cannot find your hostname, [{ip}]
