# case.eml; until 2026-11-30T15:40:12Z, then remove it
# ipset create whence4 hash:ip family inet timeout 0 comment
# iptables -I INPUT -p tcp --dport 25 -m set --match-set whence4 src -j DROP
ipset -exist add whence4 198.51.100.20 timeout 604800 comment "case.eml"
