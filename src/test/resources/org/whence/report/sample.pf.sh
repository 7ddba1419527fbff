# case.eml; until 2026-11-30T15:40:12Z, then remove it
# in pf.conf: table <whence> persist
# in pf.conf: block in quick proto tcp from <whence> to any port smtp
pfctl -t whence -T add 198.51.100.20
# pfctl -t whence -T expire 604800   takes out what is older
