name: postfix-reverse
title: Postfix with reject_unknown_reverse_client_hostname
source: Postfix, postconf(5), reject_unknown_reverse_client_hostname; smtpd_check.c; unknown_client_reject_code is 450 unless it is changed
iprev: names=1 family=own

at connect if ptr is failed then reply 450 4.7.1 Client host rejected: cannot find your reverse hostname, [{ip}]
at connect if ptr is none then reply 450 4.7.1 Client host rejected: cannot find your reverse hostname, [{ip}]
