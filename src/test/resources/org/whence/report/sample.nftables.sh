# case.eml; until 2026-11-30T15:40:12Z, then remove it
# nft add set inet filter whence4 '{ type ipv4_addr; flags timeout; }'
# nft add rule inet filter input ip saddr @whence4 tcp dport 25 drop
nft add element inet filter whence4 '{ 198.51.100.20 timeout 7d comment "case.eml" }'
