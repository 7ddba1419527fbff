name: exim
title: Exim with require verify = reverse_host_lookup
source: Exim specification, 43 (ACL, verify = reverse_host_lookup); host.c, host_name_lookup; the replies are those without a message of the administrator's
# A look-up of any name that fails for now defers, whatever the other names say.
iprev: names=all family=both temporary=wins

at connect if iprev is temperror then reply 451 Temporary local problem - please try later
at connect if iprev is fail,permerror then reply 550 Administrative prohibition
