name: authentication-milter
title: authentication_milter
source: Mail::Milter::Authentication, Handler/IPRev.pm: the last name of the answer, A then AAAA, pass or fail and nothing else
iprev: names=last family=both temporary=ignored missing=fail

at connect if iprev is pass then note Authentication-Results: iprev=pass policy.iprev={ip}
at connect if iprev is fail then note Authentication-Results: iprev=fail policy.iprev={ip}
