name: rspamd
title: rspamd, symbols and their default scores
source: rspamd, conf/scores.d/hfilter_group.conf and policies_group.conf
iprev: names=1 family=own

at connect if ptr is none then symbol RDNS_NONE 2.0
at connect if ptr is failed then symbol RDNS_DNSFAIL 0.0
at connect if ptr is some and iprev is fail then symbol RDNS_FCRDNS_FAIL 0.0
at connect if ptr is some and iprev is temperror then symbol RDNS_FCRDNS_DNSFAIL 0.0
at connect if iprev is fail,permerror then symbol HFILTER_HOSTNAME_UNKNOWN 2.5
at helo if helo is other then symbol HFILTER_HELO_IP_A 1.0
at mail if spf is pass then symbol R_SPF_ALLOW -0.2
at mail if spf is fail then symbol R_SPF_FAIL 1.0
at mail if spf is softfail then symbol R_SPF_SOFTFAIL 0.0
at mail if spf is neutral then symbol R_SPF_NEUTRAL 0.0
at mail if spf is none then symbol R_SPF_NA 0.0
at mail if spf is temperror then symbol R_SPF_DNSFAIL 0.0
at mail if spf is permerror then symbol R_SPF_PERMFAIL 0.0
at data if dkim is pass then symbol R_DKIM_ALLOW -0.1
at data if dkim is fail then symbol R_DKIM_REJECT 1.0
at data if dkim is temperror then symbol R_DKIM_TEMPFAIL 0.0
at data if dkim is permerror then symbol R_DKIM_PERMFAIL 0.0
at data if dkim is none then symbol R_DKIM_NA 0.0
at data if arc is pass then symbol ARC_ALLOW -1.0
at data if arc is fail then symbol ARC_REJECT 1.0
at data if arc is none then symbol ARC_NA 0.0
at data if dmarc is pass then symbol DMARC_POLICY_ALLOW -0.5
at data if dmarc is fail and policy is reject then symbol DMARC_POLICY_REJECT 2.0
at data if dmarc is fail and policy is quarantine then symbol DMARC_POLICY_QUARANTINE 1.5
at data if dmarc is fail and policy is none then symbol DMARC_POLICY_SOFTFAIL 0.1
at data if dmarc is none then symbol DMARC_NA 0.0
