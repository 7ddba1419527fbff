name: exim-defer-ok
title: Exim with require verify = reverse_host_lookup/defer_ok
source: Exim specification, 43 (ACL, verify, defer_ok); host.c, host_name_lookup
iprev: names=all family=both temporary=wins

at connect if iprev is fail,permerror then reply 550 Administrative prohibition
at connect if iprev is temperror then note the look-up was deferred and the condition holds
